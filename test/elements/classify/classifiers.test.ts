import { expect } from '@open-wc/testing';
import { checkAnswer } from '../../../src/answers/index.js';
import '../../../src/elements/crowd-classifier.js';
import '../../../src/elements/crowd-classifier-multi-select.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-image-classifier.js';
import '../../../src/elements/crowd-image-classifier-multi-select.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, wheel } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { listen } from '../../support/spoken.js';
import { until } from '../form/form-harness.js';
import { checkerboard } from '../image/annotator-harness.js';
import { closeClassifiers, openClassifier } from './classify-harness.js';

const many = (count: number) => JSON.stringify(Array.from({ length: count }, (_, i) => `Species ${i + 1}`));

function crowdForm(): CrowdForm {
  const form = document.createElement('crowd-form') as CrowdForm;
  document.body.append(form);
  return form;
}

describe('classifiers', () => {
  afterEach(closeClassifiers);

  describe('single choice', () => {
    it('answers by a digit exactly as Ground Truth does, and moves the choice', async () => {
      const task = await openClassifier('crowd-classifier');
      expect(task.answer).to.equal(undefined);
      await task.press('2');
      expect(JSON.stringify(task.answer)).to.equal('{"label":"Dog"}');
      await task.press('Numpad3');
      expect(task.chosen).to.deep.equal(['Bird']);
      expect(task.answer).to.deep.equal({ label: 'Bird' });
      expect(checkAnswer('crowd-classifier', task.answer)).to.deep.equal([]);
      expect(task.announcement).to.contain('Bird selected.');
    });

    it('answers by a click, and by the keyboard alone', async () => {
      const task = await openClassifier('crowd-classifier');
      await task.click('Cat');
      expect(task.chosen).to.deep.equal(['Cat']);
      task.buttons[0]!.focus();
      await task.press('ArrowDown', 'ArrowDown', ' ');
      expect(task.chosen).to.deep.equal(['Bird']);
    });

    it('fires change on the host, with the category as value', async () => {
      const task = await openClassifier('crowd-classifier');
      const heard: unknown[] = [];
      task.element.addEventListener('change', (event) =>
        heard.push([event.target === task.element, (event.target as typeof task.element).value]),
      );
      await task.press('1');
      expect(heard).to.deep.equal([[true, 'Cat']]);
      task.element.value = 'Dog';
      await painted();
      expect(heard, 'a script hears nothing of what it did itself').to.have.length(1);
      expect(task.chosen).to.deep.equal(['Dog']);
      expect(task.element._submittableValue).to.deep.equal({ label: 'Dog' });
    });

    it('takes a choice back and does it again', async () => {
      const task = await openClassifier('crowd-classifier');
      await task.press('1', '3', 'Control+z');
      expect(task.chosen).to.deep.equal(['Cat']);
      await task.press('Control+z');
      expect(task.chosen).to.deep.equal([]);
      await task.press('Control+Shift+z', 'Control+y');
      expect(task.chosen).to.deep.equal(['Bird']);
    });

    it('is not submitted without a choice, and says what is missing', async () => {
      const form = crowdForm();
      let submitted = 0;
      form.addEventListener('crowd-submit', (event) => (event.preventDefault(), (submitted += 1)));
      const task = await openClassifier('crowd-classifier', { within: form });
      await task.press('Enter');
      expect(submitted).to.equal(0);
      expect(task.problem).to.equal('Select a category.');
      await task.press('1', 'Enter');
      expect(submitted).to.equal(1);
      expect(form.answers).to.deep.equal({ task: { label: 'Cat' } });
      expect(task.problem).to.equal('');
    });

    it('starts with the initial value, and says so when that is not on offer', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { 'initial-value': 'Dog' } });
      expect(task.answer).to.deep.equal({ label: 'Dog' });
      await task.press('1');
      task.element.formResetCallback();
      await painted();
      expect(task.chosen).to.deep.equal(['Dog']);
      const other = await openClassifier('crowd-classifier', { attributes: { 'initial-value': 'Fish' } });
      expect(other.answer).to.equal(undefined);
      expect(other.announcement).to.contain('“Fish”');
    });

    it('ignores an exclusion category, as the original does', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { 'exclusion-category': "{text: 'None'}" } });
      expect(task.exclusion).to.equal(null);
    });

    it('changes nothing when disabled or read-only', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { readonly: '', 'initial-value': 'Cat' } });
      await task.press('2');
      expect(task.answer).to.deep.equal({ label: 'Cat' });
      task.element.readonly = false;
      task.element.disabled = true;
      await task.press('2');
      expect(task.answer).to.equal(undefined);
    });
  });

  describe('several choices', () => {
    it('toggles by digit and click, and answers in the order of the categories', async () => {
      const task = await openClassifier('crowd-classifier-multi-select');
      await task.press('3', '1');
      expect(JSON.stringify(task.answer)).to.equal('{"labels":["Cat","Bird"]}');
      await task.click('Cat');
      expect(task.answer).to.deep.equal({ labels: ['Bird'] });
      await task.press('3');
      expect(task.answer).to.equal(undefined);
      expect(task.element.value).to.deep.equal([]);
    });

    it('excludes everything at one press, and takes it back at another', async () => {
      const task = await openClassifier('crowd-classifier-multi-select', {
        attributes: { 'exclusion-category': "{ text: 'None of these' }" },
      });
      await task.press('1', '0');
      expect(task.answer).to.deep.equal({ labels: [] });
      expect(task.buttons.every((button) => button.disabled)).to.equal(true);
      expect(task.element.checkValidity()).to.equal(true);
      await task.press('2');
      expect(task.answer, 'categories are off').to.deep.equal({ labels: [] });
      await task.click('None of these');
      expect(task.answer).to.equal(undefined);
      expect(task.buttons.some((button) => button.disabled)).to.equal(false);
      await task.press('Control+z', 'Control+z');
      expect(task.answer).to.deep.equal({ labels: ['Cat'] });
    });
  });

  describe('categories', () => {
    it('are live, reflected as compact JSON, and given out as copies', async () => {
      const task = await openClassifier('crowd-classifier');
      expect(task.element.getAttribute('categories')).to.equal('["Cat","Dog","Bird"]');
      const list = task.element.categories;
      list.push('Fish');
      expect(task.element.categories).to.have.length(3);
      await task.press('2');
      task.element.categories = list;
      await painted();
      expect(task.shown).to.deep.equal(['Cat', 'Dog', 'Bird', 'Fish']);
      expect(task.chosen).to.deep.equal(['Dog']);
      task.element.categories = ['Cow'];
      await painted();
      expect(task.answer, 'what is no longer on offer is not answered').to.equal(undefined);
      expect(task.element.getAttribute('categories')).to.equal('["Cow"]');
    });

    it('can be missing or repeated, with one clear message and no crash', async () => {
      const told: string[] = [];
      const { warn, error } = console;
      console.warn = console.error = (text: string) => void told.push(text);
      const task = await openClassifier('crowd-classifier', { attributes: { categories: "['A', 'A', 'B']" } });
      Object.assign(console, { warn, error });
      expect(told, told.join()).to.have.length(1);
      expect(told[0]).to.contain('`A`');
      expect(task.shown).to.deep.equal(['A', 'B']);
      const none = await openClassifier('crowd-classifier', { attributes: { categories: '' } });
      expect(none.root.querySelector('.picker-empty')!.checkVisibility()).to.equal(true);
      expect(none.element.checkValidity()).to.equal(false);
      none.element.categories = ['Late'];
      await painted();
      expect(none.root.querySelector('.picker-empty')!.checkVisibility()).to.equal(false);
      await none.click('Late');
      expect(none.answer).to.deep.equal({ label: 'Late' });
    });

    it('beyond ten are found by typing a part of the name', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { categories: many(60) } });
      await task.press('s');
      expect(task.root.activeElement).to.equal(task.search);
      await task.type('pecies 47');
      expect(task.shown).to.deep.equal(['Species 47']);
      await task.press('Enter');
      expect(task.answer).to.deep.equal({ label: 'Species 47' });
      expect(task.shown).to.have.length(60);
      await task.press('/');
      await task.type('zzz');
      expect(task.shown).to.deep.equal([]);
      expect(task.root.querySelector('.category-search')!.textContent).to.contain('zzz');
      await task.press('Escape');
      expect(task.shown).to.have.length(60);
    });

    it('beyond ten have keys of two digits, at once and without waiting', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { categories: many(12) } });
      expect(task.buttons[9]!.querySelector('.category-hotkey')!.textContent).to.equal('01');
      await task.press('0', '3');
      expect(task.answer).to.deep.equal({ label: 'Species 12' });
      await task.press('9');
      expect(task.answer).to.deep.equal({ label: 'Species 9' });
    });

    it('show which keys may follow the first, until the second or Escape', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { categories: many(48) } });
      const lit = () =>
        task.buttons
          .map((button) => button.querySelector('.category-hotkey')!)
          .filter((key) => getComputedStyle(key).opacity === '1')
          .map((key) => key.textContent);
      expect(lit()).to.have.length(48);
      await task.press('9');
      expect(lit()).to.deep.equal([...'1234567890'].map((second) => `9${second}`));
      const pane = task.root.querySelector('.picker-area')!.getBoundingClientRect();
      expect(task.buttons[15]!.getBoundingClientRect().bottom, 'in view').to.be.at.most(pane.bottom);
      await task.press('Escape');
      expect(lit()).to.have.length(48);
      await task.press('5');
      expect(task.answer).to.deep.equal({ label: 'Species 5' });
      await task.press('9', '1');
      expect(lit()).to.have.length(48);
      expect(task.answer).to.deep.equal({ label: 'Species 16' });
    });

    it('other keys do what they always do after a first one', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { categories: many(48) } });
      await task.press('4', '9', 'Control+z');
      expect(task.answer).to.equal(undefined);
      await task.press('0', '3');
      expect(task.answer).to.deep.equal({ label: 'Species 8' });
    });

    it('found by typing are in view once they are chosen', async () => {
      const task = await openClassifier('crowd-classifier', { attributes: { categories: many(200) } });
      await task.type('species 147');
      await task.press('Enter');
      await painted();
      const list = task.root.querySelector('.picker-area')!.getBoundingClientRect();
      const chosen = task.root.querySelector('.category-button.selected')!.getBoundingClientRect();
      expect(chosen.top).to.be.at.least(list.top);
      expect(chosen.bottom).to.be.at.most(list.bottom + 1);
    });

    it('without a name are left out, and said to be', async () => {
      const told: string[] = [];
      const warn = console.warn;
      console.warn = (text: string) => void told.push(text);
      try {
        const task = await openClassifier('crowd-classifier', { attributes: { categories: "['A', '', 'B', ' ']" } });
        expect(task.shown).to.deep.equal(['A', 'B']);
        expect(told.filter((text) => text.includes('categories'))).to.have.length(1);
      } finally {
        console.warn = warn;
      }
    });
  });

  describe('what templates reach for', () => {
    it('a click on a hotkey chooses its category', async () => {
      const task = await openClassifier('crowd-classifier');
      task.root.querySelectorAll<HTMLElement>('.category-hotkey')[1]!.click();
      await painted();
      expect(task.answer).to.deep.equal({ label: 'Dog' });
      task.root.querySelectorAll<HTMLElement>('button.category-button')[2]!.click();
      expect(task.answer).to.deep.equal({ label: 'Bird' });
    });

    it('a card after the categories stays, whatever is chosen', async () => {
      const task = await openClassifier('crowd-classifier');
      const card = document.createElement('div');
      card.textContent = 'How sure are you?';
      task.root.querySelector('.annotation-area .category-picker-wrapper')!.insertAdjacentElement('afterend', card);
      await task.press('2');
      task.element.categories = ['One', 'Two'];
      await painted();
      expect(card.isConnected && card.checkVisibility()).to.equal(true);
      expect(card.getBoundingClientRect().top).to.be.greaterThan(task.buttons.at(-1)!.getBoundingClientRect().bottom);
    });

    it('the target has a node of its own', async () => {
      const task = await openClassifier('crowd-classifier');
      const [node] = task.root.querySelectorAll<HTMLElement>('.annotation-area.target > *');
      expect(node!.getBoundingClientRect().height).to.be.greaterThan(100);
    });
  });

  describe('the target', () => {
    it('keeps the line breaks of text, without the one that the template begins with', async () => {
      const task = await openClassifier('crowd-classifier', {
        html: '<classification-target>\n  First line\n  Second line\n</classification-target>',
      });
      const region = task.element.querySelector('classification-target')!;
      const range = document.createRange();
      range.selectNodeContents(region);
      const lines = [...range.getClientRects()].filter(({ width }) => width > 20);
      expect(lines.length).to.equal(2);
      const paper = task.root.querySelector('.target-paper')!.getBoundingClientRect();
      expect(lines[0]!.top - paper.top).to.be.lessThan(40);
    });

    it('plays by keys that are no hotkeys', async () => {
      const task = await openClassifier('crowd-classifier', {
        html: '<classification-target><video></video></classification-target>',
      });
      const video = task.element.querySelector('video')!;
      const played: string[] = [];
      video.play = () => (played.push('play'), Promise.resolve());
      await task.click('Cat');
      await task.press(' ', 'Period', 'Period', 'Comma', '2');
      expect(played).to.deep.equal(['play']);
      expect(video.playbackRate).to.equal(1.25);
      expect(task.answer, 'Space did not press the button again').to.deep.equal({ label: 'Dog' });
    });
  });

  describe('pictures', () => {
    const picture = { src: checkerboard(400, 300) };
    const comment =
      '<worker-comment header="Odd?" link-text="Say more" placeholder="e.g. too dark">What is wrong?</worker-comment>';

    it('answers with a comment, and without an empty one', async () => {
      const task = await openClassifier('crowd-image-classifier', { attributes: picture, html: comment });
      await task.press('1');
      expect(task.answer).to.deep.equal({ label: 'Cat' });
      await task.clickOn('.comment-link');
      const dialog = task.root.querySelector<HTMLDialogElement>('.comment-dialog')!;
      expect(dialog.open).to.equal(true);
      expect(dialog.querySelector('textarea')!.placeholder).to.equal('e.g. too dark');
      await task.type('Blurred 2');
      await task.clickOn('.comment-dialog .oce-primary');
      expect(JSON.stringify(task.answer)).to.equal('{"label":"Cat","workerComment":"Blurred 2"}');
      expect(checkAnswer('crowd-image-classifier', task.answer)).to.deep.equal([]);
      await task.press('Control+z');
      expect(task.answer).to.deep.equal({ label: 'Cat' });
    });

    it('shows no link without the region', async () => {
      const task = await openClassifier('crowd-image-classifier', { attributes: picture, html: '' });
      expect(task.root.querySelector('.comment-link')!.checkVisibility()).to.equal(false);
    });

    it('zooms by the wheel and moves by dragging', async () => {
      const task = await openClassifier('crowd-image-classifier-multi-select', { attributes: picture, html: '' });
      await (task.element as unknown as { pictureReady: Promise<void> }).pictureReady;
      await painted();
      const rect = () => task.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect();
      const before = rect();
      const middle = pointOf(task.root.querySelector('.stage')!);
      await wheel(middle, -400);
      const zoomed = rect();
      expect(zoomed.width).to.be.greaterThan(before.width * 1.5);
      await mouse.drag([middle, [middle[0] + 40, middle[1] + 25]]);
      await painted();
      expect(rect().left - zoomed.left).to.be.closeTo(40, 1);
      expect(rect().top - zoomed.top).to.be.closeTo(25, 1);
      await task.press('1', '3');
      expect(task.answer).to.deep.equal({ labels: ['Cat', 'Bird'] });
    });

    it('can be answered even when the picture is missing', async () => {
      const task = await openClassifier('crowd-image-classifier', { attributes: { src: '/nowhere.png' }, html: '' });
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(task.root.querySelector('oce-picture-state')!.textContent).to.contain('nowhere.png');
      await task.press('2');
      expect(task.answer).to.deep.equal({ label: 'Dog' });
    });
  });

  describe('auto-advance', () => {
    async function open(grace = '') {
      const form = crowdForm();
      const submitted: unknown[] = [];
      form.addEventListener('crowd-submit', (event) => {
        event.preventDefault();
        submitted.push((event as CustomEvent<{ answers: unknown }>).detail.answers);
      });
      const task = await openClassifier('crowd-classifier', { within: form, attributes: { 'auto-advance': grace } });
      return { task, submitted, form };
    }

    it('submits on the key press, and offers the host to take it back', async () => {
      const { task, submitted } = await open();
      const wanted: unknown[] = [];
      document.addEventListener(
        'advance-undo',
        (event) => {
          event.preventDefault();
          wanted.push((event as CustomEvent).detail);
        },
        { once: true },
      );
      await task.press('2');
      expect(submitted).to.deep.equal([{ task: { label: 'Dog' } }]);
      expect(task.root.querySelector('.advance-note')!.textContent).to.contain('Dog: submitted');
      await task.clickOn('.advance-note button');
      expect(wanted).to.deep.equal([{ name: 'task', answer: { label: 'Dog' } }]);
      expect(task.announcement).to.contain('taken back');
    });

    it('tells each step once, and the choice alone where the page keeps the task open', async () => {
      const { task } = await open('300');
      let spoken = listen();
      await task.press('2');
      expect(spoken.texts).to.deep.equal(['Dog: being submitted']);
      await until(() => spoken.texts.length > 1);
      expect(spoken.texts).to.deep.equal(['Dog: being submitted', 'Dog: submitted']);
      spoken.stop();
      closeClassifiers();

      const kept = await open();
      kept.form.addEventListener('before-advance', (event) => event.preventDefault());
      spoken = listen();
      await kept.task.press('3');
      expect(spoken.texts).to.deep.equal(['Bird selected.']);
      expect(kept.submitted).to.deep.equal([]);
      spoken.stop();
    });

    it('says so when nobody can take it back', async () => {
      const { task } = await open();
      await task.press('2');
      await task.clickOn('.advance-note button');
      expect(task.announcement).to.contain('cannot take back');
    });

    it('waits as long as it is told, and undo takes the choice back', async () => {
      const { task, submitted } = await open('400');
      await task.press('2', 'Control+z');
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(submitted).to.deep.equal([]);
      expect(task.chosen).to.deep.equal([]);
      await task.press('3');
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect(submitted).to.deep.equal([{ task: { label: 'Bird' } }]);
    });
  });

  it('hands its answer to a native form', async () => {
    const form = document.createElement('form');
    document.body.append(form);
    const task = await openClassifier('crowd-classifier', { within: form });
    expect(form.checkValidity()).to.equal(false);
    await task.press('1');
    expect(new FormData(form).get('task')).to.equal('{"label":"Cat"}');
    form.reset();
    await painted();
    expect(task.chosen).to.deep.equal([]);
  });

  it('is accessible in every state', async () => {
    const text = await openClassifier('crowd-classifier', { attributes: { header: 'Which?' } });
    await text.press('1');
    await expectAccessible(text.element);
    text.element.remove();
    const multi = await openClassifier('crowd-image-classifier-multi-select', {
      attributes: {
        src: checkerboard(60, 60),
        categories: many(30),
        'exclusion-category': "{text: 'None'}",
        header: 'Which?',
      },
      html: '<worker-comment>Why?</worker-comment>',
    });
    await multi.press('2', 'Backquote');
    await expectAccessible(multi.element);
    await multi.press('Shift+C');
    await expectAccessible(multi.element);
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak({
      open: async () =>
        (await openClassifier('crowd-image-classifier', { attributes: { src: checkerboard(40, 40) } })).element,
      close: () => closeClassifiers(),
      times: 20,
    });
  });
});
