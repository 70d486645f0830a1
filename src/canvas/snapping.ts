import type { ShapeAnnotation } from '../document/annotation.js';
import { boundsOverlap, clampPoint, unite } from '../geometry/box.js';
import { snapShift, snapValue } from '../geometry/snap.js';
import type { Bounds, Point } from '../geometry/types.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { ShapeIndex } from './shape-index.js';
import type { SnapPlace } from './shape-kind.js';

/** Shapes farther away than this many CSS pixels do not attract. */
const REACH = 240;
/** How near a point must come to jump, in CSS pixels. */
const PULL = 8;

const ranks: readonly SnapPlace['rank'][] = ['vertex', 'edge', 'extension'];

/** Draws points and moving shapes to the picture's borders and to the edges of shapes near by. */
export class Snapping<A extends ShapeAnnotation> {
  constructor(
    private readonly session: AnnotatorSession<A>,
    private readonly index: ShapeIndex<A>,
  ) {}

  /** The point, moved to snap lines where one is near. */
  point(point: Point, except: ReadonlySet<string>): Point {
    const around = { left: point.x, top: point.y, right: point.x, bottom: point.y };
    const pull = PULL / this.session.viewport.scale;
    const place = this.place(point, around, except);
    if (place) return place;
    const { xs, ys } = this.lines(around, except, 'upright');
    return { x: snapValue(point.x, xs, pull), y: snapValue(point.y, ys, pull) };
  }

  /** The shift of shapes as a whole, corrected so that their common bounds meet snap lines. */
  shift(shapes: readonly A[], shift: Point): Point {
    const bounds = shapes.map((shape) => this.session.kindOf(shape).bounds(shape)).reduce(unite);
    const moved = {
      left: bounds.left + shift.x,
      top: bounds.top + shift.y,
      right: bounds.right + shift.x,
      bottom: bounds.bottom + shift.y,
    };
    const { xs, ys } = this.lines(moved, new Set(shapes.map((shape) => shape.id)));
    const pull = PULL / this.session.viewport.scale;
    return {
      x: shift.x + snapShift(moved.left, moved.right, xs, pull),
      y: shift.y + snapShift(moved.top, moved.bottom, ys, pull),
    };
  }

  /** The best vertex, else edge, else extension of an edge near by. Extensions still end at the picture's border. */
  private place(point: Point, around: Bounds, except: ReadonlySet<string>): Point | undefined {
    const pull = PULL / this.session.viewport.scale;
    let best: SnapPlace | undefined;
    for (const shape of this.index.search(this.region(around))) {
      if (except.has(shape.id)) continue;
      const place = this.session.kindOf(shape).snapPlace?.(shape, point, pull);
      if (!place) continue;
      const order = best ? ranks.indexOf(place.rank) - ranks.indexOf(best.rank) : -1;
      if (order < 0 || (order === 0 && best && place.distance < best.distance)) best = place;
    }
    return best && clampPoint(best.point, this.session.viewport.imageSize);
  }

  private region(around: Bounds): Bounds {
    const reach = REACH / this.session.viewport.scale;
    return {
      left: around.left - reach,
      top: around.top - reach,
      right: around.right + reach,
      bottom: around.bottom + reach,
    };
  }

  private lines(
    around: Bounds,
    except: ReadonlySet<string>,
    of: 'all' | 'upright' = 'all',
  ): { xs: number[]; ys: number[] } {
    const { width, height } = this.session.viewport.imageSize;
    const region = this.region(around);
    const xs = [0, width];
    const ys = [0, height];
    for (const shape of this.index.search(region)) {
      if (except.has(shape.id)) continue;
      const kind = this.session.kindOf(shape);
      if (!boundsOverlap(kind.bounds(shape), region)) continue;
      // Points meet the true edges of a path, not the box around it.
      if (of === 'upright' && kind.snapPlace) continue;
      const targets = kind.snapTargets(shape);
      xs.push(...targets.xs);
      ys.push(...targets.ys);
    }
    return { xs, ys };
  }
}
