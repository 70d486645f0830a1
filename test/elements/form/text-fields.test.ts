import { expect } from '@open-wc/testing';
import type { CrowdInput } from '../../../src/elements/crowd-input.js';
import '../../../src/elements/crowd-input.js';
import type { CrowdTextArea } from '../../../src/elements/crowd-text-area.js';
import '../../../src/elements/crowd-text-area.js';
import { compose, painted, press, type, withClipboard } from '../../support/input.js';
import { expectAccessible } from '../../support/a11y.js';
import { taskPage } from './form-harness.js';
import { place } from './form-control-suite.js';

const native = (field: CrowdInput | CrowdTextArea) =>
  field.shadowRoot!.querySelector<HTMLInputElement | HTMLTextAreaElement>('#control')!;
const problem = (field: HTMLElement) => field.shadowRoot!.querySelector('#error')?.textContent ?? '';

describe('crowd-input', () => {
  it('is omitted when empty and cleared by null', async () => {
    const page = await taskPage('<crowd-input name="a"></crowd-input><crowd-input name="b" value="x"></crowd-input>');
    expect(page.answer).to.deep.equal({ b: 'x' });
    const field = page.find<CrowdInput>('[name=b]');
    field.value = null as unknown as string;
    expect(field.value).to.equal('');
    expect(page.answer).to.deep.equal({});
  });

  it('follows its attribute until a worker or a script gives a value', async () => {
    const field = await place<CrowdInput>('crowd-input', '<crowd-input value="a"></crowd-input>');
    field.setAttribute('value', 'b');
    expect(field.value).to.equal('b');
    field.value = 'c';
    field.setAttribute('value', 'd');
    expect(field.value).to.equal('c');
  });

  it('is seen by FormData at once', async () => {
    const field = await place<CrowdInput>('crowd-input', '<form><crowd-input name="a"></crowd-input></form>');
    field.value = 'now';
    expect(new FormData(field.form!).get('a')).to.equal('now');
  });

  it('counts a hidden required field that scripts fill', async () => {
    const page = await taskPage('<crowd-input name="data" hidden required></crowd-input>');
    page.form.submit();
    expect(page.submits).to.have.length(0);
    page.find<CrowdInput>('crowd-input').value = '{"a":1}';
    page.form.submit();
    expect(page.taken[0]!.answers).to.deep.equal({ data: '{"a":1}' });
  });

  it('drops characters that the pattern does not allow, and keeps the caret', async () => {
    const field = await place<CrowdInput>(
      'crowd-input',
      '<crowd-input auto-validate allowed-pattern="[0-9]"></crowd-input>',
    );
    field.focus();
    await type('1a2b3');
    expect(field.value).to.equal('123');
    await press('ArrowLeft', 'ArrowLeft');
    await type('x9');
    expect(field.value).to.equal('1923');
    expect(native(field).selectionStart).to.equal(2);
  });

  it('lets an input method finish a syllable before it filters', async () => {
    const field = await place<CrowdInput>(
      'crowd-input',
      '<crowd-input auto-validate allowed-pattern="[가-힣]"></crowd-input>',
    );
    field.focus();
    await compose(['ㅎ', '하', '한'], '한');
    expect(field.value).to.equal('한');
  });

  it('ignores what is longer than allowed and refuses what is shorter than asked', async () => {
    const page = await taskPage('<crowd-input name="a" max-length="5" min-length="3"></crowd-input>');
    const field = page.find<CrowdInput>('crowd-input');
    field.focus();
    await type('12');
    expect(field.validity.tooShort).to.be.true;
    page.form.submit();
    await painted();
    expect(problem(field)).to.contain('at least 3');
    await type('34567');
    await painted();
    expect(field.value).to.equal('12345');
    expect(problem(field)).to.equal('');
  });

  it('says what the page wrote when something is wrong', async () => {
    const field = await place<CrowdInput>(
      'crowd-input',
      '<crowd-input type="email" auto-validate error-message="An address, please." label="Mail"></crowd-input>',
    );
    field.focus();
    await type('nobody');
    await painted();
    expect(problem(field)).to.equal('An address, please.');
    await expectAccessible(field);
    await type('@example.org');
    await painted();
    expect(problem(field)).to.equal('');
    expect(field.checkValidity()).to.be.true;
  });

  for (const [kind, given] of [
    ['number', '1.5'],
    ['date', '2026-11-20'],
    ['time', '12:30'],
    ['url', 'https://example.org/'],
  ] as const) {
    it(`behaves as a native ${kind} field`, async () => {
      const page = await taskPage(`<crowd-input name="a" type="${kind}" value="${given}" label="L"></crowd-input>`);
      expect(native(page.find('crowd-input'))).to.have.property('type', kind);
      expect(native(page.find('crowd-input')).value).to.equal(given);
      expect(page.answer).to.deep.equal({ a: given });
      await expectAccessible(page.find('crowd-input'));
    });
  }

  it('answers with the name of a file, and gives a native form the file itself', async () => {
    const field = await place<CrowdInput>(
      'crowd-input',
      '<form><crowd-input name="a" type="file" label="File"></crowd-input></form>',
    );
    const list = new DataTransfer();
    list.items.add(new File(['hello'], 'hello.txt'));
    const input = native(field) as HTMLInputElement;
    input.files = list.files;
    input.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(field.value).to.contain('hello.txt');
    expect(field.answerContribution()).to.deep.equal({ name: 'a', type: 'value', value: field.value });
    expect((new FormData(field.form!).get('a') as File).name).to.equal('hello.txt');
    field.form!.reset();
    expect(field.value).to.equal('');
  });

  it('takes the focus when asked to', async () => {
    const field = await place<CrowdInput>('crowd-input', '<crowd-input auto-focus label="L"></crowd-input>');
    expect(document.activeElement).to.equal(field);
  });

  it('is named by its label, a label on the page, or its hint', async () => {
    const field = await place<CrowdInput>(
      'crowd-input',
      '<label for="f">Outside</label><crowd-input id="f"></crowd-input>',
    );
    expect(native(field).getAttribute('aria-label')).to.equal('Outside');
    const hinted = await place<CrowdInput>('crowd-input', '<crowd-input placeholder="Hint"></crowd-input>');
    expect(native(hinted).getAttribute('aria-label')).to.equal('Hint');
    await expectAccessible(field.parentElement!);
  });

  it('submits a native form with Enter, but not a task by accident', async () => {
    const page = await taskPage('<crowd-input name="a"></crowd-input>');
    page.find('crowd-input').focus();
    await type('x');
    await press('Enter');
    expect(page.submits).to.have.length(0);
    const field = await place<CrowdInput>('crowd-input', '<form><crowd-input></crowd-input><button>Go</button></form>');
    let submits = 0;
    field.form!.onsubmit = () => {
      submits += 1;
      return false;
    };
    field.focus();
    await press('Enter');
    expect(submits).to.equal(1);
  });

  it('comes back after navigation', async () => {
    const field = await place<CrowdInput>('crowd-input', '<crowd-input name="a"></crowd-input>');
    field.formStateRestoreCallback('kept');
    expect(field.value).to.equal('kept');
  });
});

describe('crowd-text-area', () => {
  it('keeps line breaks', async () => {
    const page = await taskPage('<crowd-text-area name="a"></crowd-text-area>');
    page.find('crowd-text-area').focus();
    await type('one');
    await press('Enter');
    await type('two');
    expect(page.answer).to.deep.equal({ a: 'one\ntwo' });
  });

  it('starts with its rows, grows up to its limit, then scrolls', async () => {
    const area = await place<CrowdTextArea>(
      'crowd-text-area',
      '<crowd-text-area rows="2" max-rows="4"></crowd-text-area>',
    );
    const height = () => native(area).getBoundingClientRect().height;
    const line = Number.parseFloat(getComputedStyle(native(area)).lineHeight);
    const atFirst = height();
    area.value = 'a\nb\nc\nd';
    await painted();
    const grown = height();
    expect(grown).to.be.greaterThan(atFirst + line);
    area.value = 'a\n'.repeat(20);
    await painted();
    expect(height()).to.be.lessThan(grown + 2 * line);
    expect(native(area).scrollHeight).to.be.greaterThan(native(area).clientHeight);
  });

  it('counts characters and ignores too many, also pasted ones', async () => {
    const area = await place<CrowdTextArea>(
      'crowd-text-area',
      '<crowd-text-area label="L" char-counter max-length="5" value="abc"></crowd-text-area>',
    );
    const counter = () => area.shadowRoot!.querySelector('[part=counter] bdi')!.textContent;
    expect(counter()).to.equal('3 / 5');
    area.focus();
    await withClipboard(() => press('Control+a', 'Control+c', 'End', 'Control+v'));
    await painted();
    expect(area.value).to.equal('abcab');
    expect(counter()).to.equal('5 / 5');
    await expectAccessible(area);
  });
});
