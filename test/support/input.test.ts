import { expect } from '@open-wc/testing';
import { expectAccessible } from './a11y.js';
import { expectNoLeak } from './leak.js';
import {
  allowClipboard,
  compose,
  mouse,
  painted,
  pen,
  pointOf,
  press,
  setMedia,
  setViewport,
  touch,
  type,
  wheel,
  withClipboard,
} from './input.js';

interface Seen {
  readonly type: string;
  readonly pointerType: string;
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly pressure: number;
  readonly shift: boolean;
}

function makePad(): { pad: HTMLElement; seen: Seen[] } {
  const pad = document.createElement('div');
  pad.style.width = '400px';
  pad.style.height = '300px';
  pad.style.touchAction = 'none';
  const seen: Seen[] = [];
  for (const name of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
    pad.addEventListener(name, (event) => {
      seen.push({
        type: name,
        pointerType: event.pointerType,
        id: event.pointerId,
        x: event.clientX,
        y: event.clientY,
        pressure: event.pressure,
        shift: event.shiftKey,
      });
    });
  }
  document.body.replaceChildren(pad);
  return { pad, seen };
}

const kinds = (seen: readonly Seen[]) => seen.map(({ type: name }) => name.replace('pointer', ''));

describe('test support: input of a person', () => {
  it('drags a mouse with a modifier through every point', async () => {
    const { seen } = makePad();
    await mouse.drag(
      [
        [20, 20],
        [60, 20],
        [60, 90],
      ],
      { modifiers: ['Shift'], via: 2 },
    );
    const pressed = seen.slice(seen.findIndex(({ type: name }) => name === 'pointerdown'));
    expect(kinds(pressed)).to.deep.equal(['down', 'move', 'move', 'move', 'move', 'up']);
    expect(pressed.every(({ pointerType, shift }) => pointerType === 'mouse' && shift)).to.equal(true);
    expect([pressed.at(-1)!.x, pressed.at(-1)!.y]).to.deep.equal([60, 90]);
  });

  it('reports double clicks, and the buttons in the middle and on the right', async () => {
    const { pad } = makePad();
    const names: string[] = [];
    pad.addEventListener('dblclick', () => names.push('dblclick'));
    pad.addEventListener('auxclick', (event) => names.push(`auxclick ${event.button}`));
    pad.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      names.push('contextmenu');
    });
    await mouse.doubleClick([50, 50]);
    await mouse.click([50, 50], { button: 'middle' });
    await mouse.click([50, 50], { button: 'right' });
    expect(names).to.include.members(['dblclick', 'auxclick 1', 'contextmenu']);
  });

  it('pinches with two fingers at once', async () => {
    const { seen } = makePad();
    await touch.pinch({
      from: [
        [150, 150],
        [200, 150],
      ],
      to: [
        [80, 150],
        [280, 150],
      ],
    });
    expect(new Set(seen.map(({ id }) => id)).size).to.equal(2);
    expect(seen.every(({ pointerType }) => pointerType === 'touch')).to.equal(true);
    expect(kinds(seen).filter((kind) => kind === 'down' || kind === 'up')).to.deep.equal(['down', 'down', 'up', 'up']);
    const xs = seen.filter(({ type: name }) => name === 'pointermove').map(({ x }) => x);
    expect(Math.max(...xs)).to.be.within(279, 281);
    expect(Math.min(...xs)).to.be.within(79, 81);
  });

  it('taps with a finger as a click', async () => {
    const { pad } = makePad();
    const clicks: string[] = [];
    pad.addEventListener('click', (event) => clicks.push((event as PointerEvent).pointerType));
    await touch.tap([40, 40]);
    await painted();
    expect(clicks).to.deep.equal(['touch']);
  });

  it('drags a pen with pressure', async () => {
    const { seen } = makePad();
    await pen.drag(
      [
        [30, 30],
        [90, 60],
      ],
      { force: 0.75 },
    );
    const drawn = seen.filter(({ pressure }) => pressure > 0);
    expect(drawn.length).to.be.greaterThan(3);
    expect(drawn.every(({ pointerType, pressure }) => pointerType === 'pen' && pressure === 0.75)).to.equal(true);
    expect(kinds(seen).at(-1)).to.equal('up');
  });

  it('turns the wheel, with and without Ctrl', async () => {
    const { pad } = makePad();
    const turns: string[] = [];
    pad.addEventListener('wheel', (event) => {
      event.preventDefault();
      turns.push(`${event.deltaY} ${event.ctrlKey} ${event.clientX},${event.clientY}`);
    });
    await wheel([100, 80], 120);
    await wheel([100, 80], -120, { ctrl: true });
    expect(turns).to.deep.equal(['120 false 100,80', '-120 true 100,80']);
  });

  it('types, undoes, composes, copies and pastes in a field', async () => {
    const field = document.createElement('textarea');
    field.setAttribute('aria-label', 'note');
    document.body.replaceChildren(field);
    const pressed: string[] = [];
    field.addEventListener('keydown', (event) => pressed.push(`${event.ctrlKey ? 'Ctrl+' : ''}${event.code}`));
    field.focus();
    await type('Cat');
    expect(field.value).to.equal('Cat');
    await allowClipboard();
    await withClipboard(async () => {
      await press('Control+a', 'Control+c', 'End', 'Control+v');
      expect(await navigator.clipboard.readText()).to.equal('Cat');
    });
    expect(field.value).to.equal('CatCat');
    expect(pressed).to.include('Ctrl+KeyV');
    await press('Control+z');
    expect(field.value).to.equal('Cat');
    await press('Control+a');
    await compose(['ㅎ', '하', '한'], '한');
    expect(field.value).to.equal('한');
  });

  it('changes the window and the settings of the system', async () => {
    await setViewport(1024, 700);
    await setMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect([innerWidth, innerHeight]).to.deep.equal([1024, 700]);
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(true);
    expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
    await setMedia({ colorScheme: 'light', forcedColors: 'none' });
    expect(matchMedia('(prefers-color-scheme: dark)').matches).to.equal(false);
  });
});

describe('test support: accessibility and leaks', () => {
  const failureOf = async (check: Promise<void>) =>
    check.then(
      () => '',
      (error: unknown) => (error as Error).message,
    );

  it('names what axe found', async () => {
    const button = document.createElement('button');
    document.body.replaceChildren(button);
    expect(await failureOf(expectAccessible())).to.contain('button-name');
    button.textContent = 'Submit';
    await expectAccessible();
  });

  it('sees an element that something holds, and passes one that nothing holds', async () => {
    const held: Element[] = [];
    const open = () => {
      const element = document.createElement('p');
      document.body.append(element);
      return element;
    };
    await expectNoLeak({ open });
    expect(await failureOf(expectNoLeak({ open, use: (element) => void held.push(element) }))).to.match(
      /50 of 50 elements are still in memory/,
    );
  });

  it('finds the middle of an element', () => {
    const { pad } = makePad();
    const box = pad.getBoundingClientRect();
    expect(pointOf(pad)).to.deep.equal([box.left + 200, box.top + 150]);
  });
});
