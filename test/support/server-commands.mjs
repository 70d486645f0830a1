/**
 * The server side of `input.ts` and `leak.ts`: real input through Chromium's own protocol.
 * Coordinates are CSS pixels of the test page.
 */

const MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };
const BUTTON_BITS = { none: 0, left: 1, right: 2, middle: 4 };

const bitsOf = (modifiers = []) => modifiers.reduce((sum, name) => sum | MODIFIERS[name], 0);
const pause = (ms) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : undefined);

/** What a page keeps between two commands: its protocol session, and what is pressed. */
const pages = new WeakMap();

async function stateOf(page) {
  let state = pages.get(page);
  if (!state) {
    state = { cdp: await page.context().newCDPSession(page), at: [0, 0], button: 'none', clicks: 0, clickedAt: 0 };
    pages.set(page, state);
  }
  return state;
}

async function withKeys(page, names = [], action) {
  for (const name of names) await page.keyboard.down(name);
  try {
    await action();
  } finally {
    for (const name of [...names].reverse()) await page.keyboard.up(name);
  }
}

async function mouse(page, { steps, modifiers, delayMs }) {
  await withKeys(page, modifiers, async () => {
    for (const { do: what, at, button = 'left', count = 1, via = 1 } of steps) {
      if (at) await page.mouse.move(at[0], at[1], { steps: via });
      if (what === 'down') await page.mouse.down({ button, clickCount: count });
      if (what === 'up') await page.mouse.up({ button, clickCount: count });
      await pause(delayMs);
    }
  });
}

async function touch(page, { steps, modifiers, delayMs }) {
  const { cdp } = await stateOf(page);
  for (const { type, points } of steps) {
    const touchPoints = points.map(([x, y], id) => ({ x, y, id, radiusX: 8, radiusY: 8, force: 0.5 }));
    await cdp.send('Input.dispatchTouchEvent', { type, touchPoints, modifiers: bitsOf(modifiers) });
    await pause(delayMs);
  }
}

async function pen(page, { steps, modifiers, delayMs }) {
  const { cdp } = await stateOf(page);
  for (const { do: what, at, force = 0.5, tilt = [0, 0], button = 'left' } of steps) {
    const isDown = what !== 'hover';
    await cdp.send('Input.dispatchMouseEvent', {
      type: { down: 'mousePressed', up: 'mouseReleased', move: 'mouseMoved', hover: 'mouseMoved' }[what],
      x: at[0],
      y: at[1],
      pointerType: 'pen',
      button: isDown ? button : 'none',
      buttons: isDown && what !== 'up' ? BUTTON_BITS[button] : 0,
      clickCount: what === 'down' || what === 'up' ? 1 : 0,
      force: isDown && what !== 'up' ? force : 0,
      tiltX: tilt[0],
      tiltY: tilt[1],
      modifiers: bitsOf(modifiers),
    });
    await pause(delayMs);
  }
}

async function wheel(page, { at, deltaX = 0, deltaY, modifiers }) {
  const { cdp } = await stateOf(page);
  await cdp.send('Input.dispatchMouseEvent', {
    type: 'mouseWheel',
    x: at[0],
    y: at[1],
    deltaX,
    deltaY,
    modifiers: bitsOf(modifiers),
    pointerType: 'mouse',
  });
}

async function keys(page, { steps, delayMs }) {
  for (const { do: what, key } of steps) {
    if (what === 'type') await page.keyboard.type(key);
    else if (what === 'insert') await page.keyboard.insertText(key);
    else await page.keyboard[what](key);
    await pause(delayMs);
  }
}

/** Composes text as an input method does: marked text that grows, then the chosen text. */
async function compose(page, { marked, text }) {
  const { cdp } = await stateOf(page);
  for (const part of marked) {
    await cdp.send('Input.imeSetComposition', { text: part, selectionStart: part.length, selectionEnd: part.length });
  }
  await cdp.send('Input.insertText', { text });
}

async function collectGarbage(page) {
  const { cdp } = await stateOf(page);
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.disable');
}

/** Counts of what the page holds: documents, nodes, listeners, bytes of script heap. */
async function countObjects(page) {
  const { cdp } = await stateOf(page);
  await collectGarbage(page);
  await cdp.send('Performance.enable');
  const { metrics } = await cdp.send('Performance.getMetrics');
  await cdp.send('Performance.disable');
  const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    documents: value('Documents'),
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    heapBytes: value('JSHeapUsedSize'),
  };
}

async function setMedia(page, { colorScheme, forcedColors, reducedMotion, contrast, media }) {
  await page.emulateMedia({ colorScheme, forcedColors, reducedMotion, contrast, media });
}

async function setViewport(page, { width, height }) {
  await page.setViewportSize({ width, height });
}

async function setNetwork(page, { offline }) {
  await page.context().setOffline(offline);
}

async function grant(page, { permissions }) {
  await page.context().grantPermissions(permissions);
}

/** The page whose test has the clipboard to itself: all pages of a browser share one. */
let clipboardHolder;

async function takeClipboard(page) {
  while (clipboardHolder && !clipboardHolder.isClosed()) await pause(20);
  clipboardHolder = page;
}

function giveClipboard() {
  clipboardHolder = undefined;
}

/** A picture of the page, or of one rectangle of it, as a PNG in base64; written below `output/screenshots/` for looking at. */
async function screenshot(page, { name, clip }) {
  if (!/^[\w-]+(\/[\w-]+)*$/.test(name)) throw new Error(`A screenshot name is made of words and dashes, not ${name}`);
  const picture = await page.screenshot({ path: `output/screenshots/${name}.png`, clip, animations: 'disabled' });
  return picture.toString('base64');
}

/** Files given to an `<input type=file>` that the selector finds (open shadow roots are pierced). */
async function chooseFiles(page, { selector, files }) {
  await page.setInputFiles(
    selector,
    files.map(({ name, mimeType, base64 }) => ({ name, mimeType, buffer: Buffer.from(base64, 'base64') })),
  );
}

const COMMANDS = {
  mouse,
  touch,
  pen,
  wheel,
  keys,
  compose,
  countObjects,
  setMedia,
  setViewport,
  setNetwork,
  grant,
  takeClipboard,
  giveClipboard,
  screenshot,
  chooseFiles,
};

const PREFIX = 'person:';

/** The test runner plugin that carries out the commands of `input.ts`. */
export function personCommands() {
  return {
    name: 'person-commands',
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith(PREFIX)) return undefined;
      const run = COMMANDS[command.slice(PREFIX.length)];
      if (!run) throw new Error(`There is no command ${command}.`);
      const page = session.browser.getPage(session.id);
      return { result: (await run(page, payload ?? {})) ?? null };
    },
  };
}
