import type { ShapeAnnotation } from '../document/annotation.js';
import type { Bounds, Point, Size } from '../geometry/types.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { PaintTransform } from './shape-kind.js';
import type { StyleBook } from './style-book.js';
import type { Marquee } from './tool.js';
import { Surface } from './surface.js';
import { translucent } from './color.js';

/** Side of a grip, in CSS pixels. */
const GRIP = 8;
/** More selected shapes than this are painted with the settled ones, without grips. */
export const MOST_ACTIVE = 50;

/** Paints what the worker is busy with: the open gesture, selected shapes with their grips, the hovered shape. */
export class ActiveLayer<A extends ShapeAnnotation> {
  private readonly surface = new Surface();

  /** @param host - Gets the canvas; as large as the stage. */
  constructor(
    host: HTMLElement,
    private readonly session: AnnotatorSession<A>,
    private readonly styles: StyleBook<A>,
    private readonly marquee: () => Marquee | undefined,
  ) {
    host.append(this.surface.element);
  }

  /** Ids painted here instead of among the settled shapes. */
  get ids(): ReadonlySet<string> {
    const { store, selection } = this.session;
    const ids = new Set<string>(selection.size <= MOST_ACTIVE ? selection.ids : []);
    const preview = store.preview;
    if (preview) {
      for (const id of preview.shown.keys()) ids.add(id);
      for (const id of preview.removed) ids.add(id);
    }
    return ids;
  }

  draw(): void {
    if (this.isIdle) this.surface.clear();
    else this.surface.paint((g) => this.paint(g));
  }

  /** Follows the size of the stage (CSS pixels). The canvas is empty then. */
  resize(size: Size, ratio: number): void {
    this.surface.resize(size, ratio);
  }

  destroy(): void {
    this.surface.destroy();
  }

  private get isIdle(): boolean {
    const { store, selection, hovered, decorations } = this.session;
    return !store.preview && !selection.size && hovered === undefined && !decorations.length && !this.marquee();
  }

  private paint(g: CanvasRenderingContext2D): void {
    const ratio = this.surface.ratio;
    const { scale, x, y } = this.session.viewport;
    const to = { scale: scale * ratio, x: x * ratio, y: y * ratio };
    g.clearRect(0, 0, g.canvas.width, g.canvas.height);
    const shapes = [...this.ids].map((id) => this.session.store.seen(id)).filter((shape) => this.isPainted(shape));
    for (const shape of shapes) {
      const style = this.styles.activeStyleOf(shape, ratio);
      if (style) this.session.kindOf(shape).paint(g, shape, to, style);
    }
    this.paintHovered(g, to, ratio);
    this.session.decorations.forEach((paint) => paint(g, to, ratio));
    this.paintGrips(g, shapes, to, ratio);
    this.paintSketch(g, to, ratio);
    this.paintMarquee(g, to, ratio);
  }

  private isPainted(shape: A | undefined): shape is A {
    return this.session.isShown(shape) && !shape.hidden;
  }

  private paintHovered(g: CanvasRenderingContext2D, to: PaintTransform, ratio: number): void {
    const id = this.session.hovered;
    const shape = id === undefined ? undefined : this.session.store.seen(id);
    if (!this.isPainted(shape)) return;
    const style = this.styles.activeStyleOf(shape, ratio);
    if (!style) return;
    if (!this.session.selection.has(shape.id)) this.session.kindOf(shape).paint(g, shape, to, { ...style, fill: '' });
    this.styles.paintName(g, shape, to);
  }

  private paintGrips(g: CanvasRenderingContext2D, shapes: readonly A[], to: PaintTransform, ratio: number): void {
    const { selection, readOnly } = this.session;
    for (const shape of shapes) {
      if (!selection.has(shape.id)) continue;
      if (selection.size === 1) this.styles.paintName(g, shape, to);
      if (readOnly || shape.locked) continue;
      const style = this.styles.activeStyleOf(shape, ratio);
      const kind = this.session.kindOf(shape);
      if (selection.size > 1) continue;
      const grips = kind.handlesIn?.(shape, this.session.viewport.visibleBounds, GRIP / this.session.viewport.scale);
      const chosen = this.session.vertices.of(shape.id);
      for (const { point, part } of grips ?? kind.handles(shape)) {
        const color = style?.stroke ?? '#000000';
        if (part?.type === 'middle') kind.paintMiddle?.(g, point, to, { ratio, color });
        else paintGrip(g, point, to, ratio, color, part !== undefined && chosen.has(part.index));
      }
    }
  }

  private paintSketch(g: CanvasRenderingContext2D, to: PaintTransform, ratio: number): void {
    const sketch = this.session.store.preview?.sketch;
    if (!sketch) return;
    const color = (sketch.label && this.session.labelNamed(sketch.label)?.color) ?? '#ffffff';
    for (const point of sketch.points) paintCross(g, point, to, ratio, color);
    if (sketch.path) this.session.kindWith('paintSketch')?.paintSketch?.(g, sketch.path, to, { ratio, color });
  }

  private paintMarquee(g: CanvasRenderingContext2D, to: PaintTransform, ratio: number): void {
    const area = this.marquee();
    if (!area) return;
    g.beginPath();
    for (const point of 'left' in area ? cornersOf(area) : area) {
      // In the middle of pixels, so that upright lines are crisp.
      g.lineTo(Math.round(point.x * to.scale + to.x) + 0.5, Math.round(point.y * to.scale + to.y) + 0.5);
    }
    g.closePath();
    g.fillStyle = translucent('#3b82f6', 0.15);
    g.fill();
    g.lineWidth = ratio;
    g.setLineDash([4 * ratio, 3 * ratio]);
    g.strokeStyle = '#ffffff';
    g.stroke();
    g.lineDashOffset = 4 * ratio;
    g.strokeStyle = '#1d4ed8';
    g.stroke();
    g.setLineDash([]);
  }
}

function cornersOf({ left, top, right, bottom }: Bounds): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function paintGrip(
  g: CanvasRenderingContext2D,
  at: Point,
  to: PaintTransform,
  ratio: number,
  color: string,
  isChosen = false,
): void {
  const side = GRIP * ratio;
  const x = Math.round(at.x * to.scale + to.x - side / 2);
  const y = Math.round(at.y * to.scale + to.y - side / 2);
  g.fillStyle = '#ffffff';
  g.fillRect(x - ratio, y - ratio, side + 2 * ratio, side + 2 * ratio);
  g.fillStyle = color;
  g.fillRect(x, y, side, side);
  g.fillStyle = isChosen ? '#000000' : '#ffffff';
  g.fillRect(x + 1.5 * ratio, y + 1.5 * ratio, side - 3 * ratio, side - 3 * ratio);
}

/** A small cross with a dark rim, so that it shows on any picture. */
function paintCross(g: CanvasRenderingContext2D, at: Point, to: PaintTransform, ratio: number, color: string): void {
  const x = Math.round(at.x * to.scale + to.x) + 0.5;
  const y = Math.round(at.y * to.scale + to.y) + 0.5;
  const arm = 7 * ratio;
  for (const [width, style] of [
    [4 * ratio, '#000000'],
    [2 * ratio, color],
  ] as const) {
    g.lineWidth = width;
    g.strokeStyle = style;
    g.beginPath();
    g.moveTo(x - arm, y);
    g.lineTo(x + arm, y);
    g.moveTo(x, y - arm);
    g.lineTo(x, y + arm);
    g.stroke();
  }
}
