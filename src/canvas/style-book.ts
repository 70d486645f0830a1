import type { ShapeAnnotation } from '../document/annotation.js';
import type { AnnotatorSession } from './annotator-session.js';
import { translucent } from './color.js';
import type { PaintTransform, ShapeStyle } from './shape-kind.js';

/** Outline of a shape at rest, in CSS pixels. */
const LINE = 1.5;
/** Outline of a small shape at rest, in CSS pixels. */
const THIN_LINE = 0.75;
/** Outline of a selected or hovered shape, in CSS pixels. */
const STRONG_LINE = 2;
/** Names are written only into shapes at least this large on the screen, in CSS pixels. */
const NAME_ROOM = { width: 36, height: 18 };
/** Longer names are cut, in CSS pixels. */
const MOST_NAME_WIDTH = 220;
/** More names than this at once are noise, and slow. */
const MOST_NAMES = 400;

/** The look of shapes: one style per label and state, made once and reused by every painter. */
export class StyleBook<A extends ShapeAnnotation> {
  private readonly plain = new Map<string, ShapeStyle>();
  private readonly strong = new Map<string, ShapeStyle>();
  private ratio = 0;

  constructor(private readonly session: AnnotatorSession<A>) {
    session.changed.subscribe((aspect) => {
      if (aspect === 'labels' || aspect === 'settings') this.forget();
    });
  }

  /** Style of a settled shape, or undefined when its label is not on offer. `ratio` is canvas pixels a CSS pixel. */
  styleOf(shape: A, ratio: number): ShapeStyle | undefined {
    this.adopt(ratio);
    const isStrong = this.session.selection.size > 0 && this.session.selection.has(shape.id);
    const book = isStrong ? this.strong : this.plain;
    return book.get(shape.label) ?? this.write(shape.label, book);
  }

  /** Style of a shape the worker is busy with. */
  activeStyleOf(shape: A, ratio: number): ShapeStyle | undefined {
    this.adopt(ratio);
    return this.strong.get(shape.label) ?? this.write(shape.label, this.strong);
  }

  /** Writes label names at the top left of shapes that have room for them. */
  paintNames(g: CanvasRenderingContext2D, shapes: readonly A[], except: ReadonlySet<string>, to: PaintTransform): void {
    let written = 0;
    for (const shape of shapes) {
      if (written >= MOST_NAMES) return;
      if (shape.hidden || except.has(shape.id)) continue;
      const kind = this.session.kindOf(shape);
      const bounds = kind.bounds(shape);
      const roomy =
        kind.margin !== undefined ||
        ((bounds.right - bounds.left) * to.scale >= NAME_ROOM.width * this.ratio &&
          (bounds.bottom - bounds.top) * to.scale >= NAME_ROOM.height * this.ratio);
      if (roomy && this.paintName(g, shape, to)) written += 1;
    }
  }

  /**
   * Writes one label name on a plate in the label's colour. Returns false when the label is not on offer, or has no name
   * to show because the plate would hide what is worked on.
   */
  paintName(g: CanvasRenderingContext2D, shape: A, to: PaintTransform): boolean {
    const label = this.session.labelNamed(shape.label);
    if (!label || label.displayName === '') return false;
    const { left, top } = this.session.kindOf(shape).bounds(shape);
    const x = Math.round(left * to.scale + to.x);
    const y = Math.round(top * to.scale + to.y);
    g.font = `600 ${11 * this.ratio}px system-ui, sans-serif`;
    g.textBaseline = 'middle';
    const most = MOST_NAME_WIDTH * this.ratio;
    const { text, width: textWidth } = fitted(g, label.displayName ?? label.name, most);
    const width = textWidth + 8 * this.ratio;
    const height = 16 * this.ratio;
    // Above the shape, or inside where the picture's top edge leaves no room.
    const plateTop = y >= height ? y - height : y;
    g.fillStyle = label.color;
    g.fillRect(x, plateTop, width, height);
    g.fillStyle = isLight(label.color) ? '#000000' : '#ffffff';
    g.fillText(text, x + 4 * this.ratio, plateTop + height / 2 + this.ratio, most);
    return true;
  }

  private adopt(ratio: number): void {
    if (ratio === this.ratio) return;
    this.ratio = ratio;
    this.forget();
  }

  private forget(): void {
    this.plain.clear();
    this.strong.clear();
  }

  /** Whole canvas pixels, at least one. */
  private pixels(width: number): number {
    return Math.max(1, Math.round(width * this.ratio));
  }

  private write(labelName: string, book: Map<string, ShapeStyle>): ShapeStyle | undefined {
    const label = this.session.labelNamed(labelName);
    if (!label) return undefined;
    const { fillAlpha } = this.session.settings;
    const isStrong = book === this.strong;
    const style = {
      stroke: label.color,
      fill: fillAlpha > 0 ? translucent(label.color, Math.min(1, fillAlpha * (isStrong ? 1.4 : 1))) : '',
      lineWidth: this.pixels(isStrong ? STRONG_LINE : LINE),
      thinWidth: this.pixels(isStrong ? STRONG_LINE : THIN_LINE),
    };
    book.set(labelName, style);
    return style;
  }
}

/** A name cut to the width of its plate, in canvas pixels. */
function fitted(g: CanvasRenderingContext2D, name: string, most: number): { text: string; width: number } {
  const { width } = g.measureText(name);
  if (width <= most) return { text: name, width };
  const letters = [...name];
  return { text: `${letters.slice(0, Math.floor((letters.length * most) / width) - 1).join('')}…`, width: most };
}

/** Whether dark text reads better on a colour given as `#rrggbb`. */
function isLight(color: string): boolean {
  const value = parseInt(color.slice(1), 16);
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140;
}
