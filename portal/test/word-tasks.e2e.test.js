import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium } from 'playwright-core';
import { chromiumSwitches, findChromium } from '../../scripts/lib/chromium.mjs';
import { lab, temporaryFolder } from './helpers.js';

/** The examples of classification, review and text: how each is worked on, and the answer that must be saved. */
const examples = {
  'tweet-sentiment': {
    // One key sends this one.
    async work(page, task) {
      await task.getByRole('button', { name: 'Happy' }).waitFor();
      await task.locator('.annotation-area.target').focus();
      await page.keyboard.press('4');
    },
    sendsItself: true,
    answer: { mood: { label: 'Neither' } },
  },
  'support-topics': {
    async work(page, task) {
      await task.getByRole('button', { name: 'Damaged goods' }).click();
      await page.keyboard.press('2');
      await page.keyboard.press('3');
    },
    answer: { topics: { labels: ['Return', 'Payment', 'Damaged goods'] } },
  },
  'tree-species': {
    async work(page, task) {
      await task.locator('.viewer').focus();
      await page.keyboard.type('gink');
      await page.keyboard.press('Enter');
    },
    answer: { species: { label: 'Ginkgo' } },
  },
  'picture-content': {
    async work(page, task) {
      await task.getByRole('button', { name: /^Something important/ }).click();
      await task.locator('textarea').fill('A lighthouse');
      await page.keyboard.press('Control+Enter');
      await task.getByRole('button', { name: 'Boat' }).click();
      await page.keyboard.press('1');
    },
    answer: { content: { labels: ['Person', 'Boat'], workerComment: 'A lighthouse' } },
  },
  moderation: {
    async work(page, task) {
      await task.getByRole('button', { name: 'Advertising' }).click();
      await page.keyboard.press('5');
    },
    answer: {
      'AWS/Rekognition/DetectModerationLabels/Image/V3': {
        moderationLabels: [
          { name: 'Advertising', parentName: 'Commercial' },
          { name: 'License plates', parentName: 'Privacy' },
        ],
      },
    },
  },
  'verify-boxes': {
    async work(page, task) {
      await task.getByRole('button', { name: /^Describe what is wrong/ }).click();
      await task.locator('textarea').fill('The bus has no box.');
      await page.keyboard.press('Control+Enter');
      await task.locator('.category-button').nth(1).click();
    },
    check(answer) {
      assert.equal(answer.verification.workerComment, 'The bus has no box.');
      assert.ok(answer.verification.label);
    },
  },
  'verify-entities': {
    async work(page, task) {
      await task.locator('.legend-row', { hasText: 'Another label' }).waitFor();
      await task.locator('.chip', { hasText: 'org / per' }).waitFor();
      await page.mouse.move(0, 0);
      await task.locator('.annotation-area.target').focus();
      await page.keyboard.press('1');
    },
    answer: { verification: { label: 'The first' } },
  },
  'form-review': {
    async work(page, task) {
      const rows = task.locator('.pair');
      await rows.first().waitFor();
      await rows.first().locator('.pair-value').click();
      const count = await rows.count();
      for (let pair = 0; pair < count; pair++) await page.keyboard.press('Enter');
    },
    check(answer) {
      const { blocks } = answer['AWS/Textract/AnalyzeDocument/Forms/V1'];
      assert.ok(blocks.length >= 4);
      assert.ok(blocks.every(({ blockType, geometry }) => blockType === 'KEY_VALUE_SET' && geometry === undefined));
    },
  },
  'entities-english': {
    async work(page, task) {
      await task.locator('.chip').first().waitFor();
      await task.locator('.text').focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await page.keyboard.press('2');
      await task.getByLabel('Which name were you not sure about?').fill('Nordlys');
    },
    check(answer) {
      const { entities, initialValueModified } = answer['crowd-entity-annotation'];
      assert.deepEqual(entities.at(-1), { endOffset: 185, label: 'place', startOffset: 181 });
      assert.equal(initialValueModified, true);
      assert.equal(answer.unsure, 'Nordlys');
    },
  },
  'entities-korean': {
    async work(page, task) {
      await task.locator('.text').focus();
      await page.keyboard.press('Control+Shift+ArrowRight');
      await page.keyboard.press('1');
    },
    check(answer) {
      assert.equal(answer['crowd-entity-annotation'].entities.length, 1);
    },
  },
  'reply-ranking': {
    async work(page, task) {
      const rank = async (card, dimension, value) =>
        task
          .locator('.card')
          .nth(card)
          .locator('.ranks')
          .nth(dimension)
          .locator('.rank')
          .nth(value - 1)
          .click();
      for (const [card, value] of [1, 4, 2, 3].entries()) await rank(card, 0, value);
      for (const [card, value] of [1, 1, 2, 2].entries()) await rank(card, 1, value);
    },
    answer: {
      ranking: {
        rankings: [
          { name: 'Helpful', ranks: [1, 4, 2, 3] },
          { name: 'Polite', ranks: [1, 1, 2, 2] },
        ],
      },
    },
  },
  'reading-questions': {
    async work(page, task) {
      const fields = task.locator('textarea');
      await fields.nth(0).click();
      await page.keyboard.type('Who kept the light?');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Inga Holm');
      await task.locator('.card').nth(0).getByText('Who', { exact: true }).click();
      await fields.nth(2).click();
      await page.keyboard.type('How many steps are there?');
      await fields.nth(3).click();
      await page.keyboard.type('112');
    },
    answer: {
      questions: {
        questionAnswers: [
          { answer: 'Inga Holm', question: 'Who kept the light?', tags: ['Who'] },
          { answer: '112', question: 'How many steps are there?', tags: [] },
        ],
      },
    },
  },
};

describe('examples of classification, review and text', () => {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  });
  after(() => browser.close());

  for (const [id, { work, answer, check, sendsItself }] of Object.entries(examples)) {
    it(`${id} is answered and saved`, async (t) => {
      const output = path.join(await temporaryFolder(t), 'output');
      const { url } = await lab(t, { output });
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      t.after(() => page.close());
      const complaints = [];
      page.on('console', (message) => {
        if (message.type() === 'error' && !/favicon/.test(message.text())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${url}#/${id}/0`);
      const task = page.frameLocator('iframe');
      await work(page, task);
      if (!sendsItself) await task.getByRole('button', { name: /^(Submit|제출)$/ }).click();
      await page
        .locator('.verdict', { hasText: /^Saved\. It matches the schema of / })
        .first()
        .waitFor();
      const saved = await page.locator('.saved code').first().textContent();
      const file = path.join(output, saved.slice(saved.indexOf(id)));
      const [{ answerContent }] = JSON.parse(await readFile(file, 'utf8')).answers;
      if (answer) assert.deepEqual(answerContent, answer);
      else check(answerContent);
      assert.deepEqual(complaints, []);
    });
  }
});
