import { readNumber, readObject, type AttributeProblem } from '../parse/attributes.js';
import type { Reading } from '../parse/problem.js';

/** The grey levels that are shown from black to white: their middle and their width, in levels from 0 to 255. */
export interface GreyWindow {
  readonly center: number;
  readonly width: number;
}

/** A window with a name, in the units of its scale. */
export interface WindowPreset extends GreyWindow {
  readonly name: string;
}

/** What black and white stand for, such as -1000 and 1000 Hounsfield units, and windows that are often wanted. */
export interface WindowScale {
  readonly black: number;
  readonly white: number;
  readonly unit: string;
  readonly presets: readonly WindowPreset[];
}

const LEVELS = 255;
/** Narrowest window: two neighbouring levels are black and white. */
const LEAST_WIDTH = 1;
/** Widest window, twice the levels there are: everything is pale. */
const MOST_WIDTH = 2 * LEVELS;

/** Leaves the picture as it is. */
export const wholeWindow: GreyWindow = { center: LEVELS / 2, width: LEVELS };

/** Levels as they are in the file. */
export const plainScale: WindowScale = { black: 0, white: LEVELS, unit: '', presets: [] };

/** A window with both numbers in their limits; fractions stay. */
export function clampWindow({ center, width }: GreyWindow): GreyWindow {
  return {
    center: Math.min(LEVELS, Math.max(0, center)),
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width)),
  };
}

export function isWholeWindow({ center, width }: GreyWindow): boolean {
  return center === wholeWindow.center && width === wholeWindow.width;
}

/** From grey levels to the units of a scale. */
export function toUnits({ center, width }: GreyWindow, { black, white }: WindowScale): GreyWindow {
  const unit = (white - black) / LEVELS;
  return { center: black + center * unit, width: width * Math.abs(unit) };
}

/** From the units of a scale to grey levels. */
export function toLevels({ center, width }: GreyWindow, { black, white }: WindowScale): GreyWindow {
  const unit = (white - black) / LEVELS;
  return clampWindow({ center: (center - black) / unit, width: width / Math.abs(unit) });
}

/**
 * A window as CSS filters: `(level - lower end) / width`, cut off at black and white.
 *
 * Brightness multiplies, contrast turns around the middle grey, and both cut off. They are put together so that nothing is
 * cut off too early: in the dark half, where brightness only ever brightens. A window in the bright half is the negative of
 * one in the dark half. Browsers carry fractions from one filter to the next on a page, so that each level shown is the
 * nearest one; a transfer function of SVG cuts them off and is a level off. (On a canvas each filter rounds by itself.)
 */
export function windowFilter(window: GreyWindow): string {
  if (isWholeWindow(window)) return '';
  const isBright = window.center > LEVELS / 2;
  const center = (isBright ? LEVELS - window.center : window.center) / LEVELS;
  const width = window.width / LEVELS;
  const gain = 1 + (1 - 2 * center) / width;
  const filter =
    width <= 2 * center
      ? `brightness(${1 / (2 * center)}) contrast(${(2 * center) / width})`
      : `contrast(${1 / (width * gain)}) brightness(${gain})`;
  return isBright ? `invert(1) ${filter} invert(1)` : filter;
}

/** The window from the 1st to the 99th hundredth of the grey levels, for pixels as red, green, blue, alpha. */
export function windowOf(data: ArrayLike<number>): GreyWindow {
  const counts = new Uint32Array(LEVELS + 1);
  for (let i = 0; i < data.length; i += 4) {
    const grey = Math.round(0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0));
    counts[grey] = (counts[grey] ?? 0) + 1;
  }
  const levelAt = (share: number) => {
    let left = (share * data.length) / 4;
    return counts.findIndex((count) => (left -= count) <= 0);
  };
  const [low, high] = [Math.max(0, levelAt(0.01)), levelAt(0.99)];
  return clampWindow({ center: (low + high) / 2, width: high - low });
}

/**
 * Reads what a requester says about the grey levels:
 * `{black: -1000, white: 1000, unit: 'HU', presets: {Lung: [-600, 1500]}}` with centre and width of each preset.
 */
export function readWindowScale(source: unknown): Reading<WindowScale | undefined> {
  const { value, problems } = readObject(source);
  if (!value) return { value: undefined, problems };
  const found: AttributeProblem[] = [...problems];
  const complain = (message: string) => found.push({ code: 'bad-window', severity: 'warning', message });
  const numberIn = (key: 'black' | 'white', otherwise: number): number => {
    const read = readNumber(value[key]);
    if (read.problems.length) complain(`should give \`${key}\` as a number, such as \`${key}: ${otherwise}\`.`);
    return read.value ?? otherwise;
  };
  let [black, white] = [numberIn('black', plainScale.black), numberIn('white', plainScale.white)];
  if (black === white) {
    complain(`gives \`${black}\` for both black and white. They were taken for 0 and ${LEVELS}.`);
    [black, white] = [plainScale.black, plainScale.white];
  }
  const given = readObject(value['presets']);
  if (given.problems.length) complain('should list presets as `{Lung: [-600, 1500]}`, name and `[centre, width]`.');
  const presets: WindowPreset[] = [];
  for (const [name, pair] of Object.entries(given.value ?? {})) {
    const [center, width] = Array.isArray(pair) ? pair : [];
    if (typeof center === 'number' && typeof width === 'number' && width > 0) presets.push({ name, center, width });
    else
      complain(
        `should give \`[centre, width]\` for the preset \`${name}\`, such as \`[-600, 1500]\`. It was left out.`,
      );
  }
  const unit = typeof value['unit'] === 'string' ? value['unit'] : '';
  return { value: { black, white, unit, presets }, problems: found };
}

/** CSS pixels of a drag that make the window e times as wide. */
const WIDTH_REACH = 200;
/** CSS pixels of a drag that move the level by the whole width of the window. */
const LEVEL_REACH = 400;

/** A window after a drag of this many CSS pixels, as on reading stations: to the right wider, upwards brighter. */
export function draggedWindow({ center, width }: GreyWindow, dx: number, dy: number): GreyWindow {
  return clampWindow({ center: center + (dy * width) / LEVEL_REACH, width: width * Math.exp(dx / WIDTH_REACH) });
}
