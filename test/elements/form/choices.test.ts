import { expect } from '@open-wc/testing';
import type { CrowdCheckbox } from '../../../src/elements/crowd-checkbox.js';
import '../../../src/elements/crowd-checkbox.js';
import type { CrowdRadioButton } from '../../../src/elements/crowd-radio-button.js';
import '../../../src/elements/crowd-radio-group.js';
import '../../../src/elements/crowd-toggle-button.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press } from '../../support/input.js';
import { taskPage, type FormHarness } from './form-harness.js';
import { place } from './form-control-suite.js';

const radio = (name: string, value: string, more = '') =>
  `<crowd-radio-button name="${name}" value="${value}" ${more}>${value}</crowd-radio-button>`;
const clickBox = async (element: Element) => {
  const box = element.getBoundingClientRect();
  await mouse.click([box.left + 9, box.top + box.height / 2]);
  await painted();
};

describe('crowd-checkbox', () => {
  it('merges boxes of one name', async () => {
    const page = await taskPage(
      '<crowd-checkbox name="c" value="a" checked="true">A</crowd-checkbox><crowd-checkbox name="c" value="b">B</crowd-checkbox><crowd-checkbox name="d">D</crowd-checkbox>',
    );
    expect(page.answer).to.deep.equal({ c: { a: true, b: false }, d: { on: false } });
  });

  it('shows its state as an attribute, which scripts observe', async () => {
    const box = await place<CrowdCheckbox>('crowd-checkbox', '<crowd-checkbox>A</crowd-checkbox>');
    const seen = new Promise<void>((resolve) => {
      new MutationObserver(() => resolve()).observe(box, { attributeFilter: ['checked'] });
    });
    await clickBox(box);
    await seen;
    expect(box).to.have.attribute('checked');
    box.checked = false;
    await painted();
    expect(box).not.to.have.attribute('checked');
    box.formResetCallback();
    expect(box.checked).to.be.false;
  });

  it('is ticked by its text, by a label on the page, by Space and by script', async () => {
    const box = await place<CrowdCheckbox>(
      'crowd-checkbox',
      '<label for="b">Outside</label> <crowd-checkbox id="b"><b>Inside</b></crowd-checkbox>',
    );
    await mouse.click(pointOf(box.querySelector('b')!));
    expect(box.checked).to.be.true;
    await mouse.click(pointOf(document.querySelector('label[for=b]')!));
    expect(box.checked).to.be.false;
    box.focus();
    await press('Space');
    expect(box.checked).to.be.true;
    box.click();
    expect(box.checked).to.be.false;
  });

  it('can be watched by hidden native boxes that mirror it', async () => {
    const page = await taskPage('<crowd-checkbox>Seen</crowd-checkbox><input type="checkbox" name="m" hidden>');
    const mirror = page.find<HTMLInputElement>('input');
    page.find('crowd-checkbox').addEventListener('change', (event) => {
      mirror.checked = (event.target as CrowdCheckbox).checked;
    });
    await clickBox(page.find('crowd-checkbox'));
    expect(page.answer).to.deep.equal({ m: { on: true } });
  });
});

describe('crowd-radio-group', () => {
  const checked = (page: FormHarness) =>
    [...page.form.querySelectorAll<CrowdRadioButton>('crowd-radio-button')]
      .filter((b) => b.checked)
      .map((b) => b.value);

  it('makes buttons exclusive, whatever their names and wrappings', async () => {
    const page = await taskPage(
      `<crowd-radio-group name="ignored">${radio('a', '1', 'checked')}<div>${radio('b', '2')}</div>${radio('b', '3')}</crowd-radio-group>`,
    );
    expect(page.answer).to.deep.equal({ a: { '1': true }, b: { '2': false, '3': false } });
    await clickBox(page.find('[value="2"]'));
    expect(page.answer).to.deep.equal({ a: { '1': false }, b: { '2': true, '3': false } });
    page.find<CrowdRadioButton>('[value="3"]').checked = true;
    expect(checked(page)).to.deep.equal(['3']);
  });

  it('keeps the last of two that are written as chosen', async () => {
    const page = await taskPage(
      `<crowd-radio-group>${radio('a', '1', 'checked')}${radio('b', '2', 'checked')}</crowd-radio-group>`,
    );
    expect(checked(page)).to.deep.equal(['2']);
  });

  it('leaves buttons outside, and of another group, alone', async () => {
    const page = await taskPage(
      `${radio('a', '1')}${radio('a', '2')}<crowd-radio-group>${radio('a', '3')}</crowd-radio-group>`,
    );
    for (const button of page.form.querySelectorAll('crowd-radio-button')) await clickBox(button);
    expect(page.answer).to.deep.equal({ a: { '1': true, '2': true, '3': true } });
  });

  it('lets scripts read its children', async () => {
    const page = await taskPage(`<crowd-radio-group>${radio('a', '1')}${radio('b', '2')}</crowd-radio-group>`);
    const children = [...page.find('crowd-radio-group').children] as CrowdRadioButton[];
    await clickBox(children[1]!);
    expect(children.map((child) => child.checked)).to.deep.equal([false, true]);
  });

  it('is one stop for Tab, and arrows choose', async () => {
    const page = await taskPage(
      `<button type="button" id="before">b</button><crowd-radio-group aria-label="G">${radio('a', '1')}${radio('b', '2', 'disabled')}${radio('c', '3')}</crowd-radio-group><button type="button" id="after">a</button>`,
    );
    page.find('#before').focus();
    await press('Tab');
    expect(document.activeElement).to.equal(page.find('[value="1"]'));
    await press('ArrowDown');
    expect(checked(page)).to.deep.equal(['3']);
    await press('ArrowRight');
    expect(checked(page)).to.deep.equal(['1']);
    await painted();
    await press('Tab');
    expect(document.activeElement).to.equal(page.find('#after'));
    await press('Shift+Tab');
    expect(document.activeElement).to.equal(page.find('[value="1"]'));
    await expectAccessible(page.form);
  });

  it('is not asked for, even when it is written as required', async () => {
    const page = await taskPage(`<crowd-radio-group required>${radio('a', '1', 'required')}</crowd-radio-group>`);
    await page.clickSubmit();
    expect(page.submits).to.have.length(1);
  });
});

describe('crowd-toggle-button', () => {
  it('is a switch', async () => {
    const page = await taskPage('<crowd-toggle-button name="t" invalid>On?</crowd-toggle-button>');
    const toggle = page.find('crowd-toggle-button');
    toggle.focus();
    await press('Space');
    expect(page.answer).to.deep.equal({ t: { on: true } });
    await expectAccessible(toggle);
  });
});
