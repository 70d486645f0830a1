import { expect } from '@open-wc/testing';
import { expectAccessible } from '../support/a11y.js';
import { mouse, painted, press, setMedia, touch, type } from '../support/input.js';
import { expectNoLeak } from '../support/leak.js';
import { pointOf } from '../support/input.js';
import { openDemo } from './demo-task.js';

const REGIONS = `
  <full-instructions header="Boxes in full"><p>All rules.</p></full-instructions>
  <short-instructions header="In short"><p id="short">Draw tightly.</p></short-instructions>`;

describe('frame: what templates and scripts find in it', () => {
  it('offers the selectors that public scripts use, all in one shadow root', async () => {
    const frame = await openDemo({ content: REGIONS });
    const buttons = frame.all('awsui-button');
    expect(buttons.map((each) => each.textContent?.trim())).to.deep.equal(['Instructions', 'Shortcuts', 'Submit']);
    expect(frame.find('paper-icon-button').textContent).to.not.equal(null);
    expect(frame.all('.headerContainer .headerButtonsContainer button')).to.have.length(2);
    expect(frame.find('[type="submit"]').closest('[data-testid="crowd-submit"]')?.localName).to.equal('awsui-button');
    expect(frame.find('.awsui-modal-dialog').localName).to.equal('dialog');
    expect(frame.find('.moreInstructionsLink').textContent?.trim()).to.equal('View full instructions');
    expect(frame.labels.map((row) => row.dataset['label'])).to.deep.equal(['Car', 'Bus', 'Person']);
    expect(frame.find('#nothing-to-annotate .awsui-checkbox-label').textContent).to.equal('Nothing to label');
    expect(frame.find('button#delete').getAttribute('aria-label')).to.equal('delete');
  });

  it('lets scripts widen the instructions and the dialog', async () => {
    const frame = await openDemo({ content: REGIONS });
    frame.find('.awsui-app-layout__navigation').style.width = '400px';
    frame.find('.awsui-modal-dialog').style.maxWidth = '90%';
    await frame.click('.moreInstructionsLink');
    expect(frame.find('.awsui-app-layout__navigation').offsetWidth).to.equal(400);
    expect(frame.find('.awsui-modal-dialog').offsetWidth).to.be.closeTo(innerWidth * 0.9, 2);
  });

  it('gives regions their slot, late ones too, and shows their titles', async () => {
    const frame = await openDemo({ content: '<short-instructions><p>First.</p></short-instructions>' });
    expect(frame.task.querySelector('short-instructions')?.slot).to.equal('short-instructions');
    expect(frame.isSeen('.moreInstructionsLink')).to.equal(false);
    const late = document.createElement('full-instructions');
    late.setAttribute('header', 'Late rules');
    frame.task.append(late);
    frame.task.querySelector('short-instructions')?.setAttribute('header', 'In short');
    await frame.settled();
    expect(late.slot).to.equal('full-instructions');
    expect(frame.find('.oce-region-title').textContent).to.equal('In short');
    await frame.click('.moreInstructionsLink');
    expect(frame.find('dialog[open] h2').textContent).to.equal('Late rules');
  });

  it('shows unexpected children', async () => {
    const frame = await openDemo({ content: '<p id="stray">Left over</p>' });
    expect(frame.task.querySelector('#stray')!.getBoundingClientRect().height).to.be.greaterThan(0);
  });

  it('keeps wide example pictures inside the pane', async () => {
    const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300"/>')}`;
    const frame = await openDemo({ content: `<short-instructions><img alt="" src="${svg}"></short-instructions>` });
    await frame.task.querySelector('img')!.decode();
    await frame.settled();
    const pane = frame.find('.oce-instructions-box');
    expect(pane.scrollWidth).to.equal(pane.clientWidth);
  });
});

describe('frame: header, panes, footer, dialogs', () => {
  beforeEach(() => localStorage.clear());

  it('submits once for each click, and not while busy', async () => {
    const frame = await openDemo();
    await frame.click('[type="submit"]');
    expect(frame.task.submitted).to.equal(1);
    frame.task.view = { busy: true };
    frame.task.requestUpdate();
    await frame.settled();
    expect(frame.find<HTMLButtonElement>('[type="submit"]').disabled).to.equal(true);
    expect(frame.find('[type="submit"]').textContent?.trim()).to.equal('Submitting…');
  });

  it('closes the instructions and remembers it for the next task', async () => {
    const frame = await openDemo({ content: REGIONS });
    expect(frame.isSeen('oce-instructions h2')).to.equal(true);
    await frame.click(frame.button('Instructions'));
    expect(frame.isSeen('oce-instructions h2')).to.equal(false);
    const next = await openDemo({ content: REGIONS });
    expect(next.isSeen('oce-instructions h2')).to.equal(false);
    await next.click(next.button('Instructions'));
    expect(next.isSeen('oce-instructions h2')).to.equal(true);
  });

  it('folds the side pane to make room for the picture, and remembers it', async () => {
    const frame = await openDemo({ boxes: 3 });
    const before = frame.find('.oce-stage').clientWidth;
    await frame.click(frame.button('Fold pane'));
    expect(frame.find('.oce-stage').clientWidth).to.be.greaterThan(before + 150);
    expect(frame.isSeen('.label-pane-content')).to.equal(false);
    const next = await openDemo({ boxes: 3 });
    expect(next.isSeen('.label-pane-content')).to.equal(false);
    await next.click(next.button('Unfold pane'));
    expect(next.isSeen('.label-pane-content')).to.equal(true);
    expect(next.objects).to.have.length(3);
  });

  it('opens and closes the full instructions by click, Escape and a press outside', async () => {
    const frame = await openDemo({ content: REGIONS });
    await frame.click('.moreInstructionsLink');
    expect(frame.isSeen('.awsui-modal-dialog')).to.equal(true);
    await press('Escape');
    await frame.settled();
    expect(frame.isSeen('.awsui-modal-dialog')).to.equal(false);
    await frame.click('.moreInstructionsLink');
    await mouse.click([5, 5]);
    await frame.settled();
    expect(frame.isSeen('.awsui-modal-dialog')).to.equal(false);
    await frame.click('.moreInstructionsLink');
    await frame.click(frame.button('Close'));
    expect(frame.isSeen('.awsui-modal-dialog')).to.equal(false);
  });

  it('lists and filters the shortcuts of commands and labels', async () => {
    const frame = await openDemo();
    await frame.click(frame.button('Shortcuts'));
    const rows = () => frame.all('.oce-shortcuts dt').map((each) => each.textContent?.trim());
    expect(rows()).to.include.members(['box', 'undo', 'Car', 'Person']);
    await type('per');
    await frame.settled();
    expect(rows()).to.deep.equal(['Person']);
    await press('Control+a');
    await type('nothing like it');
    await frame.settled();
    expect(frame.find('dialog[open]').textContent).to.contain('No shortcut matches');
  });

  it('changes settings by slider and switch', async () => {
    const frame = await openDemo();
    await frame.click(frame.button('Settings'));
    const slider = frame.find<HTMLInputElement>('.oce-settings input[type="range"]');
    slider.focus();
    await press('ArrowRight');
    expect(frame.session.settings.brightness).to.equal(1.05);
    const before = frame.session.settings.showNames;
    await frame.click('.oce-settings input[type="checkbox"]');
    expect(frame.session.settings.showNames).to.equal(!before);
    await frame.click(frame.button('Reset'));
    expect(frame.session.settings.brightness).to.equal(1);
  });

  it('shows the page in the theme and the language that the worker chooses, and remembers both', async () => {
    const { prototype } = Storage;
    const { setItem } = prototype;
    const kept = new Map<string, string>();
    // Other pages of the same origin are under test at the same time.
    prototype.setItem = (key, value) => void kept.set(key, value);
    const root = document.documentElement;
    try {
      const frame = await openDemo();
      const choose = async (index: number, value: string) => {
        const select = frame.all('.oce-settings select')[index] as HTMLSelectElement;
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
        await frame.settled();
      };
      await frame.click(frame.button('Settings'));
      await choose(0, 'dark');
      expect(getComputedStyle(frame.find('.oce-frame')).colorScheme).to.equal('dark');
      await choose(1, 'ko');
      expect(frame.button('제출')).to.exist;
      expect(JSON.parse(kept.get('oce-view')!)).to.deep.equal({ theme: 'dark', locale: 'ko' });
      await choose(0, '');
      await choose(1, '');
      expect(frame.button('Submit')).to.exist;
      expect(root.style.getPropertyValue('--crowd-color-scheme')).to.equal('');
    } finally {
      prototype.setItem = setItem;
    }
  });

  it('shows only the work itself when compact', async () => {
    const frame = await openDemo({ attributes: { compact: '' } });
    for (const part of ['.headerContainer', '.awsui-app-layout__navigation', '.oce-footer']) {
      expect(frame.isSeen(part), part).to.equal(false);
    }
    expect(frame.isSeen('.oce-stage')).to.equal(true);
  });

  it('speaks Korean where the page is Korean, and changes at once', async () => {
    const frame = await openDemo({ content: REGIONS });
    document.documentElement.lang = 'ko';
    await frame.settled();
    expect(frame.find('[type="submit"]').textContent?.trim()).to.equal('제출');
    document.documentElement.lang = 'en';
    await frame.settled();
    expect(frame.find('[type="submit"]').textContent?.trim()).to.equal('Submit');
  });
});

describe('frame: sizes', () => {
  beforeEach(() => localStorage.clear());

  for (const [width, height] of [
    [1280, 720],
    [1024, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    it(`cuts nothing off at ${width} x ${height}`, async () => {
      const frame = await openDemo({ width, height, boxes: 4, content: REGIONS });
      const host = frame.task.getBoundingClientRect();
      for (const part of ['.headerContainer', 'oce-toolbar', '.oce-stage', 'oce-status', '.oce-side', '.oce-footer']) {
        const { left, right, top, bottom } = frame.find(part).getBoundingClientRect();
        expect(left >= host.left && right <= host.right && top >= host.top && bottom <= host.bottom, part).to.equal(
          true,
        );
      }
      const submit = frame.find('[type="submit"]').getBoundingClientRect();
      expect(submit.right).to.be.at.most(host.right);
      expect(frame.find('.oce-stage').clientHeight).to.be.greaterThan(height / 3);
      const bar = frame.find('.oce-bar');
      expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
    });
  }

  it('shows the instructions as a drawer at 1024 px', async () => {
    const frame = await openDemo({ width: 1024, content: REGIONS });
    expect(frame.isSeen('oce-instructions h2')).to.equal(false);
    const stage = frame.find('.oce-stage').clientWidth;
    await frame.click(frame.button('Instructions'));
    expect(frame.isSeen('oce-instructions h2')).to.equal(true);
    expect(frame.find('.oce-stage').clientWidth).to.equal(stage);
  });

  it('shows a long question whole, where no pointer could ask for the rest', async () => {
    const frame = await openDemo({ width: 768, height: 1000 });
    frame.task.view = { header: 'Choose every topic that the customer expects us to do something about. '.repeat(3) };
    frame.task.requestUpdate();
    await frame.settled();
    const title = frame.find('.oce-title');
    expect(title.scrollHeight).to.be.at.most(title.clientHeight);
  });

  it('folds labels into a strip at 768 px and unfolds them', async () => {
    const frame = await openDemo({ width: 768, height: 1000, boxes: 5 });
    expect(frame.isSeen('.oce-objects')).to.equal(false);
    await frame.click(frame.labelRow('Bus'));
    expect(frame.session.activeLabel?.name).to.equal('Bus');
    await frame.click('.oce-side-toggle');
    expect(frame.objects.length).to.be.greaterThan(0);
    expect(frame.isSeen('#nothing-to-annotate')).to.equal(true);
  });

  it('shows names of the first of many labels in the strip, and the chosen one before them', async () => {
    const labels = Array.from({ length: 200 }, (_, index) => `Label number ${index + 1}`);
    const frame = await openDemo({ width: 768, height: 1000, labels });
    frame.session.chooseLabel(frame.session.labels[150]!);
    await frame.settled();
    const left = (name: string) => frame.labelRow(name).getBoundingClientRect().left;
    expect(left('Label number 151')).to.be.lessThan(left('Label number 1'));
    for (const name of ['Label number 151', 'Label number 1']) {
      const text = frame.labelRow(name).querySelector('.oce-label-name')!;
      expect(text.clientWidth, name).to.be.greaterThan(40);
      expect(text.scrollWidth, name).to.be.at.most(text.clientWidth);
    }
  });

  it('works by finger', async () => {
    const frame = await openDemo({ width: 768, height: 700 });
    await touch.tap(pointOf(frame.labelRow('Person')));
    await painted();
    expect(frame.session.activeLabel?.name).to.equal('Person');
  });
});

describe('frame: access and life', () => {
  afterEach(() => setMedia({ colorScheme: 'light', forcedColors: 'none' }));

  it('has no accessibility problems at rest, open or dark', async () => {
    const frame = await openDemo({ boxes: 12, content: REGIONS });
    frame.session.selection.set(['b3']);
    await frame.settled();
    await expectAccessible(frame.task);
    await frame.click(frame.button('Settings'));
    await expectAccessible(frame.task);
    await press('Escape');
    for (const name of ['Shortcuts', 'View full instructions', 'View tool guide']) {
      await frame.click(frame.button(name));
      await expectAccessible(frame.task);
      await press('Escape');
      await frame.settled();
    }
    await setMedia({ colorScheme: 'dark' });
    await frame.settled();
    // Backgrounds fade to their new colour.
    await Promise.all(frame.root.getAnimations().map(({ finished }) => finished));
    await expectAccessible(frame.task);
  });

  it('has none on a phone either', async () => {
    const frame = await openDemo({ width: 390, height: 800, boxes: 3, content: REGIONS });
    await expectAccessible(frame.task);
    await frame.click('.oce-side-toggle');
    await expectAccessible(frame.task);
    await frame.click(frame.button('More'));
    await expectAccessible(frame.task);
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak({
      open: async () => (await openDemo({ boxes: 20, content: REGIONS })).task,
      use: async (task) => {
        task.frame.showDialog('shortcuts');
        await painted();
        task.frame.showDialog(undefined);
      },
      times: 30,
    });
  });

  it('keeps working after it was moved in the page', async () => {
    const frame = await openDemo({ boxes: 3 });
    const place = document.createElement('div');
    document.body.append(place);
    place.append(frame.task);
    await frame.settled();
    await frame.click(frame.labelRow('Bus'));
    expect(frame.session.activeLabel?.name).to.equal('Bus');
    expect(frame.labelRow('Bus').classList.contains('selected')).to.equal(true);
    frame.session.store.change('delete', (tx) => tx.remove('b1'));
    await frame.settled();
    expect(frame.objects).to.have.length(2);
    place.remove();
  });
});
