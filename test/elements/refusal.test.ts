import { expect } from '@open-wc/testing';
import '../../src/elements/crowd-bounding-box.js';
import '../../src/elements/crowd-classifier-multi-select.js';
import '../../src/elements/crowd-classifier.js';
import '../../src/elements/crowd-entity-annotation.js';
import '../../src/elements/crowd-form.js';
import '../../src/elements/crowd-image-classifier.js';
import '../../src/elements/crowd-input.js';
import '../../src/elements/crowd-question-answer-generation.js';
import '../../src/elements/crowd-rekognition-detect-moderation-labels.js';
import '../../src/elements/crowd-text-ranking.js';
import '../../src/elements/crowd-textract-analyze-document.js';
import { painted, setViewport } from '../support/input.js';
import { listen, type SpokenWords } from '../support/spoken.js';
import { until } from './form/form-harness.js';

const picture = '/examples/pictures/street-1.jpg';
const categories = `categories="['Cat', 'Dog', 'Bird']"`;
const pair = (id: string) =>
  `{blockType: 'KEY_VALUE_SET', id: 'k${id}', entityTypes: ['KEY'], text: 'Key ${id}', relationships: [{type: 'VALUE', ids: ['v${id}']}]},
   {blockType: 'KEY_VALUE_SET', id: 'v${id}', entityTypes: ['VALUE'], text: 'Value ${id}'}`;

/** A task, what is wrong with it when nothing was done, and where the keyboard then is. */
const tasks: Record<string, readonly [html: string, message: RegExp, fault: string]> = {
  'crowd-classifier': [
    `<crowd-classifier name="task" ${categories}><classification-target>Meow</classification-target></crowd-classifier>`,
    /select a category/i,
    '.categories',
  ],
  'crowd-classifier-multi-select': [
    `<crowd-classifier-multi-select name="task" ${categories}></crowd-classifier-multi-select>`,
    /select at least one/i,
    '.categories',
  ],
  'crowd-image-classifier': [
    `<crowd-image-classifier name="task" ${categories} src="${picture}"></crowd-image-classifier>`,
    /select a category/i,
    '.categories',
  ],
  'crowd-rekognition-detect-moderation-labels': [
    `<crowd-rekognition-detect-moderation-labels ${categories} src="${picture}"></crowd-rekognition-detect-moderation-labels>`,
    /select at least one/i,
    '.categories',
  ],
  'crowd-textract-analyze-document': [
    `<crowd-textract-analyze-document src="${picture}" initial-value="[${pair('1')}, ${pair('2')}]"></crowd-textract-analyze-document>`,
    /2 pairs/i,
    '.pair .pair-value',
  ],
  'crowd-text-ranking': [
    `<crowd-text-ranking name="task" responses="['One', 'Two']" ordinal-ranking-dimensions="[{name: 'Kind', allowTie: false}]"></crowd-text-ranking>`,
    /rank/i,
    '.card input, .card button',
  ],
  'crowd-question-answer-generation': [
    `<crowd-question-answer-generation name="task" question-tags="[]"></crowd-question-answer-generation>`,
    /question/i,
    'textarea',
  ],
  'crowd-bounding-box': [
    `<crowd-bounding-box name="task" labels="['Car']" src="${picture}"></crowd-bounding-box>`,
    /nothing to label/i,
    '.stage, [part~="stage"]',
  ],
};

describe('a refused answer', () => {
  const form = document.createElement('crowd-form');
  let spoken: SpokenWords | undefined;

  async function settled(): Promise<void> {
    for (let frame = 0; frame < 4; frame++) await painted();
  }

  afterEach(() => {
    spoken?.stop();
    form.remove();
    document.querySelector('crowd-entity-annotation')?.remove();
  });

  for (const [tag, [html, message, fault]] of Object.entries(tasks)) {
    it(`of <${tag}> is told once, and the keyboard is where it is to be mended`, async () => {
      await setViewport(1180, 760);
      form.innerHTML = `<form>${html}</form>`;
      document.body.append(form);
      const task = form.querySelector(tag) as HTMLElement & { pictureReady?: Promise<void> };
      await task.pictureReady;
      await settled();
      spoken = listen();
      form.submit();
      await settled();
      expect(spoken.texts, spoken.texts.join(' | ')).to.have.length(1);
      expect(spoken.texts[0]).to.match(message);
      expect(spoken.texts[0], 'the key of the answer is the requester’s').not.to.contain('task:');
      const focus = task.shadowRoot!.activeElement;
      expect(focus?.matches(fault), `${focus?.outerHTML.slice(0, 200)}`).to.equal(true);
    });
  }

  it('of <crowd-entity-annotation> is told once', async () => {
    await setViewport(1180, 760);
    const task = document.createElement('crowd-entity-annotation');
    task.setAttribute('name', 'task');
    task.setAttribute('labels', "['person']");
    task.setAttribute('text', 'Ada was born in London.');
    document.body.append(task);
    await settled();
    spoken = listen();
    (task.shadowRoot!.querySelector('crowd-form') as HTMLElementTagNameMap['crowd-form']).submit();
    await settled();
    expect(spoken.texts, spoken.texts.join(' | ')).to.have.length(1);
    expect(spoken.texts[0]).to.match(/nothing to label/i);
    expect(task.shadowRoot!.activeElement?.matches('.text')).to.equal(true);
  });

  for (const [tag, [html, message, fault]] of Object.entries(tasks)) {
    it(`of <${tag}> in a native form is told by the browser, at what is to be mended`, async () => {
      await setViewport(1180, 760);
      const native = document.createElement('form');
      native.innerHTML = html;
      document.body.append(native);
      try {
        const task = native.querySelector(tag) as HTMLElement & {
          pictureReady?: Promise<void>;
          validationMessage: string;
        };
        await task.pictureReady;
        await settled();
        await until(() => {
          native.requestSubmit();
          return task.shadowRoot!.activeElement?.matches(fault) ?? false;
        });
        expect(task.validationMessage).to.match(message);
      } finally {
        native.remove();
      }
    });
  }

  it('of a native form is not told by the task a second time', async () => {
    await setViewport(1180, 760);
    const native = document.createElement('form');
    native.innerHTML = `<crowd-classifier name="task" ${categories}></crowd-classifier>`;
    document.body.append(native);
    try {
      await settled();
      spoken = listen();
      native.requestSubmit();
      await settled();
      expect(spoken.texts).to.deep.equal([]);
      expect(native.querySelector('crowd-classifier')!.shadowRoot!.textContent).to.match(/select a category/i);
    } finally {
      native.remove();
    }
  });
});
