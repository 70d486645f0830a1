import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-entity-annotation.js';
import '../../../src/elements/crowd-input.js';
import { MemoryDraftStorage, setDraftStorage } from '../../../src/classes.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import type { CrowdEntityAnnotation } from '../../../src/elements/text/crowd-entity-annotation.js';
import { IndexedDraftStorage } from '../../../src/workspace/drafts/indexed-draft-storage.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeTexts, consoleDuring, entity, openText, people, sentence, until } from './text-harness.js';

describe('the text annotator in a page', () => {
  afterEach(closeTexts);

  it('brings a form of its own whose questions join the answer', async () => {
    const task = await openText();
    const div = document.createElement('div');
    div.innerHTML = '<crowd-input name="remark" label="Remark"></crowd-input><input name="sure" value="yes">';
    task.form.form.appendChild(div);
    await painted();
    expect(div.getBoundingClientRect().height, 'shown').to.be.greaterThan(20);
    (div.firstElementChild as HTMLInputElement).value = 'clear';
    await task.drag('London');
    await task.press('2');
    const submitted = new Promise<CustomEvent>((resolve) =>
      document.addEventListener('crowd-submit', (event) => resolve(event as CustomEvent), { once: true }),
    );
    document.addEventListener('crowd-submit', (event) => event.preventDefault(), { once: true });
    await mouse.click(pointOf(task.root.querySelector('[data-testid="crowd-submit"] [type="submit"]')!));
    const { detail } = await submitted;
    expect(detail.answers).to.deep.equal({
      task: { entities: [entity(sentence, 'London', 'place')] },
      remark: 'clear',
      sure: 'yes',
    });
    const [answer] = JSON.parse(detail.fields.taskAnswers) as [object];
    expect(answer).to.deep.equal(detail.answers);
  });

  it('lets a page listen to the form in its shadow root and read the fields', async () => {
    const task = await openText({ initialValue: [entity(sentence, 'Ada', 'person')] });
    let submits = 0;
    task.form.addEventListener('submit', (event) => {
      submits += 1;
      event.preventDefault();
    });
    task.form.submit();
    expect(submits).to.equal(1);
    const { taskAnswers } = task.form._serializeForm();
    expect(JSON.parse(taskAnswers!)).to.deep.equal([
      { task: { entities: [entity(sentence, 'Ada', 'person')], initialValueModified: false } },
    ]);
  });

  it('asks for a span or "Nothing to label" before it submits', async () => {
    const task = await openText();
    let submits = 0;
    task.form.addEventListener('submit', (event) => {
      submits += 1;
      event.preventDefault();
    });
    const button = task.root.querySelector('[data-testid="crowd-submit"] [type="submit"]')!;
    await mouse.click(pointOf(button));
    await painted();
    expect(submits).to.equal(0);
    expect(task.form.shadowRoot!.querySelector('[role="alert"]')!.textContent).to.contain('Annotate at least once');
    await mouse.click(pointOf(task.root.querySelector('#nothing-to-annotate input')!));
    await mouse.click(pointOf(button));
    await painted();
    expect(submits).to.equal(1);
    expect(task.element.value).to.deep.equal({ entities: [] });
  });

  it('tells what is missing beside the questions, not over them', async () => {
    const task = await openText();
    const questions = document.createElement('div');
    questions.innerHTML = '<crowd-input name="why" label="Why?" required></crowd-input><input name="sure" required>';
    task.form.form.append(questions);
    await task.drag('London');
    await task.press('2');
    task.form.submit();
    await painted();
    const message = task.form.shadowRoot!.querySelector('[part="message"]')!.getBoundingClientRect();
    expect(message.height).to.be.greaterThan(10);
    for (const field of questions.children) {
      const box = field.getBoundingClientRect();
      expect(Math.min(box.bottom, message.bottom) - Math.max(box.top, message.top), field.localName).to.be.at.most(0);
    }
    expect((document.activeElement as HTMLElement).localName).to.equal('crowd-entity-annotation');
    expect(task.root.activeElement!.getAttribute('name')).to.equal('why');
  });

  it('is harmless inside of a crowd-form, and says so', async () => {
    const outer = document.createElement('crowd-form') as CrowdForm;
    document.body.append(outer);
    const told = await consoleDuring(async () => {
      const task = await openText({ within: outer.form, initialValue: [entity(sentence, 'Ada', 'person')] });
      expect(outer.answers).to.deep.equal({
        task: { entities: [entity(sentence, 'Ada', 'person')], initialValueModified: false },
      });
      const submitted = new Promise((resolve) => outer.addEventListener('submit', resolve, { once: true }));
      outer.addEventListener('submit', (event) => event.preventDefault());
      await mouse.click(pointOf(task.root.querySelector('[data-testid="crowd-submit"] [type="submit"]')!));
      await submitted;
    });
    outer.remove();
    expect(told.filter(({ text }) => text.includes('outer form'))).to.have.length(1);
  });

  it('fires input and change for what the worker does, and nothing for scripts', async () => {
    const task = await openText();
    const heard: string[] = [];
    for (const type of ['input', 'change']) task.element.addEventListener(type, () => heard.push(type));
    task.element.value = { entities: [entity(sentence, 'Ada', 'person')] };
    expect(heard).to.deep.equal([]);
    await task.drag('London');
    await task.press('2');
    expect(heard).to.deep.equal(['input', 'change']);
  });

  it('tells whether the worker changed what was given', async () => {
    const task = await openText({ initialValue: [entity(sentence, 'London', 'place')] });
    expect(task.element.value['initialValueModified']).to.equal(false);
    await task.click('London');
    await task.press('1');
    expect(task.element.value['initialValueModified']).to.equal(true);
    await task.press('2');
    expect(task.element.value['initialValueModified']).to.equal(false);
  });

  it('takes questions that nobody has answered for no work', async () => {
    const written: string[] = [];
    class Watched extends MemoryDraftStorage {
      override write(...args: Parameters<MemoryDraftStorage['write']>) {
        written.push(JSON.stringify(args[1]));
        return super.write(...args);
      }
    }
    setDraftStorage(new Watched());
    try {
      const task = await openText({ attributes: { drafts: '1h', 'task-id': `questions-${Math.random()}` } });
      const question = document.createElement('input');
      question.name = 'remark';
      task.form.form.append(question);
      window.dispatchEvent(new Event('pagehide'));
      await task.drag('London');
      await task.press('2');
      await until(() => written.length > 0);
      expect(written[0]).to.contain('place');
    } finally {
      setDraftStorage(new IndexedDraftStorage());
    }
  });

  it('reads attributes and properties in any order', async () => {
    const element = document.createElement('crowd-entity-annotation') as CrowdEntityAnnotation;
    element.value = { entities: [entity(sentence, 'Ada', 'person')] };
    element.labels = people;
    const holder = document.createElement('div');
    holder.append(element);
    document.body.append(holder);
    element.text = sentence;
    await element.updateComplete;
    expect(element.value).to.deep.equal({ entities: [entity(sentence, 'Ada', 'person')] });
    element.text = 'Another text.';
    expect(element.value).to.deep.equal({ entities: [] });
    holder.remove();
  });

  it('counts in UTF-16 units, or in code points, and tells once where they differ', async () => {
    const text = '😀 Ada 😀 Bob';
    const told = await consoleDuring(async () => {
      const task = await openText({ text });
      await task.drag('Bob');
      await task.press('1');
      expect(task.entities).to.deep.equal([{ endOffset: 13, label: 'person', startOffset: 10 }]);
      closeTexts();
      await openText({ text });
      closeTexts();
    });
    expect(told.filter(({ level, text: line }) => level === 'info' && line.includes('offset-unit'))).to.have.length(1);
    const task = await openText({
      text,
      attributes: { 'offset-unit': 'code-point' },
      initialValue: [{ label: 'person', startOffset: 2, endOffset: 5 }],
    });
    expect(task.labelled).to.have.length(1);
    expect(task.chips[0]!.querySelector('.chip-name')!.getAttribute('aria-label')).to.equal('per, Person: Ada');
    await task.drag('Bob');
    await task.press('1');
    expect(task.entities.at(-1)).to.deep.equal({ endOffset: 11, label: 'person', startOffset: 8 });
    expect(task.entities[0]).to.deep.equal({ endOffset: 5, label: 'person', startOffset: 2 });
  });

  it('keeps unfinished work', async () => {
    const id = `text-${Math.random()}`;
    const attributes = { drafts: '1 day', 'task-id': id };
    const task = await openText({ attributes });
    await task.drag('London');
    await task.press('2');
    await new Promise((resolve) => setTimeout(resolve, 200));
    closeTexts();
    const again = await openText({ attributes });
    const find = () => again.root.querySelector('oce-restore-banner button');
    await until(() => find() !== null);
    expect(again.entities).to.deep.equal([]);
    await mouse.click(pointOf(find()!));
    await until(() => again.labelled.join() === 'London/place');
    again.textBox.focus();
    await again.press('Control+z');
    expect(again.entities).to.deep.equal([]);
  });
});

describe('bad input of the text annotator', () => {
  afterEach(closeTexts);

  it('shows overlapping spans although overlapping is off, with one message', async () => {
    const given = [entity(sentence, 'Ada Lovelace', 'person'), entity(sentence, 'Lovelace was', 'date')];
    const told = await consoleDuring(async () => {
      const task = await openText({ initialValue: given });
      expect(task.chipNames).to.have.members(['per', 'dat']);
      expect(task.element.value).to.deep.equal({ entities: given, initialValueModified: false });
    });
    expect(told.filter(({ text }) => text.includes('overlap'))).to.have.length(1);
  });

  it('cuts spans at the ends of the text and leaves out what is none', async () => {
    const told = await consoleDuring(async () => {
      const task = await openText({
        initialValue: [
          { label: 'person', startOffset: 50, endOffset: 999 },
          { label: 'person', startOffset: 8, endOffset: 8 },
          { label: 'person', startOffset: 'x', endOffset: 3 },
          { label: 'dragon', startOffset: 0, endOffset: 3 },
          entity(sentence, 'Ada', 'person'),
        ],
      });
      expect(task.entities.map(({ startOffset, endOffset }) => [startOffset, endOffset])).to.deep.equal([
        [50, sentence.length],
        [0, 3],
      ]);
    });
    for (const { text } of told) expect(text).to.contain('crowd-entity-annotation');
    expect(new Set(told.map(({ text }) => text)).size, 'nothing twice').to.equal(told.length);
  });

  it('stands a missing text, missing labels and text that looks like markup', async () => {
    const told = await consoleDuring(async () => {
      const empty = await openText({ text: '' });
      expect(empty.root.querySelector('.no-text')?.textContent).to.equal('This task has no text.');
      expect(empty.element.value).to.deep.equal({ entities: [] });
      await empty.press('ArrowRight', 'Enter', 'Shift+ArrowDown');
      closeTexts();
      const bare = await openText({ labels: '[]', text: '<b onclick="x()">Ada</b> &amp;' });
      await bare.drag('Ada');
      expect(bare.textBox.textContent).to.equal('<b onclick="x()">Ada</b> &amp;');
    });
    expect(told.filter(({ text }) => text.includes('`text` is missing'))).to.have.length(1);
  });
});
