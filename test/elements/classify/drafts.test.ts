import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-classifier-multi-select.js';
import '../../../src/elements/crowd-question-answer-generation.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeClassifiers, openClassifier, type ClassifyHarness } from './classify-harness.js';

async function until(check: () => boolean): Promise<void> {
  for (let i = 0; i < 100; i++) {
    if (check()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error('It did not happen.');
}

describe('unfinished choices', () => {
  let id = '';
  beforeEach(() => (id = `choices-${Math.random()}`));
  afterEach(closeClassifiers);

  const open = () => openClassifier('crowd-classifier-multi-select', { attributes: { drafts: '1h', 'task-id': id } });
  const banner = (task: ClassifyHarness) => task.root.querySelector('oce-restore-banner');
  const button = (task: ClassifyHarness, text: RegExp) =>
    [...banner(task)!.querySelectorAll('button')].find((each) => text.test(each.textContent ?? ''))!;

  it('are offered after the page was left, and come back with their history', async () => {
    const task = await open();
    await task.press('1', '3');
    await new Promise((resolve) => setTimeout(resolve, 150));
    task.element.remove();
    const again = await open();
    await until(() => banner(again)?.querySelector('button') != null);
    expect(again.answer, 'nothing is chosen before the worker says so').to.equal(undefined);
    await painted();
    await mouse.click(pointOf(button(again, /restore/i)));
    await until(() => again.chosen.length === 2);
    expect(again.answer).to.deep.equal({ labels: ['Cat', 'Bird'] });
    await again.press('Control+z');
    expect(again.answer).to.deep.equal({ labels: ['Cat'] });
  });

  it('are forgotten once the answer has arrived', async () => {
    const task = await open();
    await task.press('2');
    await new Promise((resolve) => setTimeout(resolve, 150));
    task.element.answerSubmitted();
    await new Promise((resolve) => setTimeout(resolve, 150));
    task.element.remove();
    const again = await open();
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(banner(again)).to.equal(null);
  });
});
