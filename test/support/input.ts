import { executeServerCommand } from '@web/test-runner-commands';

/** A place on the test page in CSS pixels, `[x, y]`. */
export type PagePoint = readonly [x: number, y: number];

/** Keys held during a gesture. */
export type Modifier = 'Alt' | 'Control' | 'Meta' | 'Shift';

export type MouseButton = 'left' | 'middle' | 'right';

/** What a gesture with the mouse may add. */
export interface MouseOptions {
  readonly button?: MouseButton;
  readonly modifiers?: readonly Modifier[];
  /** Pause after each event, for tests of timing only. */
  readonly delayMs?: number;
}

export interface DragOptions extends MouseOptions {
  /** Moves between two points (default 4): a real hand never jumps. */
  readonly via?: number;
}

interface Answer<T> {
  readonly result: T;
}

async function command<T = void>(name: string, payload: object = {}): Promise<T> {
  const { result } = await executeServerCommand<Answer<T>, object>(`person:${name}`, payload);
  return result;
}

/**
 * Resolves after the next two frames: what was asked of the page is painted, and lists and counts, which are made anew
 * in a task of their own behind the first of them, are there too.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve()))),
  );
}

/** Center of an element on the page, or the place at these fractions of its box. */
export function pointOf(element: Element, fractionX = 0.5, fractionY = 0.5): PagePoint {
  const box = element.getBoundingClientRect();
  return [box.left + box.width * fractionX, box.top + box.height * fractionY];
}

const between = (from: PagePoint, to: PagePoint, steps: number): PagePoint[] =>
  Array.from({ length: steps }, (_, i) => {
    const share = (i + 1) / steps;
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
  });

/** All points of a path with `via` moves from each to the next; the first is left out. */
const along = (points: readonly PagePoint[], via: number): PagePoint[] =>
  points.slice(1).flatMap((point, i) => between(points[i]!, point, via));

/** A real mouse, as the browser sees it. */
export const mouse = {
  move: (at: PagePoint, { via = 1, ...options }: DragOptions = {}) =>
    command('mouse', { steps: [{ do: 'move', at, via }], ...options }),

  /** Presses where the pointer is, or at a point. */
  down: (at?: PagePoint, { button, ...options }: MouseOptions = {}) =>
    command('mouse', { steps: [{ do: 'down', at, button }], ...options }),

  /** Releases where the pointer is, or at a point. */
  up: (at?: PagePoint, { button, ...options }: MouseOptions = {}) =>
    command('mouse', { steps: [{ do: 'up', at, button }], ...options }),

  click: (at: PagePoint, { button, ...options }: MouseOptions = {}) =>
    command('mouse', {
      steps: [
        { do: 'down', at, button },
        { do: 'up', button },
      ],
      ...options,
    }),

  doubleClick: (at: PagePoint, { button, ...options }: MouseOptions = {}) =>
    command('mouse', {
      steps: [
        { do: 'down', at, button },
        { do: 'up', button },
        { do: 'down', button, count: 2 },
        { do: 'up', button, count: 2 },
      ],
      ...options,
    }),

  /** Presses at the first point, moves along the others, releases at the last. */
  drag: (points: readonly PagePoint[], { button, via = 4, ...options }: DragOptions = {}) =>
    command('mouse', {
      steps: [
        { do: 'down', at: points[0], button },
        ...points.slice(1).map((at) => ({ do: 'move', at, via })),
        { do: 'up', button },
      ],
      ...options,
    }),
};

interface TouchStep {
  readonly type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel';
  readonly points: readonly PagePoint[];
}

const touchSteps = (steps: readonly TouchStep[], options: Pick<MouseOptions, 'delayMs'> = {}) =>
  command('touch', { steps, ...options });

/** Real fingers. In every list of points, the place in the list says which finger it is. */
export const touch = {
  /** Single events, for gestures that are not named here: `touchEnd` takes the fingers that stay down. */
  steps: touchSteps,

  tap: (...fingers: PagePoint[]) =>
    touchSteps([
      { type: 'touchStart', points: fingers },
      { type: 'touchEnd', points: [] },
    ]),

  /** Holds one finger still, e.g. for a context menu. */
  hold: (at: PagePoint, durationMs: number) =>
    touchSteps(
      [
        { type: 'touchStart', points: [at] },
        { type: 'touchEnd', points: [] },
      ],
      { delayMs: durationMs },
    ),

  drag: (points: readonly PagePoint[], { via = 4, delayMs }: Pick<DragOptions, 'via' | 'delayMs'> = {}) =>
    touchSteps(
      [
        { type: 'touchStart', points: [points[0]!] },
        ...along(points, via).map((at) => ({ type: 'touchMove' as const, points: [at] })),
        { type: 'touchEnd', points: [] },
      ],
      { delayMs },
    ),

  /** Two fingers, each along its own line: apart to zoom in, together to zoom out, side by side to move. */
  pinch: (
    { from, to }: { readonly from: readonly [PagePoint, PagePoint]; readonly to: readonly [PagePoint, PagePoint] },
    { via = 8, delayMs }: Pick<DragOptions, 'via' | 'delayMs'> = {},
  ) => {
    const first = between(from[0], to[0], via);
    const second = between(from[1], to[1], via);
    return touchSteps(
      [
        { type: 'touchStart', points: [from[0]] },
        { type: 'touchStart', points: from },
        ...first.map((at, i) => ({ type: 'touchMove' as const, points: [at, second[i]!] })),
        { type: 'touchEnd', points: [] },
      ],
      { delayMs },
    );
  },
};

export interface PenOptions extends DragOptions {
  /** Pressure, 0 to 1. */
  readonly force?: number;
  /** Tilt in degrees along x and y. */
  readonly tilt?: PagePoint;
}

/** A real pen: `pointerType` is `pen`, with pressure and tilt. */
export const pen = {
  hover: (at: PagePoint) => command('pen', { steps: [{ do: 'hover', at }] }),

  tap: (at: PagePoint, { force, tilt, button, ...options }: PenOptions = {}) =>
    command('pen', {
      steps: [
        { do: 'down', at, force, tilt, button },
        { do: 'up', at, button },
      ],
      ...options,
    }),

  drag: (points: readonly PagePoint[], { via = 4, force, tilt, button, ...options }: PenOptions = {}) =>
    command('pen', {
      steps: [
        { do: 'hover', at: points[0] },
        { do: 'down', at: points[0], force, tilt, button },
        ...along(points, via).map((at) => ({ do: 'move', at, force, tilt, button })),
        { do: 'up', at: points.at(-1), button },
      ],
      ...options,
    }),
};

export interface WheelOptions {
  readonly deltaX?: number;
  /** Ctrl held, which is also how a browser reports a pinch on a trackpad. */
  readonly ctrl?: boolean;
  readonly shift?: boolean;
}

/** Turns the wheel at a point; positive `deltaY` scrolls down. */
export async function wheel(at: PagePoint, deltaY: number, { deltaX, ctrl, shift }: WheelOptions = {}): Promise<void> {
  const modifiers = [...(ctrl ? ['Control'] : []), ...(shift ? ['Shift'] : [])];
  await command('wheel', { at, deltaX, deltaY, modifiers });
  await painted();
}

/** Presses keys one after the other: `press('Control+z')`, `press('Tab', 'Enter')`. */
export const press = (...names: string[]) => command('keys', { steps: names.map((key) => ({ do: 'press', key })) });

/** Holds a key down until `release`. */
export const hold = (key: string) => command('keys', { steps: [{ do: 'down', key }] });

export const release = (key: string) => command('keys', { steps: [{ do: 'up', key }] });

/** Types text key by key into what has the focus. */
export const type = (text: string) => command('keys', { steps: [{ do: 'type', key: text }] });

/** Enters text through an input method: the marked text grows, then `text` replaces it. */
export const compose = (marked: readonly string[], text: string) => command('compose', { marked, text });

/** Does something while no other test touches the clipboard, which all pages of a browser share. */
export async function withClipboard(action: () => Promise<void>): Promise<void> {
  await command('takeClipboard');
  try {
    await action();
  } finally {
    await command('giveClipboard');
  }
}

/** Lets the page read and write the clipboard, as a person would allow it. */
export const allowClipboard = () => command('grant', { permissions: ['clipboard-read', 'clipboard-write'] });

export interface Media {
  readonly colorScheme?: 'light' | 'dark' | 'no-preference' | null;
  readonly forcedColors?: 'active' | 'none' | null;
  readonly reducedMotion?: 'reduce' | 'no-preference' | null;
  readonly contrast?: 'more' | 'no-preference' | null;
  readonly media?: 'screen' | 'print' | null;
}

/** What the person set in the system; `null` takes a setting back. */
export const setMedia = (media: Media) => command('setMedia', media);

export const setViewport = (width: number, height: number) => command('setViewport', { width, height });

export const setOffline = (offline: boolean) => command('setNetwork', { offline });

/** Gives files to an `<input type=file>` found by a CSS selector, also inside open shadow roots. */
export async function chooseFiles(selector: string, ...files: readonly File[]): Promise<void> {
  const encoded = await Promise.all(
    files.map(async (file) => ({
      name: file.name,
      mimeType: file.type,
      base64: btoa(Array.from(new Uint8Array(await file.arrayBuffer()), (byte) => String.fromCharCode(byte)).join('')),
    })),
  );
  await command('chooseFiles', { selector, files: encoded });
}

/** A picture of the page, or of an element, as a PNG in base64; saved as `output/screenshots/<name>.png` for looking at. */
export async function screenshot(name: string, element?: Element): Promise<string> {
  const box = element?.getBoundingClientRect();
  const clip = box && { x: box.x, y: box.y, width: box.width, height: box.height };
  return command<string>('screenshot', { name, clip });
}

export interface ObjectCounts {
  readonly documents: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly heapBytes: number;
}

/** Counts what the page holds, after collecting garbage. Detached nodes that something holds are counted too. */
export const countObjects = () => command<ObjectCounts>('countObjects');
