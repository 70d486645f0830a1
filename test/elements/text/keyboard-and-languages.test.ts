import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-entity-annotation.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeTexts, entity, openText, sentence } from './text-harness.js';

const times = (key: string, count: number) => Array.from({ length: count }, () => key);

describe('labelling by keyboard alone', () => {
  afterEach(closeTexts);

  it('selects by characters and by words, with a cursor that is seen', async () => {
    const task = await openText();
    const caret = task.root.querySelector<HTMLElement>('.text-caret')!;
    expect(caret.checkVisibility()).to.equal(true);
    await task.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', '1');
    expect(task.labelled).to.deep.equal(['Ada/person']);
    await task.press('Escape', ...times('Control+ArrowRight', 4), 'Shift+Control+ArrowRight', '2');
    expect(task.labelled).to.deep.equal(['Ada/person', 'London/place']);
    const { left } = task.boxOf('London');
    expect(caret.getBoundingClientRect().left).to.be.greaterThan(left);
  });

  it('marks the word at the cursor, selects spans, and steps through them', async () => {
    const task = await openText();
    await task.press('Enter', '1', 'Escape');
    expect(task.labelled).to.deep.equal(['Ada/person']);
    await task.press(...times('Control+ArrowRight', 6), 'Control+ArrowLeft', 'Enter', '3', 'Escape');
    expect(task.labelled).to.have.length(2);
    await task.press('Home', 'Enter', '2');
    expect(task.labelled[0]).to.equal('Ada/place');
    await task.press('.', 'Delete');
    expect(task.labelled).to.deep.equal(['Ada/place']);
    await task.press(',', '3');
    expect(task.labelled).to.deep.equal(['Ada/date']);
  });

  it('goes up and down, to the ends of lines and of the text', async () => {
    const task = await openText({ text: 'second line\nsecond\n\nfourth line' });
    await task.press('ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+End', '1');
    expect(task.labelled).to.deep.equal(['cond/person']);
    await task.press('Escape', 'Control+End', 'Shift+Home', '2');
    expect(task.labelled[1]).to.equal('fourth line/place');
    await task.press('Escape', 'Control+Home', 'Shift+ArrowDown', 'Escape', 'ArrowUp', 'Shift+Control+ArrowRight', '3');
    expect(task.labelled[0]).to.equal('second/date');
  });

  it('tells what stands at the cursor and what is selected', async () => {
    const task = await openText({ initialValue: [entity(sentence, 'London', 'place')] });
    await task.press('Control+ArrowRight');
    expect(await task.cursorText()).to.equal('space');
    await task.press(...times('Control+ArrowRight', 5), 'Control+ArrowLeft');
    expect(await task.cursorText()).to.equal('London, Place');
    await task.press('Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(await task.cursorText()).to.equal('Selected: Ad. Choose a label.');
  });

  it('labels with a label that was chosen first by Enter', async () => {
    const task = await openText();
    await task.press('2', 'Shift+Control+ArrowRight', 'Enter');
    expect(task.labelled).to.deep.equal(['Ada/place']);
  });
});

describe('languages in the text annotator', () => {
  afterEach(closeTexts);

  it('labels names within Korean words and Japanese sentences', async () => {
    const korean = await openText({ text: '김민수는 서울에서 열린 회의에 참석했다.' });
    await korean.drag('김민수');
    await korean.press('1');
    await korean.press('Escape');
    await korean.drag('서울');
    await korean.press('2');
    expect(korean.labelled).to.deep.equal(['김민수/person', '서울/place']);
    closeTexts();
    const japanese = await openText({ text: '佐藤花子さんは大阪大学へ入学した。' });
    await japanese.drag('大阪大学');
    await japanese.press('2');
    expect(japanese.labelled).to.deep.equal(['大阪大学/place']);
  });

  it('marks from right to left, and moves the way the line is written', async () => {
    const text = 'ولد نجيب محفوظ في القاهرة عام 1911.';
    const task = await openText({ text });
    await task.drag('نجيب محفوظ');
    await task.press('1');
    expect(task.labelled).to.deep.equal(['نجيب محفوظ/person']);
    const chip = task.chips[0]!.getBoundingClientRect();
    const words = task.boxOf('نجيب محفوظ');
    expect(Math.abs(chip.right - words.right), 'the name stands where the words begin').to.be.lessThan(2);
    await task.press('Escape', 'Home', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', '2');
    expect(task.labelled[0]).to.equal('ولد/place');
  });

  it('reads mixed lines each in its own direction', async () => {
    const task = await openText({ text: 'Cairo is القاهرة in Arabic.\nالقاهرة is Cairo.' });
    await task.drag('القاهرة');
    await task.press('2', 'Escape');
    await task.drag('Cairo', { nth: 1 });
    await task.press('2');
    expect(task.labelled).to.deep.equal(['القاهرة/place', 'Cairo/place']);
    expect(task.boxOf('القاهرة', 1).left).to.be.greaterThan(task.boxOf('Cairo', 1).left);
  });

  it('moves by whole characters over emoji and combining marks', async () => {
    const task = await openText({ text: 'e\u0301👩‍👩‍👧‍👦🇰🇷x' });
    await task.press('ArrowRight', 'Shift+ArrowRight', '1');
    expect(task.labelled).to.deep.equal(['👩‍👩‍👧‍👦/person']);
    await task.press('Escape', 'Shift+ArrowRight', '2');
    expect(task.labelled[1]).to.equal('🇰🇷/place');
  });

  it('speaks Korean in a Korean page', async () => {
    const holder = document.createElement('div');
    holder.lang = 'ko';
    document.body.append(holder);
    const task = await openText({ within: holder, text: '김민수는 서울에' });
    await task.drag('서울');
    await task.press('2');
    expect(task.announcement).to.equal('Place: 서울. 레이블 1개.');
    holder.remove();
  });
});

describe('a long text', () => {
  afterEach(closeTexts);

  const line = 'Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor. ';

  for (const [name, joint] of [
    ['of many lines', '\n'],
    ['in one line', ''],
  ] as const) {
    it(`${name} paints only what is seen, and finds far spans`, async () => {
      const text = Array.from({ length: 1000 }, () => line).join(joint);
      const spans = Array.from({ length: 1000 }, (_, at) => ({
        label: at % 2 ? 'person' : 'place',
        startOffset: at * (line.length + joint.length) + 6,
        endOffset: at * (line.length + joint.length) + 11,
      }));
      const task = await openText({ text, initialValue: spans });
      expect(task.chips.length).to.be.within(5, 250);
      expect(task.entities).to.have.length(1000);
      task.element.focus();
      await task.press(',');
      for (let frame = 0; frame < 8; frame++) await painted();
      const selected = task.chips.find((chip) => chip.classList.contains('selected'));
      expect(selected, 'the last span is brought into view').to.not.equal(undefined);
      const box = selected!.getBoundingClientRect();
      const view = task.root.querySelector('.text-scroller')!.getBoundingClientRect();
      expect(box.top).to.be.greaterThan(view.top - 4);
      expect(box.bottom).to.be.lessThan(view.bottom);
      await mouse.click(pointOf(selected!.querySelector('.chip-remove')!));
      await painted();
      expect(task.entities).to.have.length(999);
    });
  }
});
