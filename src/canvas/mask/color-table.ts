import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { patternAt, rgbOf, textColorOn } from '../../labels/palette.js';
import { capacityOf } from '../../mask/index-mask.js';
import type { ColorTable } from './colourise.js';
import { letterTile, patternTiles, type MarkTile } from './mark-tiles.js';
import type { MaskSession } from './mask-session.js';

const WHITE = [255, 255, 255] as const;
/** Marks what has no label yet; no default colour is near it. */
const UNLABELLED = [255, 0, 255] as const;
const UNLABELLED_PATTERN = 1;

type Rgb = readonly [red: number, green: number, blue: number];

/** How the regions of a task look now: colour, opacity, marks, line; hidden ones not at all. `ratio` is canvas pixels a CSS pixel. */
export function colorTable(session: MaskSession, ratio: number): ColorTable {
  const length = session.pixels.mask ? capacityOf(session.pixels.mask) + 1 : 1;
  const tiles: (MarkTile | undefined)[] = [];
  const table = {
    fill: new Uint32Array(length),
    mark: new Uint32Array(length),
    rim: new Uint32Array(length),
    line: new Uint32Array(length),
    tiles,
  };
  const { opacity, showUnlabelled, marks, isAside } = session.options.value;
  if (isAside) return table;
  if (showUnlabelled) {
    table.fill[0] = pixel(UNLABELLED, 0.3);
    table.mark[0] = pixel(UNLABELLED, 0.7);
    tiles[0] = patternTiles[UNLABELLED_PATTERN];
  }
  const { annotations } = session.store.snapshot;
  const all = session.pending ? [...annotations, session.pending] : annotations;
  const shown = all.filter((record) => session.isShown(record));
  shown.forEach((record, position) => {
    const { index } = record;
    if (index >= length || record.hidden) return;
    const hex = session.colorOf(record);
    const color = rgbOf(hex);
    const isSelected = session.selection.has(record.id);
    const isHovered = session.hovered === record.id;
    const alpha = Math.min(1, opacity * (isHovered ? 1.35 : 1));
    table.fill[index] = pixel(color, alpha);
    table.line[index] = isSelected || isHovered ? pixel(WHITE, 1) : pixel(color, Math.min(1, opacity + 0.4));
    if (marks === 'patterns') {
      table.mark[index] = pixel(shade(color), Math.min(1, alpha + 0.25));
      tiles[index] = patternTiles[patternOf(session, record)];
    } else if (marks === 'letters') {
      table.mark[index] = pixel(rgbOf(textColorOn(hex)), 1);
      table.rim[index] = pixel(color, 1);
      const label = session.labelNamed(record.label);
      tiles[index] = letterTile(session.mode === 'instance' || !label ? String(position + 1) : letterOf(label), ratio);
    }
  });
  return table;
}

/** The pattern of a record: its label's in a semantic task, its own among instances. */
export function patternOf(session: MaskSession, { label, index }: InstanceAnnotation): number {
  return patternAt(session.mode === 'semantic' ? (session.labelNamed(label)?.index ?? 0) : index - 1);
}

/** What the label pane shows beside the label: its key; labels without one have the beginning of their name. */
function letterOf({ hotkey, shortName, name }: Label): string {
  return hotkey ? hotkey.toUpperCase() : (shortName ?? name).slice(0, 3);
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
