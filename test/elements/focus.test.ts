import { expect } from '@open-wc/testing';
import '../../src/elements/crowd-entity-annotation.js';
import '../../src/elements/crowd-form.js';
import '../../src/elements/crowd-image-classifier.js';
import '../../src/elements/crowd-question-answer-generation.js';
import '../../src/elements/crowd-text-ranking.js';
import '../../src/elements/crowd-textract-analyze-document.js';
import { mouse, painted, pointOf, press, setViewport } from '../support/input.js';
import { until } from './form/form-harness.js';
import { checkerboard } from './image/annotator-harness.js';

/** The focused node, within however many shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Somebody who uses the keyboard alone goes on where they were. */
describe('focus', () => {
  let holder: HTMLElement;

  async function open(html: string): Promise<{ element: HTMLElement; root: ShadowRoot }> {
    await setViewport(1280, 800);
    holder = document.createElement('div');
    holder.innerHTML = html;
    document.body.append(holder);
    const element = holder.querySelector<HTMLElement>('[name=task], crowd-textract-analyze-document')!;
    await (element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    await painted();
    return { element, root: element.shadowRoot! };
  }

  const click = async (node: Element | null | undefined) => {
    node!.scrollIntoView({ block: 'center' });
    await painted();
    await mouse.click(pointOf(node!));
    await painted();
  };

  const isUsable = (node: Element | null) =>
    node !== null && node !== document.body && !node.matches(':disabled') && node.checkVisibility();

  afterEach(() => holder.remove());

  const text = `<crowd-entity-annotation name="task" drafts="off" text="Ada met Bo." labels="['person']"
    initial-value="[{label: 'person', startOffset: 0, endOffset: 3}, {label: 'person', startOffset: 8, endOffset: 10}]">
    </crowd-entity-annotation>`;

  it('goes to a neighbour when its button can do no more', async () => {
    const { element, root } = await open(text);
    element.focus();
    await press('Enter', 'Delete');
    const undo = root.querySelector<HTMLButtonElement>('oce-toolbar #undo')!;
    undo.focus();
    await press('Enter');
    await until(() => undo.disabled, 'the last undo');
    await painted();
    expect(isUsable(focused()), focused()?.outerHTML.slice(0, 80)).to.equal(true);
    expect(focused()!.closest('oce-toolbar')).not.to.equal(null);
  });

  it('goes to the text when the last object of the list is deleted', async () => {
    const { root } = await open(text);
    await click(root.querySelector('[role=row]'));
    await press('Delete');
    await until(() => root.querySelectorAll('[role=row]').length === 1, 'one to go');
    await press('Delete');
    await until(() => root.querySelectorAll('[role=row]').length === 0, 'both to go');
    await painted();
    expect(focused()).to.equal(root.querySelector('.text'));
  });

  it('goes back to the button of the instructions when their pane is closed', async () => {
    const { root } = await open(text);
    root.querySelector<HTMLElement>('oce-instructions .oce-row button')!.focus();
    await press('Enter');
    await painted();
    expect(focused()!.textContent.trim()).to.equal('Instructions');
    expect(isUsable(focused())).to.equal(true);
  });

  it('goes to another question when one is removed, and to the first that is missing', async () => {
    const { root } = await open(
      '<crowd-form><crowd-question-answer-generation name="task" drafts="off" text="Why?" question-tags="[]"></crowd-question-answer-generation></crowd-form>',
    );
    await click(root.querySelector('.add-question'));
    await until(() => root.querySelectorAll('.card').length === 2, 'a second card');
    await until(() => focused()?.closest('.card') === root.querySelectorAll('.card')[1], 'its focus');
    root.querySelectorAll<HTMLElement>('.card-head button')[1]!.focus();
    await press('Enter');
    await until(() => root.querySelectorAll('.card').length === 1, 'one card');
    await painted();
    const [question, answer] = root.querySelectorAll('textarea');
    expect(focused()).to.equal(question);
    expect(question!.getAttribute('aria-label')).to.equal('Question 1');
    expect(answer!.getAttribute('aria-label')).to.equal('Answer 1');
    await press('x', 'Tab');
    const form = holder.querySelector('crowd-form') as HTMLElement & { submit(): void };
    form.submit();
    await painted();
    expect(focused()).to.equal(answer);
  });

  it('goes to the first rank that is missing', async () => {
    const { root } = await open(
      `<crowd-form><crowd-text-ranking name="task" drafts="off" text="Why?" responses="['a', 'b']"
        ordinal-ranking-dimensions="[{name: 'Good', allowTie: true}]"></crowd-text-ranking></crowd-form>`,
    );
    const radios = root.querySelectorAll<HTMLInputElement>('input[type=radio]');
    radios[0]!.focus();
    await press(' ');
    (holder.querySelector('crowd-form') as HTMLElement & { submit(): void }).submit();
    await painted();
    expect(focused()).to.equal(root.querySelectorAll('fieldset')[1]!.querySelector('input'));
  });

  it('goes to another pair when one is removed', async () => {
    const { root } = await open(
      `<crowd-form><crowd-textract-analyze-document drafts="off" src="${checkerboard(40, 30)}"></crowd-textract-analyze-document></crowd-form>`,
    );
    for (const count of [1, 2]) {
      await click(root.querySelector('.pairs-foot button'));
      await until(() => root.querySelectorAll('.pair').length === count, 'a pair');
    }
    const last = () => [...root.querySelectorAll<HTMLElement>('.pair')].at(-1)!;
    const remove = [...last().querySelectorAll<HTMLElement>('button')].find((button) =>
      button.getAttribute('aria-label')?.startsWith('Remove'),
    );
    remove!.focus();
    await press('Enter');
    await until(() => root.querySelectorAll('.pair').length === 1, 'one pair');
    await painted();
    expect(focused()!.closest('.pair')).to.equal(last());
  });

  it('tells the name of what sets the opacity of an overlay, and its value in words', async () => {
    const { root } = await open(
      `<crowd-form><crowd-image-classifier name="task" drafts="off" src="${checkerboard(40, 30)}" categories="['A']"
        overlay="{boundingBox: {labels: ['x'], value: [{label: 'x', left: 1, top: 1, width: 9, height: 9}]}}"></crowd-image-classifier></crowd-form>`,
    );
    await until(() => root.querySelector('oce-overlay-legend input[type=range]') !== null, 'the slider');
    const slider = root.querySelector('oce-overlay-legend input[type=range]')!;
    expect(slider.getAttribute('aria-label')).to.equal('Opacity');
    expect(slider.getAttribute('aria-valuetext')).to.equal('35%');
  });
});
