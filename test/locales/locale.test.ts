import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { chooseLocale, formatNumber, formatPercent, formatTime, LocaleController } from '../../src/locales/index.js';
import { frameTerms } from '../../src/locales/terms/frame.js';

class SpeakingElement extends LitElement {
  readonly locale = new LocaleController(this);
  override render() {
    return frameTerms.submit();
  }
}
customElements.define('speaking-element', SpeakingElement);

async function shown(element: SpeakingElement): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
  return element.shadowRoot!.textContent!.trim();
}

describe('language of the page', () => {
  afterEach(() => {
    document.body.replaceChildren();
    document.documentElement.lang = 'en';
    chooseLocale(undefined);
  });

  it('follows the nearest lang, also out of a shadow root', async () => {
    const outer = document.createElement('div');
    outer.lang = 'ko-KR';
    const host = document.createElement('div');
    outer.append(host);
    document.body.append(outer);
    const element = document.createElement('speaking-element') as SpeakingElement;
    host.attachShadow({ mode: 'open' }).append(element);
    expect(await shown(element)).to.equal('제출');
  });

  it('changes when the page changes, and shows English for languages it does not have', async () => {
    const element = document.createElement('speaking-element') as SpeakingElement;
    document.body.append(element);
    expect(await shown(element)).to.equal('Submit');
    document.documentElement.lang = 'ko';
    expect(await shown(element)).to.equal('제출');
    document.documentElement.lang = 'de';
    expect(await shown(element)).to.equal('Submit');
  });

  it("lets the worker's choice win over the page", async () => {
    const element = document.createElement('speaking-element') as SpeakingElement;
    document.body.append(element);
    chooseLocale('ko');
    expect(await shown(element)).to.equal('제출');
    document.documentElement.lang = 'en-GB';
    expect(await shown(element)).to.equal('제출');
    chooseLocale(undefined);
    expect(await shown(element)).to.equal('Submit');
  });

  it('writes numbers, shares and times as the language does', async () => {
    const time = new Date();
    time.setHours(9, 5);
    expect([formatNumber(12345.6), formatPercent(0.444), formatTime(time)]).to.deep.equal([
      '12,346',
      '44%',
      '09:05 AM',
    ]);
    const element = document.createElement('speaking-element') as SpeakingElement;
    document.body.append(element);
    chooseLocale('ko');
    await shown(element);
    expect(formatTime(time)).to.contain('오전');
  });
});
