import { expect } from '@open-wc/testing';
import { compose, press, withClipboard } from '../support/input.js';
import { openDemo } from './demo-task.js';

describe('hotkeys', () => {
  it('run commands and choose labels by physical keys, with nothing focused', async () => {
    const frame = await openDemo();
    await press('Digit2', 'Numpad3');
    expect(frame.session.activeLabel?.name).to.equal('Person');
    await press('m', 'd');
    expect(frame.session.tool.id).to.equal('select');
    expect(frame.task.ran).to.deep.equal(['duplicate']);
  });

  it('understand keys of other layouts by their place', async () => {
    const frame = await openDemo();
    document.body.dispatchEvent(
      new KeyboardEvent('keydown', { code: 'KeyM', key: 'ㅡ', bubbles: true, cancelable: true }),
    );
    expect(frame.session.tool.id).to.equal('select');
  });

  it('tell chords apart: undo and redo', async () => {
    const frame = await openDemo({ boxes: 2 });
    frame.session.store.change('delete', (tx) => tx.remove('b0'));
    await press('Control+z');
    expect(frame.session.store.snapshot.annotations).to.have.length(2);
    await press('Control+Shift+z');
    expect(frame.session.store.snapshot.annotations).to.have.length(1);
  });

  it('are silent in text fields, in shadow roots of others too, and while an input method composes', async () => {
    const host = document.createElement('div');
    const frame = await openDemo({ content: '<short-instructions><input aria-label="note"></short-instructions>' });
    frame.task.querySelector('input')!.focus();
    await press('d', '2');
    frame.task.append(host);
    host.slot = 'short-instructions';
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    field.focus();
    await press('d', '2');
    await compose(['ㅇ'], 'ㅇ');
    expect(field.value).to.equal('d2ㅇ');
    expect(frame.task.ran).to.deep.equal([]);
    expect(frame.session.activeLabel).to.equal(undefined);
  });

  it('leave keys to the control that has the focus', async () => {
    const frame = await openDemo({
      content: '<short-instructions><input type="range" aria-label="n"></short-instructions>',
    });
    frame.task.querySelector('input')!.focus();
    await press('ArrowLeft');
    expect(frame.task.ran).to.deep.equal([]);
    await press('d');
    expect(frame.task.ran).to.deep.equal(['duplicate']);
  });

  it('never take what belongs to the browser', async () => {
    const frame = await openDemo();
    const event = new KeyboardEvent('keydown', { code: 'KeyP', ctrlKey: true, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
    expect(frame.task.ran).to.deep.equal([]);
  });

  it('leave copying to the browser, whose own event does the work', async () => {
    const frame = await openDemo({ content: '<p>Some words</p>' });
    const copied: string[] = [];
    const note = () => copied.push(String(getSelection()));
    document.addEventListener('copy', note);
    getSelection()!.selectAllChildren(frame.task.querySelector('p')!);
    await withClipboard(() => press('Control+c'));
    getSelection()!.removeAllRanges();
    document.removeEventListener('copy', note);
    expect(copied).to.deep.equal(['Some words']);
    expect(frame.task.ran).to.deep.equal([]);
  });

  it('go to the task with the focus when there are two, and to none without it', async () => {
    const first = await openDemo({ height: 300 });
    const second = await openDemo({
      height: 300,
      within: first.task.parentElement!.appendChild(document.createElement('div')),
    });
    await press('d');
    expect([first.task.ran, second.task.ran]).to.deep.equal([[], []]);
    second.find('.oce-objects, .label-pane-content').focus();
    await press('d');
    expect([first.task.ran, second.task.ran]).to.deep.equal([[], ['duplicate']]);
    second.task.parentElement!.remove();
  });

  it('are silent when something else on the page has the focus, and after removal', async () => {
    const frame = await openDemo();
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    await press('d');
    button.remove();
    frame.task.remove();
    await press('d');
    expect(frame.task.ran).to.deep.equal([]);
  });

  it('are silent in open dialogs', async () => {
    const frame = await openDemo();
    await frame.click(frame.button('View tool guide'));
    await press('d', '2');
    expect(frame.task.ran).to.deep.equal([]);
    await press('Escape');
    await frame.settled();
    await press('2');
    expect(frame.session.activeLabel?.name).to.equal('Bus');
  });

  it('lead to help, to the search, and to the object list and back', async () => {
    const frame = await openDemo({ boxes: 3, labels: Array.from({ length: 9 }, (_, index) => `Label ${index + 1}`) });
    await press('Slash');
    expect(frame.root.activeElement).to.equal(frame.find('.oce-search input'));
    await press('Escape');
    (frame.root.activeElement as HTMLElement).blur();
    await press('Backslash');
    expect(frame.root.activeElement).to.equal(frame.find('.oce-objects'));
    await press('Shift+Slash');
    await frame.settled();
    expect(frame.isSeen('dialog[data-dialog="shortcuts"]')).to.equal(true);
  });

  it('take two keys one after the other for labels beyond the single keys', async () => {
    const frame = await openDemo({ labels: Array.from({ length: 30 }, (_, index) => `Label ${index + 1}`) });
    const wanted = frame.session.labels[20]!;
    expect(wanted.hotkey).to.have.length(2);
    await press(...wanted.hotkey);
    expect(frame.session.activeLabel?.name).to.equal(wanted.name);
    await press('t', '1');
    expect(frame.session.activeLabel?.hotkey).to.equal('t1');
    await press('t', 'Escape', '1');
    expect(frame.session.activeLabel?.hotkey).to.equal('1');
  });
});
