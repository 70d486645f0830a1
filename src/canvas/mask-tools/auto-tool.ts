import type { InstanceAnnotation } from '../../document/annotation.js';
import type { OpenStep } from '../../document/open-step.js';
import { clampPoint } from '../../geometry/box.js';
import type { Bounds, Point } from '../../geometry/types.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { segmentTerms } from '../../locales/terms/segment.js';
import { indexAt } from '../../mask/index-mask.js';
import { paintRuns, type Runs } from '../../mask/runs.js';
import { failureOf, type SegmentPrompt } from '../../mask/segment/segmenter.js';
import type { MaskSession, Painting } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';

/** Top, right, bottom and left. */
const EXTREMES = 4;
/** A drag is a box from this many CSS pixels on. */
const LEAST_DRAG = 8;
/** A press farther from the box than this share of its longer side begins another object. */
const FAR = 0.5;

interface Click {
  readonly point: Point;
  readonly isInside: boolean;
}

interface Found {
  readonly painting: Painting;
  readonly extremes: readonly Point[];
  readonly box?: Bounds;
  clicks: Click[];
  /** The last prompt got no answer: the next press asks again. */
  hasFailed?: boolean;
  /** The worker has finished before the answer was there: the mask is kept as soon as it is. */
  isAwaited?: boolean;
}

/**
 * Masks an object from its four extreme points, or from a box; further presses correct the mask. All of it is one step.
 *
 * A press on the mask says "not this", a press beside it "this too". Enter, another label or another tool keeps it.
 */
export function createAutoTool(of: () => MaskSession): MaskTool {
  let points: OpenStep<InstanceAnnotation> | undefined;
  let pressed: Point | undefined;
  let isBox = false;
  let found: Found | undefined;
  let running: { readonly stop: AbortController; readonly runs: Promise<Runs> } | undefined;

  const pointing = () => (points?.isOpen ? points : undefined);
  const refining = () => (found?.painting.gesture.isOpen ? found : undefined);
  const extremes = () => pointing()?.keptSketch?.points ?? [];

  const marksOf = ({ extremes: first, clicks }: Found) => ({
    points: [...first, ...clicks.map(({ point }) => point)],
    label: of().paintLabel?.name,
  });

  const tellFailure = (error: unknown) => of().say(segmentTerms[failureOf(error) ?? 'failed'](), 'warning');

  const segment = async () => {
    const session = of();
    const now = refining();
    if (!now) return;
    running?.stop.abort();
    const stop = new AbortController();
    const { signal } = stop;
    const pick = (isInside: boolean) =>
      now.clicks.filter((click) => click.isInside === isInside).map(({ point }) => point);
    const prompt: SegmentPrompt = { extremes: now.extremes, box: now.box, include: pick(true), exclude: pick(false) };
    now.hasFailed = false;
    session.guide(t.segmenting());
    running = { stop, runs: session.segment(prompt, signal) };
    try {
      const runs = await running.runs;
      if (signal.aborted || refining() !== now) return;
      now.painting.gesture.clear();
      now.painting.gesture.paint(now.painting.index, (sink) => paintRuns(runs, sink));
      running = undefined;
      if (now.isAwaited) keep();
      else session.guide(runs.length ? t.segmented() : t.nothingFound(), runs.length ? 'info' : 'warning');
    } catch (error) {
      if (signal.aborted || refining() !== now) return;
      running = undefined;
      now.hasFailed = true;
      now.isAwaited = false;
      tellFailure(error);
    }
  };

  const begin = (first: readonly Point[], box?: Bounds) => {
    pointing()?.cancel();
    const painting = of().beginPaint('autoSegment');
    if (!painting) return;
    found = { painting, extremes: first, box, clicks: [] };
    // The first part is the object, further ones are corrections: undo takes back one, and at last the object.
    painting.gesture.mark(marksOf(found));
    void segment();
  };

  const refine = (now: Found, point: Point) => {
    const { mask } = of().pixels;
    const isOnMask = mask !== undefined && indexAt(mask, point.x, point.y) === now.painting.index;
    now.clicks = [...now.clicks, { point, isInside: !isOnMask }];
    now.painting.gesture.mark(marksOf(now));
    void segment();
  };

  /** Undo took a correction back: the mask follows. */
  const follow = () => {
    const now = refining();
    const corrections = now ? now.painting.gesture.parts - 1 : 0;
    if (!now || corrections >= now.clicks.length) return;
    now.clicks = now.clicks.slice(0, Math.max(0, corrections));
    void segment();
  };
  let isFollowing = false;

  const isFar = ({ extremes: first, box }: Found, point: Point) => {
    const xs = box ? [box.left, box.right] : first.map(({ x }) => x);
    const ys = box ? [box.top, box.bottom] : first.map(({ y }) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const room = Math.max(16, FAR * Math.max(right - left, bottom - top));
    return point.x < left - room || point.x > right + room || point.y < top - room || point.y > bottom + room;
  };

  const keep = () => {
    refining()?.painting.gesture.commit();
    found = undefined;
  };

  /** The worker goes on: what is found is kept, and what is still looked for is painted in its turn. */
  const settle = () => {
    const search = running;
    const now = refining();
    running = undefined;
    if (!search || !now) {
      keep();
      return;
    }
    now.painting.gesture.cancel();
    found = undefined;
    const find = async (signal: AbortSignal) => {
      signal.addEventListener('abort', () => search.stop.abort());
      try {
        return await search.runs;
      } catch (error) {
        if (!signal.aborted) tellFailure(error);
        return undefined;
      }
    };
    of().paintRegion('autoSegment', find, { status: t.segmenting });
  };

  return {
    id: 'auto-segment',
    cursor: 'crosshair',
    get isBusy() {
      return pointing() !== undefined || refining() !== undefined;
    },
    get canFinish() {
      return refining() !== undefined;
    },
    press(ctx, input) {
      const { point } = input;
      const session = of();
      if (!isFollowing) {
        isFollowing = true;
        session.store.changed.subscribe(({ type }) => {
          if (type === 'preview') follow();
        });
      }
      const problem = session.segmentProblem;
      if (problem) {
        session.say(problem, 'warning');
        return;
      }
      session.prepareSegmenter();
      const at = clampPoint(point, session.viewport.imageSize);
      const now = refining();
      if (now?.isAwaited) return;
      if (now && isFar(now, at)) {
        settle();
        // Begins when the object before is there.
        if (session.work.isBusy) return session.tool.press(ctx, input);
      }
      pressed = at;
      isBox = false;
    },
    move(_ctx, { point }) {
      if (!pressed || refining() || extremes().length) return;
      const at = clampPoint(point, of().viewport.imageSize);
      if (!isBox && Math.hypot(at.x - pressed.x, at.y - pressed.y) * of().viewport.scale < LEAST_DRAG) return;
      if (!isBox && !of().paintTarget()) {
        pressed = undefined;
        return;
      }
      isBox = true;
      if (!pointing()) points = of().store.begin('autoSegment');
      const from = pressed;
      const corners = [{ x: at.x, y: from.y }, at, { x: from.x, y: at.y }];
      pointing()?.preview(() => {}, {
        points: [],
        label: of().paintLabel?.name,
        path: { vertices: [from], tail: corners, closed: true },
      });
    },
    release(_ctx, { point }) {
      const session = of();
      const from = pressed;
      pressed = undefined;
      if (!from) return;
      const now = refining();
      if (now) {
        if (now.hasFailed) void segment();
        else refine(now, from);
        return;
      }
      if (isBox) {
        const at = clampPoint(point, session.viewport.imageSize);
        begin([], {
          left: Math.floor(Math.min(from.x, at.x)),
          top: Math.floor(Math.min(from.y, at.y)),
          right: Math.ceil(Math.max(from.x, at.x)),
          bottom: Math.ceil(Math.max(from.y, at.y)),
        });
        return;
      }
      if (!pointing()) {
        if (!session.paintTarget()) return;
        points = session.store.begin('autoSegment');
      }
      const all = [...extremes(), from];
      if (all.length < EXTREMES) {
        pointing()?.change(() => {}, { points: all, label: session.paintLabel?.name });
        session.guide(t.extremePoints(EXTREMES - all.length));
      } else begin(all);
    },
    cancel() {
      running?.stop.abort();
      running = undefined;
      pressed = undefined;
      pointing()?.cancel();
      refining()?.painting.gesture.cancel();
      found = undefined;
    },
    settle,
    finish() {
      const now = refining();
      if (now && running) now.isAwaited = true;
      else keep();
    },
  };
}
