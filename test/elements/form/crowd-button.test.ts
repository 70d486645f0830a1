import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { CrowdButton } from '../../../src/elements/crowd-button.js';
import '../../../src/elements/crowd-button.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press } from '../../support/input.js';

async function button(markup: string): Promise<CrowdButton> {
  const holder = await fixture(html`<div>${unsafeHTML(markup)}</div>`);
  const element = holder.querySelector<CrowdButton>('crowd-button')!;
  await element.updateComplete;
  await painted();
  return element;
}

const native = (element: CrowdButton) => element.shadowRoot!.querySelector<HTMLElement>('[part~=button]')!;

function countClicks(element: Element): () => number {
  let clicks = 0;
  element.addEventListener('click', () => (clicks += 1));
  return () => clicks;
}

describe('crowd-button', () => {
  it('is pressed by mouse, Enter, Space and script', async () => {
    const element = await button('<crowd-button>Go</crowd-button>');
    const clicks = countClicks(element);
    await mouse.click(pointOf(element));
    element.focus();
    await press('Enter', 'Space');
    element.click();
    expect(clicks()).to.equal(4);
  });

  it('takes no clicks while disabled, whatever the attribute says, until the property is false', async () => {
    const element = await button('<crowd-button disabled="true"><b>Go</b></crowd-button>');
    const clicks = countClicks(element);
    await mouse.click(pointOf(element));
    element.click();
    element.querySelector('b')!.click();
    expect(clicks()).to.equal(0);
    element.disabled = false;
    await element.updateComplete;
    expect(element).not.to.have.attribute('disabled');
    await mouse.click(pointOf(element));
    expect(clicks()).to.equal(1);
  });

  it('shows that it is loading, even when disabled, and takes no clicks', async () => {
    const element = await button('<crowd-button loading disabled>Go</crowd-button>');
    const clicks = countClicks(element);
    expect(element.shadowRoot!.querySelector('[part=spinner]')).not.to.be.null;
    expect(native(element)).to.have.attribute('aria-busy', 'true');
    await mouse.click(pointOf(element));
    expect(clicks()).to.equal(0);
    await expectAccessible(element);
  });

  it('submits and resets a native form', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <input name="a" value="1" />
        <crowd-button id="s" form-action="submit">S</crowd-button>
        <crowd-button id="r" form-action="reset">R</crowd-button>
        <crowd-button id="n">N</crowd-button>
      </form>
    `);
    let submits = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    const input = form.querySelector('input')!;
    input.value = '2';
    await painted();
    await mouse.click(pointOf(form.querySelector('#n')!));
    expect(submits).to.equal(0);
    await mouse.click(pointOf(form.querySelector('#s')!));
    expect(submits).to.equal(1);
    await mouse.click(pointOf(form.querySelector('#r')!));
    expect(input.value).to.equal('1');
  });

  it('shows scripts a native submit button', async () => {
    const element = await button('<crowd-button form-action="submit">S</crowd-button>');
    expect(element.shadowRoot!.querySelector('button[type="submit"]')).not.to.be.null;
  });

  it('is a link with an address, and none while disabled or when the address would run code', async () => {
    const element = await button('<crowd-button href="#there" target="_top">Go</crowd-button>');
    expect(native(element)).to.be.instanceOf(HTMLAnchorElement);
    await mouse.click(pointOf(element));
    expect(location.hash).to.equal('#there');
    element.disabled = true;
    await element.updateComplete;
    expect(native(element)).not.to.have.attribute('href');
    element.disabled = false;
    element.href = ' javascript:alert(1)';
    await element.updateComplete;
    expect(native(element)).not.to.have.attribute('href');
    await expectAccessible(element);
    location.hash = '';
  });

  it('places icon and picture, and keeps the name when the icon stands alone', async () => {
    const element = await button('<crowd-button icon="search" icon-align="right">Find</crowd-button>');
    const order = () =>
      [...native(element).querySelectorAll('.image, .label')].map(({ className }) => className.trim().split(' ')[0]);
    expect(order()).to.deep.equal(['label', 'image']);
    element.iconAlign = 'left';
    await element.updateComplete;
    expect(order()).to.deep.equal(['image', 'label']);
    element.variant = 'icon';
    await element.updateComplete;
    expect(element.getBoundingClientRect().width).to.be.lessThan(60);
    await expectAccessible(element);
    element.iconUrl = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('img')).not.to.be.null;
  });

  it('is disabled by a fieldset', async () => {
    const element = await button('<form><fieldset disabled><crowd-button>Go</crowd-button></fieldset></form>');
    const clicks = countClicks(element);
    await mouse.click(pointOf(element));
    expect(clicks()).to.equal(0);
  });

  for (const variant of ['primary', 'normal', 'link', 'icon']) {
    for (const theme of ['light', 'dark', 'contrast']) {
      it(`is accessible as ${variant} in ${theme}`, async () => {
        const holder = await fixture<HTMLElement>(html`<div></div>`);
        holder.style.background = theme === 'dark' ? '#13171b' : '#fff';
        holder.innerHTML = `<crowd-button theme="${theme}" variant="${variant}" icon="star">Go on</crowd-button>`;
        await painted();
        await expectAccessible(holder);
      });
    }
  }
});
