import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-classifier.js';
import '../../../src/elements/crowd-classifier-multi-select.js';
import '../../../src/elements/crowd-entity-annotation.js';
import '../../../src/elements/crowd-image-classifier.js';
import '../../../src/elements/crowd-question-answer-generation.js';
import '../../../src/elements/crowd-textract-analyze-document.js';
import '../../../src/elements/crowd-text-ranking.js';
import { compose, mouse, painted, pointOf, press, setViewport } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { checkerboard } from '../image/annotator-harness.js';
import { closeTexts, openText } from '../text/text-harness.js';
import { closeClassifiers, openClassifier } from './classify-harness.js';

const many = JSON.stringify(Array.from({ length: 14 }, (_, i) => (i === 3 ? '한강' : `Item ${i + 1}`)));

/** A key as an input method sends it on while it composes. */
const composingKey = (key: string, code: string) =>
  new KeyboardEvent('keydown', { key, code, isComposing: true, bubbles: true, composed: true, cancelable: true });
/** A key as Safari sends it right after a composition that it ended. */
const lateKey = (key: string, code: string) =>
  new KeyboardEvent('keydown', { key, code, keyCode: 229, bubbles: true, composed: true, cancelable: true });

describe('input methods', () => {
  afterEach(() => {
    closeClassifiers();
    closeTexts();
  });

  it('find a category by its Korean name, and choose nothing before they are done', async () => {
    const task = await openClassifier('crowd-classifier', { attributes: { categories: many } });
    task.search!.focus();
    await compose(['ㅎ', '하', '한'], '한');
    await painted();
    expect(task.shown).to.deep.equal(['한강']);
    for (const key of [composingKey('Enter', 'Enter'), lateKey('Enter', 'Enter')]) task.search!.dispatchEvent(key);
    await painted();
    expect(task.answer, 'the Enter that ends a composition is not the worker’s').to.equal(undefined);
    await task.press('Enter');
    expect(task.answer).to.deep.equal({ label: '한강' });
  });

  it('are no hotkeys, wherever the focus is', async () => {
    const task = await openClassifier('crowd-classifier-multi-select');
    task.element.focus();
    for (const key of [composingKey('1', 'Digit1'), lateKey('Process', 'Digit2')]) {
      task.root.activeElement!.dispatchEvent(key);
    }
    await painted();
    expect(task.chosen).to.deep.equal([]);
    closeClassifiers();
    const text = await openText();
    await text.drag('London');
    text.textBox.dispatchEvent(composingKey('1', 'Digit1'));
    text.textBox.dispatchEvent(lateKey('Process', 'Digit1'));
    await painted();
    expect(text.entities).to.deep.equal([]);
    await text.press('1');
    expect(text.labelled).to.deep.equal(['London/person']);
  });

  it('confirm a value of a form only when they are done', async () => {
    await setViewport(1200, 760);
    const element = document.createElement('crowd-textract-analyze-document');
    element.setAttribute('drafts', 'off');
    element.setAttribute('src', checkerboard(40, 40));
    element.setAttribute('keys', "['이름', '주소']");
    document.body.append(element);
    await (element as unknown as { pictureReady: Promise<void> }).pictureReady;
    await painted();
    const [first] = element.shadowRoot!.querySelectorAll<HTMLInputElement>('.pair-value');
    await mouse.click(pointOf(first!));
    await compose(['ㄱ', '기', '김'], '김');
    first!.dispatchEvent(composingKey('Enter', 'Enter'));
    first!.dispatchEvent(lateKey('Enter', 'Enter'));
    await painted();
    expect(element.shadowRoot!.querySelectorAll('.is-judged')).to.have.length(0);
    expect(element.shadowRoot!.activeElement).to.equal(first);
    await press('Enter');
    await painted();
    expect(element.shadowRoot!.querySelectorAll('.is-judged')).to.have.length(1);
    expect(JSON.stringify((element as unknown as { value: object }).value)).to.contain('김');
    element.remove();
  });
});

describe('what stands in a classification target', () => {
  afterEach(closeClassifiers);

  it('is a document of its own, which keeps its keys', async () => {
    const pdf = 'data:application/pdf;base64,JVBERi0xLjQKJSVFT0YK';
    const task = await openClassifier('crowd-classifier', {
      html: `<classification-target><object type="application/pdf" data="${pdf}" width="300" height="200">No viewer</object></classification-target>`,
    });
    const object = task.element.querySelector('object')!;
    expect(object.getBoundingClientRect().width).to.equal(300);
    await task.press('2');
    expect(task.answer).to.deep.equal({ label: 'Dog' });
  });

  it('is several pictures, which stay in the page', async () => {
    const picture = checkerboard(120, 80);
    const task = await openClassifier('crowd-classifier', {
      html: `<classification-target><img alt="Before" src="${picture}"><img alt="After" src="${picture}"></classification-target>`,
    });
    const images = [...task.element.querySelectorAll('img')];
    await Promise.all(images.map((image) => image.decode()));
    await painted();
    for (const image of images) expect(image.getBoundingClientRect().width).to.equal(120);
    const area = task.root.querySelector('.annotation-area.target')!.getBoundingClientRect();
    for (const image of images) expect(image.getBoundingClientRect().right).to.be.at.most(area.right);
    await task.press('1');
    expect(task.answer).to.deep.equal({ label: 'Cat' });
  });

  for (const tag of ['audio', 'video']) {
    it(`is ${tag}: its keys move, and digits still choose`, async () => {
      const task = await openClassifier('crowd-classifier', {
        html: `<classification-target><${tag} controls></${tag}></classification-target>`,
      });
      const media = task.element.querySelector<HTMLMediaElement>(tag)!;
      let isPaused = true;
      const calls: string[] = [];
      Object.defineProperty(media, 'paused', { get: () => isPaused });
      Object.defineProperty(media, 'duration', { get: () => 60 });
      let now = 20;
      Object.defineProperty(media, 'currentTime', { get: () => now, set: (to: number) => (now = to) });
      media.play = () => ((isPaused = false), calls.push('play'), Promise.resolve());
      media.pause = () => void ((isPaused = true), calls.push('pause'));
      await task.press(' ', ' ');
      expect(calls).to.deep.equal(['play', 'pause']);
      await task.press('ArrowRight', 'ArrowRight', 'ArrowLeft', 'Shift+ArrowLeft');
      expect(now).to.equal(24);
      for (let press = 0; press < 14; press++) await task.press('ArrowLeft');
      expect(now, 'not before the beginning').to.equal(0);
      await task.press('Period', 'Comma', 'Comma');
      expect(media.playbackRate).to.equal(0.75);
      expect(task.answer, 'none of them is a hotkey').to.equal(undefined);
      await task.press('3');
      expect(task.answer).to.deep.equal({ label: 'Bird' });
      expect(calls).to.have.length(2);
    });
  }

  it('leaves keys to a field that has the focus', async () => {
    const task = await openClassifier('crowd-classifier', {
      html: '<classification-target>Which?<input aria-label="Note"></classification-target>',
    });
    const field = task.element.querySelector('input')!;
    field.focus();
    await task.press('2', ' ', 'Period');
    expect(field.value).to.equal('2 .');
    expect(task.answer).to.equal(undefined);
  });
});

describe('opened and closed fifty times', () => {
  const open = (tag: string, attributes: Record<string, string>) => () => {
    const element = document.createElement(tag) as HTMLElement & { updateComplete: Promise<unknown> };
    for (const [name, value] of Object.entries({ name: 'task', drafts: 'off', ...attributes })) {
      element.setAttribute(name, value);
    }
    element.innerHTML = '<classification-target>Kim Seoul</classification-target>';
    document.body.append(element);
    return element.updateComplete.then(painted).then(() => element);
  };
  const overlay = "{entityAnnotation: {value: [{label: 'name', startOffset: 0, endOffset: 3}]}}";
  const block = '{blockType: "KEY_VALUE_SET", entityTypes: ["KEY"], id: "k", text: "Name"}';
  const tasks: Record<string, Record<string, string>> = {
    'crowd-classifier': { categories: many, overlay, 'compare-overlay': overlay },
    'crowd-textract-analyze-document': { src: checkerboard(40, 40), 'initial-value': `[${block}]` },
    'crowd-text-ranking': { text: 'Why?', responses: "['a', 'b']", 'ordinal-ranking-dimensions': "['Good']" },
    'crowd-question-answer-generation': { text: 'A text.', 'question-tags': "['Who']" },
  };
  for (const [tag, attributes] of Object.entries(tasks)) {
    it(`<${tag}> leaves nothing behind`, async () => {
      await expectNoLeak({
        open: open(tag, attributes),
        use: async (element) => {
          element.focus();
          await painted();
        },
      });
    });
  }
});
