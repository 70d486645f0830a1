import { patternAt, rgbOf } from '../../labels/palette.js';
import { capacityOf } from '../../mask/index-mask.js';
import type { ColorTable } from './colourise.js';
import type { MaskSession } from './mask-session.js';

const WHITE = [255, 255, 255] as const;
/** Marks what has no label yet; no default colour is near it. */
const UNLABELLED = [255, 0, 255] as const;
const UNLABELLED_PATTERN = 1;

type Rgb = readonly [red: number, green: number, blue: number];

/** How the regions of a task look now: colour, opacity, pattern, line; hidden ones not at all. */
export function colorTable(session: MaskSession): ColorTable {
  const length = session.pixels.mask ? capacityOf(session.pixels.mask) + 1 : 1;
  const table = {
    fill: new Uint32Array(length),
    mark: new Uint32Array(length),
    line: new Uint32Array(length),
    pattern: new Uint8Array(length),
  };
  const { opacity, showUnlabelled, patterns } = session.options.value;
  if (showUnlabelled) {
    table.fill[0] = pixel(UNLABELLED, 0.3);
    table.mark[0] = pixel(UNLABELLED, 0.7);
    table.pattern[0] = UNLABELLED_PATTERN;
  }
  const { annotations } = session.store.snapshot;
  for (const record of session.pending ? [...annotations, session.pending] : annotations) {
    const { index } = record;
    if (index >= length || record.hidden || !session.isShown(record)) continue;
    const color = rgbOf(session.colorOf(record));
    const isSelected = session.selection.has(record.id);
    const isHovered = session.hovered === record.id;
    const alpha = Math.min(1, opacity * (isHovered ? 1.35 : 1));
    table.fill[index] = pixel(color, alpha);
    table.mark[index] = pixel(shade(color), Math.min(1, alpha + 0.25));
    table.line[index] = isSelected || isHovered ? pixel(WHITE, 1) : pixel(color, Math.min(1, opacity + 0.4));
    if (!patterns) continue;
    table.pattern[index] = patternAt(session.mode === 'semantic' ? labelIndex(session, record.label) : index - 1);
  }
  return table;
}

function labelIndex(session: MaskSession, label: string): number {
  return session.labelNamed(label)?.index ?? 0;
}

/** A tone that shows on the colour: darker for light ones, lighter for dark ones. */
function shade([red, green, blue]: Rgb): Rgb {
  const isLight = 0.299 * red + 0.587 * green + 0.114 * blue > 120;
  const tone = (part: number) => Math.round(isLight ? part * 0.45 : 255 - (255 - part) * 0.45);
  return [tone(red), tone(green), tone(blue)];
}

function pixel([red, green, blue]: Rgb, alpha: number): number {
  return ((Math.round(alpha * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
