import { html } from 'lit';
import { expect } from '@open-wc/testing';
import type { PictureFailure } from '../../src/canvas/picture.js';
import { expectAccessible } from '../support/a11y.js';
import { mouse, pointOf, press } from '../support/input.js';
import { openDemo } from './demo-task.js';

describe('toolbar', () => {
  it('groups the commands that have an icon, tools first, and shows their keys', async () => {
    const frame = await openDemo();
    const groups = frame.all('.oce-bar .oce-group[data-place]').map((group) => group.dataset['place']);
    expect(groups).to.deep.equal(['tools', 'history', 'edit', 'view', 'zoom']);
    expect(frame.find('button#box').title).to.equal('box  (B)');
    expect(frame.root.querySelector('button#nudge')).to.equal(null);
  });

  it('shows which tool is on and which commands can be used now', async () => {
    const frame = await openDemo({ boxes: 2 });
    const pressed = (id: string) => frame.find(`button#${id}`).getAttribute('aria-pressed');
    const isDisabled = (id: string) => frame.find<HTMLButtonElement>(`button#${id}`).disabled;
    expect([pressed('box'), pressed('select'), isDisabled('delete'), isDisabled('undo')]).to.deep.equal([
      'true',
      'false',
      true,
      true,
    ]);
    await frame.click('button#select');
    frame.session.selection.set(['b1']);
    const step = frame.session.store.begin('move');
    step.preview((tx) => tx.update('b1', { ...tx.get('b1')!, left: 7 }));
    await frame.settled();
    expect([pressed('box'), pressed('select'), isDisabled('delete'), isDisabled('undo')]).to.deep.equal([
      'false',
      'true',
      false,
      false,
    ]);
    step.cancel();
  });

  it('does not render while a gesture changes nothing on it', async () => {
    const frame = await openDemo({ boxes: 2 });
    const toolbar = frame.find('oce-toolbar') as HTMLElement & { isUpdatePending: boolean };
    const step = frame.session.store.begin('move');
    step.preview((tx) => tx.update('b1', { ...tx.get('b1')!, left: 1 }));
    await frame.settled();
    step.preview((tx) => tx.update('b1', { ...tx.get('b1')!, left: 2 }));
    frame.session.viewport.panBy(3, 0);
    expect(toolbar.isUpdatePending).to.equal(false);
    step.cancel();
  });

  it('moves between buttons with the arrow keys', async () => {
    const frame = await openDemo();
    frame.find('button#box').focus();
    await press('ArrowRight');
    expect(frame.root.activeElement?.id).to.equal('select');
    await press('End', 'ArrowRight');
    expect(frame.root.activeElement?.id).to.equal('box');
    expect(frame.task.ran).to.deep.equal([]);
  });

  it('puts what does not fit into a menu, tools never before others', async () => {
    const frame = await openDemo({ width: 300, height: 700 });
    expect(frame.root.querySelector('.oce-bar button#box')).to.not.equal(null);
    expect(frame.root.querySelector('.oce-bar button#duplicate')).to.equal(null);
    await frame.click(frame.button('More'));
    await frame.click('.oce-more-menu #duplicate');
    expect(frame.task.ran).to.deep.equal(['duplicate']);
    expect(frame.isSeen('.oce-more-menu')).to.equal(false);
  });

  it('reads the zoom out and changes it by menu, keys alone', async () => {
    const frame = await openDemo();
    const readout = frame.find('.oce-zoom');
    frame.session.viewport.zoomTo(0.5);
    await frame.settled();
    expect(readout.textContent?.trim()).to.equal('50%');
    readout.focus();
    await press('Enter');
    await frame.settled();
    await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    await frame.settled();
    expect(frame.session.viewport.scale).to.equal(2);
    await frame.click(readout);
    await press('Enter');
    expect(frame.session.viewport.isFitted).to.equal(true);
  });
});

describe('status line and announcer', () => {
  it('tells size, zoom and number of objects', async () => {
    const frame = await openDemo({ boxes: 1 });
    const text = () => frame.find('oce-status').textContent?.replace(/\s+/g, ' ').trim();
    expect(text()).to.contain('1,000 × 600 px').and.to.contain('1 object');
    frame.session.store.change('draw', (tx) => tx.insert({ ...tx.get('b0')!, id: 'second' }));
    await frame.settled();
    expect(text()).to.contain('2 objects');
    frame.session.store.change('draw', (tx) => tx.insert({ ...tx.get('b0')!, id: 'third', label: 'Not on offer' }));
    await frame.settled();
    expect(text(), 'as many as are listed').to.contain('2 objects');
  });

  it('shows where the pointer is on the picture', async () => {
    const frame = await openDemo();
    const stage = frame.find('.oce-stage');
    const at = frame.session.viewport.toStage({ x: 250.4, y: 100.2 });
    const { left, top } = stage.getBoundingClientRect();
    await mouse.move([left + at.x, top + at.y]);
    await frame.settled();
    expect(frame.find('.oce-status-place').textContent).to.match(/^2(49|50), (99|100)$/);
    await mouse.move([left + 1, top + 1]);
    await frame.settled();
    expect(frame.find('.oce-status-place').textContent).to.equal('');
  });

  it('says each message once, the same one twice when it is said twice', async () => {
    const frame = await openDemo();
    const live = frame.find('oce-announcer [aria-live="polite"]');
    const heard: string[] = [];
    const observer = new MutationObserver(() => heard.push(live.textContent!.trim()));
    observer.observe(live, { childList: true, characterData: true, subtree: true });
    frame.session.say('Car added. 1 shape.');
    await frame.settled();
    frame.session.say('Choose a label first.', 'warning');
    await frame.settled();
    frame.session.say('Choose a label first.', 'warning');
    await frame.settled();
    observer.disconnect();
    expect(heard).to.deep.equal(['Car added. 1 shape.', 'Choose a label first.', 'Choose a label first.']);
    expect(frame.find('.oce-status-message').dataset['tone']).to.equal('warning');
  });

  it('flags a picture whose orientation cannot be checked', async () => {
    const frame = await openDemo();
    expect(frame.root.querySelector('.oce-badge')).to.equal(null);
    const { picture } = frame.session;
    if (picture.type === 'ready') frame.session.setPicture({ ...picture, orientation: 'unknown' });
    await frame.settled();
    expect(frame.find('.oce-badge').textContent).to.contain('Orientation not checked');
  });
});

describe('picture states', () => {
  const failures: readonly PictureFailure[] = [
    'missing',
    'unresolved',
    'not-found',
    'forbidden',
    'empty',
    'broken',
    'unreachable',
  ];

  it('shows each failure in a sentence of its own, with the address, and offers another try', async () => {
    const frame = await openDemo();
    const sentences = new Set<string>();
    for (const reason of failures) {
      frame.session.setPicture({ type: 'failed', url: 'https://host/very/street.png', reason, status: 404 });
      await frame.settled();
      sentences.add(frame.find('.oce-picture-note p').textContent ?? '');
      expect(frame.find('.oce-address').textContent).to.equal('https://host/very/street.png');
      await expectAccessible(frame.task);
      const isHopeless = reason === 'missing' || reason === 'unresolved';
      expect(frame.isSeen('.oce-picture-note button')).to.equal(!isHopeless);
    }
    expect(sentences.size).to.equal(failures.length);
    await frame.click('.oce-picture-note button');
    expect(frame.task.retried).to.equal(1);
  });

  it('shortens signed addresses in the middle', async () => {
    const frame = await openDemo();
    const url = `https://host/${'a'.repeat(200)}?end=1`;
    frame.session.setPicture({ type: 'failed', url, reason: 'forbidden' });
    await frame.settled();
    const shown = frame.find('.oce-address');
    expect(shown.textContent!.length).to.be.lessThan(130);
    expect(shown.textContent).to.match(/^https:\/\/host.* … .*\?end=1$/);
    expect(shown.title).to.equal(url);
  });

  it('shows that it is loading, and that there is nothing to show', async () => {
    const frame = await openDemo();
    frame.session.setPicture({ type: 'loading', url: 'street.png' });
    await frame.settled();
    expect(frame.isSeen('.oce-skeleton')).to.equal(true);
    await expectAccessible(frame.task);
    frame.session.setPicture({ type: 'none' });
    await frame.settled();
    expect(frame.find('oce-picture-state').textContent).to.contain('There is no picture to show.');
  });
});

describe('restore banner', () => {
  it('offers unfinished work back, without a dialog, and says so', async () => {
    const frame = await openDemo();
    const chosen: string[] = [];
    const savedAt = new Date();
    savedAt.setHours(14, 32);
    frame.task.view = {
      notice: html`<oce-restore-banner
        .savedAt=${savedAt}
        .restore=${() => chosen.push('restore')}
        .discard=${() => chosen.push('discard')}
      ></oce-restore-banner>`,
    };
    frame.task.requestUpdate();
    await frame.settled();
    expect(frame.find('.oce-banner').textContent).to.contain('Unfinished work from 02:32 PM was found.');
    expect(frame.spoken).to.contain('Unfinished work');
    await expectAccessible(frame.task);
    await frame.click(frame.button('Restore'));
    await frame.click(frame.button('Discard'));
    await mouse.click(pointOf(frame.labelRow('Bus')));
    expect(chosen).to.deep.equal(['restore', 'discard']);
    expect(frame.session.activeLabel?.name).to.equal('Bus');
  });
});
