import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-entity-annotation.js';
import { expectAccessible } from '../../support/a11y.js';
import { expectNoLeak } from '../../support/leak.js';
import { mouse, painted, pointOf, touch, type PagePoint } from '../../support/input.js';
import { closeTexts, entity, openText, people, sentence, until } from './text-harness.js';

describe('labelling a text', () => {
  afterEach(closeTexts);

  it('marks first and labels then, by mouse and key', async () => {
    const task = await openText();
    await task.drag('Ada Lovelace');
    expect(task.entities).to.deep.equal([]);
    expect(task.markBoxes).to.have.length(1);
    await task.press('1');
    expect(task.element.value).to.deep.equal({ entities: [entity(sentence, 'Ada Lovelace', 'person')] });
    expect(Object.keys(task.entities[0]!)).to.deep.equal(['endOffset', 'label', 'startOffset']);
    expect(task.chipNames).to.deep.equal(['per']);
    expect(task.announcement).to.equal('Person: Ada Lovelace. 1 labelled.');
    await task.drag('1815', { back: true });
    await task.chooseLabel('date');
    expect(task.labelled).to.deep.equal(['Ada Lovelace/person', '1815/date']);
  });

  it('takes the label first, until it is let go of', async () => {
    const task = await openText();
    await task.press('2');
    await task.drag('London');
    await task.drag('London', { nth: 1 });
    expect(task.labelled).to.deep.equal(['London/place', 'London/place']);
    await task.press('Escape');
    await task.drag('1815');
    expect(task.entities).to.have.length(2);
    await task.press('3');
    expect(task.labelled.at(1)).to.equal('1815/date');
  });

  it('keeps the answer in the order of the text', async () => {
    const task = await openText();
    for (const [words, key] of [
      ['large', '1'],
      ['Ada', '2'],
      ['born', '3'],
    ] as const) {
      await task.drag(words);
      await task.press(key);
    }
    expect(task.labelled).to.deep.equal(['Ada/place', 'born/date', 'large/person']);
  });

  it('takes a word by double click, and leaves spaces out', async () => {
    const task = await openText();
    await task.doubleClick('Lovelace');
    await task.press('1');
    await task.drag(' in London ');
    await task.press('2');
    expect(task.labelled).to.deep.equal(['Lovelace/person', 'in London/place']);
  });

  it('snaps to whole words when asked to', async () => {
    const task = await openText();
    await task.use('whole-words');
    await task.drag('da Love');
    await task.press('1');
    expect(task.labelled).to.deep.equal(['Ada Lovelace/person']);
  });

  it('changes, removes and undoes', async () => {
    const task = await openText({ initialValue: [entity(sentence, 'London', 'person')] });
    await task.click('London');
    await task.press('2');
    expect(task.labelled).to.deep.equal(['London/place']);
    await mouse.click(pointOf(task.chips[0]!.querySelector('.chip-remove')!));
    await painted();
    expect(task.labelled).to.deep.equal([]);
    expect(task.announcement).to.equal('Place removed: London. 0 labelled.');
    await task.press('Control+z');
    await task.press('Control+z');
    expect(task.labelled).to.deep.equal(['London/person']);
    await task.press('Control+Shift+z');
    expect(task.labelled).to.deep.equal(['London/place']);
    await task.click('London');
    await task.press('Delete');
    expect(task.labelled).to.deep.equal([]);
  });

  it('takes an existing span as a whole, never in part', async () => {
    const task = await openText({ initialValue: [entity(sentence, 'Ada Lovelace', 'person')] });
    await task.drag('Love');
    await task.press('2');
    expect(task.labelled).to.deep.equal(['Ada Lovelace/place']);
    await task.drag('lace was born');
    await task.press('3');
    expect(task.labelled).to.deep.equal(['Ada Lovelace was born/date']);
    await task.press('Control+z');
    expect(task.labelled).to.deep.equal(['Ada Lovelace/place']);
  });

  it('resizes by its grips and keys, and stops at neighbours', async () => {
    const task = await openText({
      initialValue: [entity(sentence, 'Ada', 'person'), entity(sentence, 'was', 'date')],
    });
    await task.click('Ada');
    const grip = task.root.querySelector('.grip-end')!.getBoundingClientRect();
    const target = task.boxOf('Lovelace');
    const from: PagePoint = [grip.left + grip.width / 2, grip.top + 4];
    await mouse.drag([from, [target.left + 10, from[1]], [target.right, from[1]]]);
    await painted();
    expect(task.labelled[0]).to.equal('Ada Lovelace/person');
    expect(task.element.value['initialValueModified']).to.equal(true);
    await task.press('Control+z');
    expect(task.labelled[0]).to.equal('Ada/person');
    await task.click('Ada');
    await task.press('Shift+]', '[');
    expect(task.labelled[0]).to.equal('d/person');
    await task.press(...Array.from({ length: 20 }, () => ']'));
    expect(task.labelled[0]).to.equal('da Lovelace /person');
  });

  it('labels all identical places as one step', async () => {
    const text = 'London, London and Londoners in LONDON. London!';
    const task = await openText({ text, initialValue: [entity(text, 'London', 'place')] });
    await task.click('London');
    await task.press('a');
    expect(task.entities.map(({ startOffset }) => startOffset)).to.deep.equal([0, 8, 40]);
    expect(task.announcement).to.equal('Place in 2 more places. 3 labelled.');
    await task.press('Control+z');
    expect(task.entities).to.have.length(1);
  });

  it('lets spans overlap and nest where that is allowed, and reaches stacked ones click by click', async () => {
    const text = 'The Bank of Korea in Seoul';
    const task = await openText({ text, attributes: { 'allow-overlap': '' } });
    await task.drag('Bank of Korea');
    await task.press('1', 'Escape');
    await task.drag('Korea');
    await task.press('2', 'Escape');
    expect(task.labelled).to.deep.equal(['Bank of Korea/person', 'Korea/place']);
    const [outer, inner] = task.chips.map((chip) => chip.getBoundingClientRect().top);
    expect(outer, 'the outer name is above').to.be.lessThan(inner! - 10);
    await task.click('Korea');
    await task.press('3');
    expect(task.labelled[1]).to.equal('Korea/date');
    await task.click('Korea');
    await task.press('2');
    expect(task.labelled[0]).to.equal('Bank of Korea/place');
  });

  it('marks from the very ends of the selected span where spans may overlap, and resizes it below', async () => {
    const task = await openText({ attributes: { 'allow-overlap': '' } });
    await task.drag('Ada Lovelace');
    await task.press('1');
    await task.drag('Ada');
    await task.press('2');
    await task.click('Lovelace');
    await task.drag('Lovelace', { back: true });
    await task.press('3');
    expect(task.labelled).to.deep.equal(['Ada Lovelace/person', 'Ada/place', 'Lovelace/date']);
    const { left, bottom, right } = task.boxOf('Lovelace');
    await mouse.drag([
      [right, bottom + 5],
      [right - 10, bottom],
      [left + 10, bottom],
    ]);
    expect(task.labelled[2]).not.to.equal('Lovelace/date');
    expect(task.labelled).to.have.length(3);
  });

  it('never splits a character', async () => {
    const text = 'Hi 👩‍👩‍👧‍👦 and 🇰🇷 ok';
    const task = await openText({ text });
    const { left, width, top, height } = task.boxOf('👩‍👩‍👧‍👦');
    await mouse.drag([
      [left + width * 0.1, top + height / 2],
      [left + width * 0.4, top + height / 2],
      [left + width * 0.7, top + height / 2],
    ]);
    await task.press('1');
    expect(task.labelled).to.deep.equal(['👩‍👩‍👧‍👦/person']);
  });

  it('works with a finger: a tap takes a word or a span, grips move its ends', async () => {
    const task = await openText();
    await task.tap('Lovelace');
    expect(task.markBoxes).to.have.length(1);
    const grip = task.root.querySelector('.grip-start')!.getBoundingClientRect();
    const y = grip.bottom + 6;
    const ada = task.boxOf('Ada');
    await touch.drag([
      [grip.left + grip.width / 2, y],
      [ada.left + 20, y],
      [ada.left - 2, y],
    ]);
    await painted();
    // A tap right after a drag would be taken for a part of it.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await touch.tap(pointOf(task.root.querySelector('.label-button')!));
    await until(() => task.labelled.join() === 'Ada Lovelace/person');
    await task.tap('Lovelace');
    await touch.tap(pointOf(task.root.querySelector('[data-label="place"]')!));
    await until(() => task.labelled.join() === 'Ada Lovelace/place');
  });

  it('shows itself in the object list, which selects, hides and locks', async () => {
    const task = await openText({
      initialValue: [entity(sentence, 'Ada', 'person'), entity(sentence, 'London', 'place')],
    });
    expect(task.objects.map((row) => row.querySelector('.oce-object-place')?.textContent)).to.deep.equal([
      'Ada',
      'London',
    ]);
    await mouse.click(pointOf(task.objects[1]!.querySelector('.oce-object-name')!));
    await task.press('l', 'Control+z');
    await task.press('o');
    expect(task.chipNames).to.deep.equal(['per']);
    expect(task.entities, 'hidden is still answered').to.have.length(2);
  });

  it('is read-only when told so', async () => {
    const task = await openText({
      attributes: { readonly: '' },
      initialValue: [entity(sentence, 'Ada', 'person')],
    });
    await task.drag('London');
    await task.press('2');
    expect(task.labelled).to.deep.equal(['Ada/person']);
    expect(task.root.querySelector('.chip-remove')).to.equal(null);
  });

  it('is accessible empty, with spans, overlapping, and without a text', async () => {
    for (const options of [
      {},
      { initialValue: [entity(sentence, 'Ada', 'person'), entity(sentence, 'London', 'place')] },
      { initialValue: [entity(sentence, 'Ada Lovelace', 'person'), entity(sentence, 'Ada', 'place')], text: sentence },
      { text: '' },
    ]) {
      const task = await openText({ ...options, content: '<short-instructions>Label names.</short-instructions>' });
      await expectAccessible(task.element);
      closeTexts();
    }
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak({
      open: async () => (await openText({ initialValue: [entity(sentence, 'Ada', 'person')] })).element,
      use: async (element) => {
        element.shadowRoot!.querySelector<HTMLElement>('.text')!.focus();
        await painted();
      },
      close: () => closeTexts(),
      times: 10,
    });
  });

  it('takes labels as strings, as old templates write them, and reflects them', async () => {
    const task = await openText({ labels: "['person', {label: 'place', longDisplayName: 'Place name'},]" });
    expect(task.element.getAttribute('labels')).to.equal('["person",{"label":"place","longDisplayName":"Place name"}]');
    await task.drag('Ada');
    await task.press('2');
    expect(task.chipNames).to.deep.equal(['place']);
    task.element.labels = [...people];
    await painted();
    expect(task.chipNames).to.deep.equal(['loc']);
  });
});
