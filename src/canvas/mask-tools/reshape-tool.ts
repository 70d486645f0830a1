import { clampPoint } from '../../geometry/box.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import {
  edgeNear,
  outlineOf,
  runsOfOutline,
  vertexNear,
  withVertexAfter,
  withVertexAt,
  withoutVertex,
  type Outline,
  type OutlinePlace,
} from '../../mask/outline.js';
import { combineRuns, paintRuns, type Runs } from '../../mask/runs.js';
import type { MaskGesture } from '../mask/mask-gesture.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import type { ToolInput } from '../tool.js';

/** How near a press must be to a vertex or an edge, in CSS pixels. */
const REACH = { mouse: 8, pen: 10, touch: 20, keyboard: 9 } as const;

interface Work {
  readonly gesture: MaskGesture;
  readonly record: InstanceAnnotation;
  /** The region as it was. */
  readonly before: Runs;
  readonly detail: number;
  /** What the pixels show. */
  applied: Outline;
}

interface Drag {
  readonly place: OutlinePlace;
  /** The outline at the press; a press on an edge has given it a vertex. */
  readonly outline: Outline;
  readonly isNew: boolean;
  moved: boolean;
}

/**
 * Turns a region into polygons with vertices, and back when the worker is done: all of it is one step.
 *
 * While it is open, undo takes back one vertex after the other. Where nothing was moved the pixels stay as they were.
 */
export function createReshapeTool(of: () => MaskSession): MaskTool {
  let work: Work | undefined;
  let drag: Drag | undefined;
  let isFollowing = false;

  const current = () => (work?.gesture.isOpen ? work : undefined);
  const outline = () => current()?.gesture.keptSketch?.outline ?? [];
  const sketch = (rings: Outline, at?: OutlinePlace) => ({
    points: [],
    label: current()?.record.label,
    outline: rings,
    vertex: at,
  });

  const show = (now: Work, rings: Outline) => {
    if (rings === now.applied) return;
    now.applied = rings;
    const runs = runsOfOutline(rings, of().viewport.imageSize);
    const { gesture, record, before } = now;
    gesture.clear();
    gesture.paint(0, (sink) => paintRuns(combineRuns(before, runs, 'minus'), sink));
    gesture.paint(record.index, (sink) => paintRuns(combineRuns(runs, before, 'minus'), sink));
  };

  /** Every part that is kept, taken back or brought back is seen in the pixels; another detail begins anew. */
  const follow = () => {
    isFollowing = true;
    of().store.changed.subscribe(({ type }) => {
      const now = current();
      if (type === 'preview' && now && !drag) show(now, outline());
    });
    of().options.changed.subscribe(() => {
      const now = current();
      if (!now || now.gesture.parts > 1 || now.detail === of().options.value.detail) return;
      now.gesture.cancel();
      open(now.record);
    });
  };

  const open = (record: InstanceAnnotation): boolean => {
    const session = of();
    if (session.readOnly || !session.pixels.areaOf(record.index)) return false;
    if (record.locked || record.hidden) {
      session.say(record.locked ? t.targetLocked() : t.targetHidden(), 'warning');
      return false;
    }
    if (!isFollowing) follow();
    const before = session.runsOf(record);
    const { detail } = session.options.value;
    const gesture = session.pixels.begin('reshape', { over: 'everything', locked: session.protectedIndices });
    if (!gesture) return false;
    const rings = outlineOf(before, detail);
    work = { gesture, record, before, detail, applied: rings };
    gesture.mark(sketch(rings));
    session.selection.set([record.id]);
    session.guide(t.reshaping(rings.reduce((sum, ring) => sum + ring.length, 0)));
    return true;
  };

  const keep = () => {
    drag = undefined;
    const now = current();
    work = undefined;
    now?.gesture.commit();
  };

  const reachOf = ({ pointer }: ToolInput) => REACH[pointer] / of().viewport.scale;

  /** A vertex that is dropped on a neighbour goes: the way to remove one with a finger. */
  const dropped = (rings: Outline, { ring, vertex }: OutlinePlace, reach: number): Outline => {
    const points = rings[ring] ?? [];
    const at = points[vertex];
    const isOnNeighbour = [vertex - 1, vertex + 1].some((other) => {
      const beside = points.at(other % points.length);
      return at && beside && Math.hypot(at.x - beside.x, at.y - beside.y) <= reach;
    });
    return isOnNeighbour ? withoutVertex(rings, { ring, vertex }) : rings;
  };

  return {
    id: 'reshape',
    cursor: 'default',
    drags: true,
    picks: true,
    get isBusy() {
      return current() !== undefined;
    },
    begin() {
      const session = of();
      const [only, ...others] = session.chosenRecords;
      if (!only || others.length || !session.pixels.areaOf(only.index)) session.say(t.reshapePick());
      else open(only);
    },
    press(_ctx, input) {
      const { point, modifiers, pointer } = input;
      const session = of();
      const now = current();
      const rings = outline();
      const reach = reachOf(input);
      const vertex = now && vertexNear(rings, point, reach);
      if (now && vertex && modifiers.alt) {
        now.gesture.mark(sketch(withoutVertex(rings, vertex)));
        return;
      }
      if (vertex) {
        drag = { place: vertex, outline: rings, isNew: false, moved: false };
        return;
      }
      const edge = now && edgeNear(rings, point, reach);
      if (edge) {
        const place = { ring: edge.ring, vertex: edge.vertex + 1 };
        drag = { place, outline: withVertexAfter(rings, edge, point), isNew: true, moved: false };
        return;
      }
      const record = session.recordAt(point);
      if (record && session.isShown(record) && record.id !== now?.record.id) {
        keep();
        open(record);
      } else if (now && pointer === 'keyboard') keep();
      else if (!now) session.say(t.reshapePick());
    },
    move(_ctx, input) {
      const now = current();
      if (!now) return;
      if (!drag) {
        const rings = outline();
        const near = vertexNear(rings, input.point, reachOf(input));
        const { vertex } = of().store.openStep?.sketch ?? {};
        if (near?.ring === vertex?.ring && near?.vertex === vertex?.vertex) return;
        now.gesture.preview(sketch(rings, near));
        return;
      }
      drag.moved = true;
      const at = clampPoint(input.point, of().viewport.imageSize);
      now.gesture.preview(sketch(withVertexAt(drag.outline, drag.place, at), drag.place));
    },
    release(_ctx, input) {
      const now = current();
      const ended = drag;
      drag = undefined;
      if (!now || !ended || !(ended.moved || ended.isNew)) return;
      const at = clampPoint(input.point, of().viewport.imageSize);
      const rings = withVertexAt(ended.outline, ended.place, at);
      now.gesture.mark(sketch(dropped(rings, ended.place, reachOf(input) / 2)));
    },
    /** Escape drops what is being dragged; otherwise it leaves, and keeps the work. */
    cancel() {
      const now = current();
      if (!drag || !now) {
        keep();
        return;
      }
      drag = undefined;
      now.gesture.preview(sketch(outline()));
    },
    abandonPress() {
      drag = undefined;
      current()?.gesture.preview(sketch(outline()));
    },
    removeAt() {
      const now = current();
      const at = of().store.openStep?.sketch?.vertex;
      if (!now) return false;
      if (at) now.gesture.mark(sketch(withoutVertex(outline(), at)));
      return true;
    },
    settle: keep,
    finish: keep,
  };
}
