import { expect } from '@open-wc/testing';
import type { CrowdAlert } from '../../../src/elements/crowd-alert.js';
import '../../../src/elements/crowd-alert.js';
import '../../../src/elements/crowd-badge.js';
import '../../../src/elements/crowd-card.js';
import '../../../src/elements/crowd-fab.js';
import '../../../src/elements/crowd-icon-button.js';
import type { CrowdInstructions } from '../../../src/elements/crowd-instructions.js';
import '../../../src/elements/crowd-instructions.js';
import '../../../src/elements/crowd-input.js';
import type { CrowdModal } from '../../../src/elements/crowd-modal.js';
import '../../../src/elements/crowd-modal.js';
import type { CrowdTabs } from '../../../src/elements/crowd-tabs.js';
import '../../../src/elements/crowd-tabs.js';
import type { CrowdToast } from '../../../src/elements/crowd-toast.js';
import '../../../src/elements/crowd-toast.js';
import '../../../src/elements/iron-icon.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, type } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { taskPage, until } from '../form/form-harness.js';
import { place } from '../form/form-control-suite.js';

const part = <T extends HTMLElement = HTMLElement>(element: Element, name: string) =>
  element.shadowRoot!.querySelector<T>(`[part~=${name}]`)!;

describe('crowd-alert', () => {
  for (const kind of ['info', 'success', 'warning', 'error', 'nonsense']) {
    for (const theme of ['light', 'dark', 'contrast']) {
      it(`is accessible as ${kind} in ${theme}`, async () => {
        const alert = await place(
          'crowd-alert',
          `<crowd-alert type="${kind}" theme="${theme}" dismissible>Text</crowd-alert>`,
        );
        await expectAccessible(alert);
      });
    }
  }

  it('is urgent when something is wrong, and calm otherwise', async () => {
    const alert = await place<CrowdAlert>('crowd-alert', '<crowd-alert>Text</crowd-alert>');
    expect(part(alert, 'base')).to.have.attribute('role', 'status');
    alert.type = 'error';
    await alert.updateComplete;
    expect(part(alert, 'base')).to.have.attribute('role', 'alert');
  });

  it('is closed by the worker and can be shown again', async () => {
    const alert = await place<CrowdAlert>('crowd-alert', '<crowd-alert dismissible>Text</crowd-alert>');
    let closed = 0;
    alert.addEventListener('close', () => (closed += 1));
    await mouse.click(pointOf(part(alert, 'close-button')));
    expect(closed).to.equal(1);
    expect(alert.checkVisibility()).to.be.false;
    alert.hidden = false;
    expect(alert.checkVisibility()).to.be.true;
  });

  it('is shown when a script writes it', async () => {
    const page = await taskPage('<div id="errorBox"></div>');
    page.find('#errorBox').innerHTML = '<crowd-alert type="error" dismissible>Wrong</crowd-alert>';
    await painted();
    expect(part(page.find('crowd-alert'), 'message').checkVisibility()).to.be.true;
  });
});

describe('crowd-badge', () => {
  const center = (element: Element) => pointOf(part(element, 'badge'));

  it('marks the corner of its target, and stays there when the page moves', async () => {
    const badge = await place(
      'crowd-badge',
      '<p id="push">push</p><crowd-icon-button id="t" icon="mail"></crowd-icon-button><crowd-badge for="t" label="3"></crowd-badge>',
    );
    const target = document.querySelector('#t')!;
    const expectAtCorner = () => {
      const [x, y] = center(badge);
      const corner = target.getBoundingClientRect();
      expect(x).to.be.closeTo(corner.right, 1);
      expect(y).to.be.closeTo(corner.top, 1);
    };
    expectAtCorner();
    document.querySelector<HTMLElement>('#push')!.style.height = '120px';
    await painted();
    await painted();
    expectAtCorner();
  });

  it('marks the element around it, and shows what its missing end tag swallowed', async () => {
    const badge = await place(
      'crowd-badge',
      '<div id="t">Target <crowd-badge label="1" icon="star"/> <b>rest</b></div>',
    );
    expect(badge.querySelector('b')!.checkVisibility()).to.be.true;
    expect(part(badge, 'badge').querySelector('svg')).not.to.be.null;
    expect(center(badge)[1]).to.be.closeTo(document.querySelector('#t')!.getBoundingClientRect().top, 1);
  });
});

describe('crowd-card', () => {
  it('shows heading, picture and content, and obeys the page', async () => {
    const card = await place(
      'crowd-card',
      '<style>crowd-card { width: 300px; padding: 10px; }</style><crowd-card heading="Title" image="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="><p>Text</p></crowd-card>',
    );
    expect(card.getBoundingClientRect().width).to.equal(300);
    expect(getComputedStyle(card).paddingTop).to.equal('10px');
    expect(part(card, 'heading').textContent).to.equal('Title');
    await expectAccessible(card);
  });
});

for (const tag of ['crowd-fab', 'crowd-icon-button']) {
  describe(tag, () => {
    it('is pressed by mouse, keys and script, and submits nothing', async () => {
      const page = await taskPage(`<${tag} icon="search" title="Find"></${tag}>`);
      const button = page.find<HTMLElement & { disabled: boolean }>(tag);
      let clicks = 0;
      button.onclick = () => (clicks += 1);
      await mouse.click(pointOf(button));
      button.focus();
      await press('Enter', 'Space');
      button.click();
      expect(clicks).to.equal(4);
      expect(page.submits).to.have.length(0);
      button.disabled = true;
      await painted();
      await mouse.click(pointOf(button));
      button.click();
      expect(clicks).to.equal(4);
    });

    it('is accessible in each state', async () => {
      const button = await place(
        tag,
        `<${tag} icon="search" title="Find"></${tag}><${tag} label="A" icon=""></${tag}><${tag} icon="star" disabled></${tag}>`,
      );
      await expectAccessible(button.parentElement!, tag === 'crowd-fab' ? {} : { ignoredRules: ['button-name'] });
    });
  });
}

describe('crowd-modal', () => {
  it('opens and closes, and gives the focus back', async () => {
    const page = await taskPage(
      '<crowd-modal link-text="More" link-type="button"><crowd-input name="m" value="1"></crowd-input></crowd-modal>',
    );
    const modal = page.find<CrowdModal>('crowd-modal');
    expect(page.answer).to.deep.equal({ m: '1' });
    expect(page.find('crowd-input').checkVisibility()).to.be.false;
    await mouse.click(pointOf(part(modal, 'opener')));
    expect(modal.opened).to.be.true;
    expect(page.find('crowd-input').checkVisibility()).to.be.true;
    await expectAccessible(modal, { ignoredRules: ['label'] });
    await press('Escape');
    expect(modal.opened).to.be.false;
    expect(modal.shadowRoot!.activeElement).to.equal(part(modal, 'opener'));
    await press('Enter');
    expect(modal.opened).to.be.true;
    await mouse.click(pointOf(part(modal, 'close-button')));
    expect(modal.opened).to.be.false;
  });

  it('closes when the worker clicks beside it, not inside', async () => {
    const modal = await place<CrowdModal>('crowd-modal', '<crowd-modal><p id="in">Text</p></crowd-modal>');
    expect(part(modal, 'opener').textContent?.trim()).to.equal('Click to open modal');
    modal.open();
    await painted();
    await mouse.click(pointOf(document.querySelector('#in')!));
    expect(modal.opened).to.be.true;
    await mouse.click([3, 3]);
    expect(modal.opened).to.be.false;
  });

  it('opens when a control inside is what keeps the form from being submitted', async () => {
    const page = await taskPage('<crowd-modal><crowd-input name="m" label="M" required></crowd-input></crowd-modal>');
    await page.clickSubmit();
    expect(page.find<CrowdModal>('crowd-modal').opened).to.be.true;
    expect(document.activeElement).to.equal(page.find('crowd-input'));
    page.find<CrowdModal>('crowd-modal').close();
  });
});

describe('crowd-instructions', () => {
  it('has three pages, by mouse and keys', async () => {
    const element = await place<CrowdInstructions>(
      'crowd-instructions',
      '<crowd-instructions><short-summary>S</short-summary><detailed-instructions>D</detailed-instructions><positive-example>P1</positive-example><positive-example>P2</positive-example><negative-example>N</negative-example></crowd-instructions>',
    );
    const shown = () =>
      [...element.children].filter((child) => child.checkVisibility()).map((child) => child.textContent);
    expect(shown()).to.deep.equal([]);
    await mouse.click(pointOf(part(element, 'opener')));
    await painted();
    expect(shown()).to.deep.equal(['S']);
    await expectAccessible(element);
    const [summary, detailed] = element.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]');
    await mouse.click(pointOf(detailed!));
    expect(shown()).to.deep.equal(['D']);
    await press('ArrowRight');
    await painted();
    expect(shown()).to.deep.equal(['P1', 'P2', 'N']);
    await expectAccessible(element);
    await press('ArrowRight');
    expect(element.shadowRoot!.activeElement).to.equal(summary);
    expect(shown()).to.deep.equal(['S']);
    element.close();
  });
});

describe('crowd-tabs', () => {
  const markup =
    '<crowd-tabs><crowd-tab header="One"><crowd-input name="a" label="A" value="1"></crowd-input></crowd-tab><crowd-tab header="Two"><crowd-input name="b" label="B" required></crowd-input></crowd-tab><crowd-tab header="Three">3</crowd-tab></crowd-tabs>';
  const titles = (tabs: Element) => [...tabs.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]')];
  const shown = (tabs: Element) =>
    [...tabs.children].filter((tab) => tab.checkVisibility()).map((tab) => tab.getAttribute('header'));

  it('opens the first, and others by mouse and keys', async () => {
    const page = await taskPage(markup);
    const tabs = page.find('crowd-tabs');
    expect(shown(tabs)).to.deep.equal(['One']);
    let changes = 0;
    tabs.addEventListener('change', (event) => event.target === tabs && (changes += 1));
    await mouse.click(pointOf(titles(tabs)[1]!));
    expect(shown(tabs)).to.deep.equal(['Two']);
    await press('End');
    expect(shown(tabs)).to.deep.equal(['Three']);
    await press('ArrowRight');
    expect(shown(tabs)).to.deep.equal(['One']);
    await press('ArrowLeft', 'Home');
    expect(shown(tabs)).to.deep.equal(['One']);
    expect(changes).to.equal(5);
    await expectAccessible(page.form);
  });

  it('answers from hidden tabs, and opens the one that has a problem', async () => {
    const page = await taskPage(markup);
    expect(page.answer).to.deep.equal({ a: '1' });
    await page.clickSubmit();
    expect(shown(page.find('crowd-tabs'))).to.deep.equal(['Two']);
    expect(document.activeElement).to.equal(page.find('[name=b]'));
    await type('2');
    await page.clickSubmit();
    expect(page.taken[0]!.answers).to.deep.equal({ a: '1', b: '2' });
  });

  it('opens the tab of the first problem of a native form', async () => {
    const tabs = await place<CrowdTabs>('crowd-tabs', `<form>${markup}</form>`);
    tabs.closest('form')!.reportValidity();
    expect(shown(tabs)).to.deep.equal(['Two']);
  });

  it('follows tabs and titles that scripts add and change', async () => {
    const tabs = await place<CrowdTabs>('crowd-tabs', '<crowd-tabs></crowd-tabs>');
    tabs.innerHTML = '<crowd-tab header="A">a</crowd-tab><crowd-tab header="B">b</crowd-tab>';
    await painted();
    expect(titles(tabs).map((title) => title.textContent?.trim())).to.deep.equal(['A', 'B']);
    expect(shown(tabs)).to.deep.equal(['A']);
    tabs.children[1]!.setAttribute('header', 'C');
    await painted();
    expect(titles(tabs)[1]!.textContent?.trim()).to.equal('C');
  });
});

describe('crowd-toast', () => {
  const isVisible = (toast: CrowdToast) => part(toast, 'toast').matches(':popover-open');

  it('appears, and goes away by itself', async () => {
    const toast = await place<CrowdToast>('crowd-toast', '<crowd-toast text="Saved" duration="60"></crowd-toast>');
    expect(isVisible(toast)).to.be.false;
    let closed = 0;
    toast.addEventListener('close', () => (closed += 1));
    toast.open();
    await toast.updateComplete;
    expect(isVisible(toast)).to.be.true;
    expect(toast).to.have.attribute('opened');
    await until(() => !isVisible(toast));
    expect(closed).to.equal(1);
    expect(toast.opened).to.be.false;
  });

  it('is the only one, and stays with a duration of 0 until it is closed', async () => {
    const first = await place<CrowdToast>('crowd-toast', '<crowd-toast opened duration="0">First</crowd-toast>');
    expect(isVisible(first)).to.be.true;
    const second = await place<CrowdToast>(
      'crowd-toast',
      '<crowd-toast opened="true" duration="0">Second</crowd-toast>',
    );
    await painted();
    expect(isVisible(first)).to.be.false;
    expect(isVisible(second)).to.be.true;
    await expectAccessible(second);
    await mouse.click(pointOf(part(second, 'close-button')));
    await painted();
    expect(isVisible(second)).to.be.false;
  });
});

describe('iron-icon', () => {
  const path = (icon: Element) => icon.shadowRoot!.querySelector('path')?.getAttribute('d');

  it('knows the names of templates, with and without a set', async () => {
    const icon = await place(
      'iron-icon',
      ['search', 'icons:search', 'question-answer', 'star', 'report-problem']
        .map((name) => `<iron-icon icon="${name}"></iron-icon>`)
        .join(''),
    );
    const paths = [...icon.parentElement!.children].map(path);
    expect(paths[0]).to.equal(paths[1]);
    expect(new Set(paths).size).to.equal(4);
  });

  it('shows a neutral icon for a name that does not exist, and says so once', async () => {
    const notes: unknown[] = [];
    const { info } = console;
    console.info = (note) => notes.push(note);
    try {
      const icon = await place(
        'iron-icon',
        '<iron-icon icon="no-such"></iron-icon><iron-icon icon="no-such"></iron-icon>',
      );
      expect(path(icon)).to.be.a('string');
    } finally {
      console.info = info;
    }
    expect(notes).to.have.length(1);
  });

  it('is decoration without a title, and a picture with one', async () => {
    const icon = await place(
      'iron-icon',
      '<iron-icon icon="star" title="Favourite"></iron-icon><iron-icon icon="star"></iron-icon>',
    );
    await expectAccessible(icon.parentElement!);
  });
});

describe('display elements', () => {
  for (const tag of [
    'crowd-alert',
    'crowd-badge',
    'crowd-card',
    'crowd-fab',
    'crowd-instructions',
    'crowd-modal',
    'crowd-tabs',
    'crowd-toast',
    'iron-icon',
  ]) {
    it(`<${tag}> leaves nothing behind and shows stray content`, async () => {
      await expectNoLeak({
        open: async () => {
          const element = document.createElement(tag) as CrowdAlert;
          document.body.append(element);
          await element.updateComplete;
          return element;
        },
        times: 30,
      });
    });
  }

  for (const [tag, attributes] of [
    ['crowd-badge', 'label="1"'],
    ['crowd-fab', 'icon="star"'],
    ['crowd-icon-button', 'icon="star"'],
    ['iron-icon', 'icon="star"'],
  ] as const) {
    it(`<${tag}/> as last child hides nothing`, async () => {
      const page = await taskPage(`<div><${tag} ${attributes}/><b id="stray">stray</b></div>`);
      expect(page.find('#stray').checkVisibility()).to.be.true;
      expect(page.find('#stray').getBoundingClientRect().width).to.be.greaterThan(0);
    });
  }
});
