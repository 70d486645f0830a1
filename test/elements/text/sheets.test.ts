import { expect } from '@open-wc/testing';
import { checkAnswer } from '../../../src/answers/index.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-question-answer-generation.js';
import '../../../src/elements/crowd-text-ranking.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import type { TaskElement } from '../../../src/elements/task-element.js';
import type { AnnotationBase } from '../../../src/document/annotation.js';
import { until } from '../form/form-harness.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, setViewport, type } from '../../support/input.js';

describe('tasks that flow in their page', () => {
  let form: CrowdForm;
  let element: TaskElement<AnnotationBase>;

  async function open(tag: string, attributes: Record<string, string>): Promise<ShadowRoot> {
    await setViewport(1100, 1400);
    form = document.createElement('crowd-form') as CrowdForm;
    document.body.append(form);
    element = document.createElement(tag) as TaskElement<AnnotationBase>;
    for (const [name, value] of Object.entries({ name: 'task', drafts: 'off', ...attributes })) {
      element.setAttribute(name, value);
    }
    form.append(element);
    await element.updateComplete;
    await painted();
    return element.shadowRoot!;
  }

  const click = async (node: Element | null | undefined) => {
    await painted();
    node!.scrollIntoView({ block: 'center' });
    await mouse.click(pointOf(node!));
    await painted();
  };

  afterEach(() => form.remove());

  for (const tag of ['crowd-text-ranking', 'crowd-question-answer-generation']) {
    it(`shows instructions that are children of ${tag}`, async () => {
      const root = await open(tag, { text: 'Why?', responses: "['Because.', 'No.']" });
      element.insertAdjacentHTML(
        'beforeend',
        `<short-instructions><p id="short">Short</p></short-instructions>
        <full-instructions header="Everything"><p id="full">Long</p></full-instructions>`,
      );
      const isSeen = (selector: string) => element.querySelector(selector)!.checkVisibility();
      await until(() => root.querySelector('.bar') !== null && isSeen('#short'), 'the pane');
      expect(isSeen('#full')).to.equal(false);
      expect(form.shadowRoot!.querySelector('.bar'), 'a second bar').to.equal(null);
      const [toggle, link] = root.querySelectorAll<HTMLButtonElement>('.bar button');
      await click(link);
      await until(() => isSeen('#full'), 'the dialog');
      expect(root.querySelector('#dialog-title')!.textContent.trim()).to.equal('Everything');
      await expectAccessible(element);
      await press('Escape');
      await until(() => !isSeen('#full'), 'the dialog to go');
      expect(root.activeElement, 'focus comes back').to.equal(link);
      await click(toggle);
      await until(() => !isSeen('#short'), 'the pane to go');
      expect(toggle!.getAttribute('aria-expanded')).to.equal('false');
    });
  }

  describe('crowd-text-ranking', () => {
    const attributes = {
      text: 'Why is the sky blue?\nIn one sentence.',
      responses: "['Because of scattering.', 'Paint.', 'The sea mirrors it.']",
      'ordinal-ranking-dimensions': "[{name: 'Helpful', allowTie: false}, {name: 'Clear', allowTie: true}]",
    };
    const rank = (root: ShadowRoot, response: number, dimension: number, value: number) =>
      click(
        root.querySelectorAll('.card')[response]!.querySelectorAll('.ranks')[dimension]!.querySelectorAll('.rank')[
          value - 1
        ],
      );

    it('ranks in every dimension, with ties only where they are allowed', async () => {
      const root = await open('crowd-text-ranking', attributes);
      expect(element.checkValidity()).to.equal(false);
      expect(element.validationMessage).to.equal('6 ranks are missing.');
      await rank(root, 0, 0, 1);
      await rank(root, 1, 0, 3);
      await rank(root, 2, 0, 2);
      for (const response of [0, 1, 2]) await rank(root, response, 1, 1);
      expect(form.answers).to.deep.equal({
        task: {
          rankings: [
            { name: 'Helpful', ranks: [1, 3, 2] },
            { name: 'Clear', ranks: [1, 1, 1] },
          ],
        },
      });
      expect(checkAnswer('crowd-text-ranking', form.answers['task'])).to.deep.equal([]);
      expect(element.checkValidity()).to.equal(true);
      await rank(root, 0, 0, 3);
      expect(
        (form.answers['task'] as { rankings: { ranks: number[] }[] }).rankings[0]!.ranks,
        'they change places',
      ).to.deep.equal([3, 1, 2]);
      await press('Control+z');
      expect((form.answers['task'] as { rankings: { ranks: number[] }[] }).rankings[0]!.ranks).to.deep.equal([1, 3, 2]);
    });

    it('is ranked by digits alone, from group to group', async () => {
      const root = await open('crowd-text-ranking', attributes);
      element.focus();
      await press('2', '1', '1', '1', '3', '2');
      await painted();
      expect((form.answers['task'] as { rankings: { ranks: number[] }[] }).rankings).to.deep.equal([
        { name: 'Helpful', ranks: [2, 1, 3] },
        { name: 'Clear', ranks: [1, 1, 2] },
      ]);
      expect((root.activeElement as HTMLInputElement).checked, 'stays where everything is done').to.equal(true);
      await press('4');
      expect(element.checkValidity()).to.equal(true);
    });

    it('marks what is missing once the answer was refused', async () => {
      const root = await open('crowd-text-ranking', attributes);
      const missing = () => root.querySelectorAll('.ranks.is-missing').length;
      await rank(root, 0, 0, 1);
      expect(missing()).to.equal(0);
      form.submit();
      await painted();
      expect(missing()).to.equal(5);
      await rank(root, 0, 1, 1);
      expect(missing()).to.equal(4);
    });

    it('says what is missing, and does not fail without anything to rank', async () => {
      await open('crowd-text-ranking', { ...attributes, responses: '[]' });
      expect(element.shadowRoot!.textContent).to.contain('no responses');
      expect(element.checkValidity()).to.equal(false);
    });

    it('is accessible', async () => {
      const root = await open('crowd-text-ranking', attributes);
      await rank(root, 0, 0, 1);
      await expectAccessible(element);
    });
  });

  describe('crowd-question-answer-generation', () => {
    const attributes = {
      text: 'The ferry leaves at nine. It takes an hour.',
      'min-questions': '1',
      'max-questions': '2',
      'question-min-words': '3',
      'question-tags': "['Time', 'Place']",
      'allow-custom-question-tags': '',
    };
    const fields = (root: ShadowRoot) => [...root.querySelectorAll('textarea')];

    it('takes questions and answers within their limits', async () => {
      const root = await open('crowd-question-answer-generation', attributes);
      expect(element.checkValidity()).to.equal(false);
      await click(fields(root)[0]);
      await type('When?');
      await click(fields(root)[1]);
      await type('At nine.');
      expect(element.validationMessage).to.equal('Question 1 does not have the asked number of words.');
      await click(fields(root)[0]);
      await press('End');
      await type(' Does it leave?');
      expect(element.checkValidity(), 'also while typing').to.equal(true);
      await click(root.querySelector('.tag'));
      await click(root.querySelector('.own-tag'));
      await type('Ferry');
      await press('Enter');
      expect(form.answers).to.deep.equal({
        task: {
          questionAnswers: [{ answer: 'At nine.', question: 'When? Does it leave?', tags: ['Time', 'Ferry'] }],
        },
      });
      expect(checkAnswer('crowd-question-answer-generation', form.answers['task'])).to.deep.equal([]);
    });

    it('adds questions up to the limit, and takes them back', async () => {
      const root = await open('crowd-question-answer-generation', attributes);
      await click(root.querySelector('.add-question'));
      expect(fields(root)).to.have.length(4);
      expect(root.activeElement).to.equal(fields(root)[2]);
      expect(root.querySelector<HTMLButtonElement>('.add-question')!.disabled).to.equal(true);
      await click(root.querySelectorAll('.card-head button')[0]);
      expect(fields(root)).to.have.length(2);
    });

    it('counts words where nobody writes spaces', async () => {
      const root = await open('crowd-question-answer-generation', { ...attributes, 'question-min-words': '2' });
      const field = fields(root)[0]!;
      field.focus();
      field.value = '船は何時に出ますか';
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await painted();
      expect(root.querySelector('.field-head .oce-hint')!.classList.contains('is-wrong')).to.equal(false);
    });

    it('is accessible', async () => {
      await open('crowd-question-answer-generation', attributes);
      await expectAccessible(element);
    });
  });
});
