import { expect } from '@open-wc/testing';
import '../../../src/index.js';
import { mouse, painted, pointOf, type } from '../../support/input.js';
import { taskPage } from './form-harness.js';

/** Things that public templates do, and that broke before in one library or another. */
describe('templates in the wild', () => {
  it('put style elements, ids, fields and sliders into short instructions', async () => {
    const page = await taskPage(`
      <short-instructions id="guide">
        <style>#guide p { color: rgb(1, 2, 3); }</style>
        <p>Read</p>
        <crowd-input name="note" label="Note"></crowd-input>
        <input type="date" name="day" value="2026-11-20">
        <crowd-slider name="rate" max="5" value="2"></crowd-slider>
      </short-instructions>
      <input name="a" value="1">`);
    expect(document.getElementById('guide')).to.equal(page.find('short-instructions'));
    expect(getComputedStyle(page.find('#guide p')).color).to.equal('rgb(1, 2, 3)');
    expect(page.find('#guide').checkVisibility()).to.be.true;
    page.find('crowd-input').focus();
    await type('hm');
    expect(page.answer).to.deep.equal({ a: '1', day: '2026-11-20', note: 'hm', rate: 2 });
  });

  it('write unknown attributes everywhere', async () => {
    const page = await taskPage(`
      <crowd-slider name="s" max="5" max-length="3" foo></crowd-slider>
      <crowd-text-area name="t" originalValue="x" value="y"></crowd-text-area>
      <iframe max-width="3" title="none"></iframe>
      <crowd-card width="100%"><crowd-input name="i" value="z" validation-token="abc"></crowd-input></crowd-card>`);
    expect(page.answer).to.deep.equal({ i: 'z', s: 0, t: 'y' });
  });

  it('style the page by plain tag names, which must not reach what elements draw', async () => {
    const page = await taskPage(`
      <style>h2 { font-size: 77px; } button { background: rgb(9, 9, 9); } p { color: rgb(8, 8, 8); }</style>
      <short-instructions><p id="own">Mine</p></short-instructions>
      <crowd-button>Press</crowd-button>`);
    const inner = page.find('crowd-button').shadowRoot!.querySelector('button')!;
    expect(getComputedStyle(inner).backgroundColor).not.to.equal('rgb(9, 9, 9)');
    const title = page.form.shadowRoot!.querySelector('#pane h2')!;
    expect(getComputedStyle(title).fontSize).not.to.equal('77px');
    expect(getComputedStyle(page.find('#own')).color).to.equal('rgb(8, 8, 8)');
  });

  it('keep the type of the page in the content of a form', async () => {
    const page = await taskPage('<div style="font: 21px Georgia; color: rgb(7, 7, 7)"></div><p id="text">Text</p>');
    page.form.parentElement!.style.font = '21px Georgia';
    expect(getComputedStyle(page.find('#text')).fontSize).to.equal('21px');
    expect(getComputedStyle(page.find('#text')).fontFamily).to.equal('Georgia');
  });

  it('mirror what is chosen elsewhere in hidden boxes, and generate radio buttons afterwards', async () => {
    const page = await taskPage(
      '<p id="list"></p><input type="checkbox" name="hidden-one" value="v" style="display: none">',
    );
    page.find<HTMLInputElement>('[name=hidden-one]').checked = true;
    page.find('#list').innerHTML = ['x', 'y'].map((v) => `<input type="radio" name="late" value="${v}">`).join('');
    await mouse.click(pointOf(page.find('[value=y]')));
    expect(page.answer).to.deep.equal({ 'hidden-one': { v: true }, late: { x: false, y: true } });
  });

  it('build elements by createElement and properties', async () => {
    const page = await taskPage('<p></p>');
    const field = Object.assign(document.createElement('crowd-input'), { name: 'made', value: 'x', label: 'L' });
    const button = Object.assign(document.createElement('crowd-button'), { textContent: 'B', disabled: true });
    const card = Object.assign(document.createElement('crowd-card'), { heading: 'H' });
    card.append(field, button);
    page.form.form.append(card);
    await painted();
    expect(page.answer).to.deep.equal({ made: 'x' });
    expect(button.matches(':disabled')).to.be.true;
  });

  it('toggle hidden and read disabled through globals named after ids', async () => {
    const page = await taskPage(
      '<crowd-button id="sendIt" disabled="true">Send</crowd-button><div id="errorBox"></div>',
    );
    const globals = window as unknown as { sendIt: HTMLElement & { disabled: boolean }; errorBox: HTMLElement };
    expect(globals.sendIt.disabled).to.be.true;
    globals.sendIt.disabled = false;
    globals.errorBox.innerHTML = '<crowd-alert type="error" dismissible>No</crowd-alert>';
    await painted();
    expect(page.find('crowd-alert').checkVisibility()).to.be.true;
    page.find('crowd-alert').hidden = true;
    expect(page.find('crowd-alert').checkVisibility()).to.be.false;
  });

  it('see pointer and mouse events that happen inside of elements', async () => {
    const page = await taskPage('<crowd-slider name="s" max="5"></crowd-slider>');
    const seen = new Set<string>();
    for (const name of ['pointerdown', 'mousedown', 'mouseup'])
      window.addEventListener(name, () => seen.add(name), { once: true });
    await mouse.click(pointOf(page.find('crowd-slider')));
    expect([...seen]).to.have.members(['pointerdown', 'mousedown', 'mouseup']);
  });
});
