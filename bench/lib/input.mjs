// Real input through the DevTools protocol. Moves and wheel steps go out at the pace of a 60 Hz mouse whether or not the
// page has answered the last one, as a hand does; a slow tool's queue then shows up as latency.

import { sleep } from './browser.mjs';

// A little less than a frame: the input then walks through all phases of the frame clock instead of keeping, for a whole
// run, the one that chance gave it. A fixed phase alone makes 15 ms of difference.
const STEP_MS = 16;
const BUTTON_BITS = { left: 1, right: 2, middle: 4 };

/** One simulated mouse. Points are client pixels. */
export class Mouse {
  constructor(session) {
    this.session = session;
    this.unanswered = new Set();
    this.buttons = 0;
    this.button = 'none';
    this.modifiers = 0;
  }

  send(type, point, extra = {}) {
    const sent = this.session.send('Input.dispatchMouseEvent', {
      type,
      x: point.x,
      y: point.y,
      button: this.button,
      buttons: this.buttons,
      modifiers: this.modifiers,
      ...extra,
    });
    const settled = sent.catch(() => undefined).finally(() => this.unanswered.delete(settled));
    this.unanswered.add(settled);
  }

  /** Resolves when the page has handled everything sent so far. */
  async answered() {
    await Promise.all(this.unanswered);
  }

  move(point) {
    this.send('mouseMoved', point);
  }

  press(point, button = 'left', modifiers = 0) {
    this.button = button;
    this.buttons = BUTTON_BITS[button];
    this.modifiers = modifiers;
    this.send('mousePressed', point, { clickCount: 1 });
  }

  release(point) {
    this.buttons = 0;
    this.send('mouseReleased', point, { clickCount: 1 });
    this.button = 'none';
    this.modifiers = 0;
  }

  wheel(point, deltaY, modifiers = 0) {
    this.send('mouseWheel', point, { deltaX: 0, deltaY, modifiers });
  }

  async click(point) {
    this.move(point);
    await sleep(50);
    this.press(point);
    this.release(point);
    await this.answered();
  }
}

/** Calls `step(0)` to `step(count - 1)` by the clock: a late step does not delay the ones after it. */
export async function paced(count, step) {
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    step(i);
    const wait = start + (i + 1) * STEP_MS - performance.now();
    if (wait > 0) await sleep(wait);
  }
}

/** The i-th of `count` points on a loop that starts and ends at `from`; `width` and `height` are its extent. */
export function loopPoint(from, i, count, width, height) {
  const angle = ((i + 1) / count) * 2 * Math.PI;
  return { x: from.x + (width / 2) * Math.sin(angle), y: from.y + (height / 2) * (1 - Math.cos(angle)) };
}
