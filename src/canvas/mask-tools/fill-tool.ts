import type { Point } from '../../geometry/types.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { indexAt } from '../../mask/index-mask.js';
import type { WriteRule } from '../../mask/mask-edit.js';
import type { MaskSession, PaintTarget, Painting } from '../mask/mask-session.js';
import type { MaskTool } from '../mask/mask-tool.js';
import type { PicturePixels } from '../mask/picture-pixels.js';

/** A fill that takes longer than this says that it is under way. */
const PATIENCE_MS = 500;

/** One press, with everything as it was then. */
interface Fill {
  readonly start: Point;
  readonly pixels: PicturePixels;
  readonly target: PaintTarget;
  readonly rule: WriteRule;
  readonly tolerance: number;
  readonly contiguous: boolean;
  /** The worker has gone on to something else: Escape no longer means this one. */
  isLeft?: boolean;
}

interface Job {
  readonly fill: Fill;
  readonly stop: AbortController;
  painting?: Painting;
}

/**
 * Paints the pixels of about the same colour that are connected with the one under the pointer; with Shift all of them.
 *
 * The picture is searched off the page. Presses are answered in their order; what the worker does meanwhile changes neither
 * their label nor their settings. Until the pixels are there undo and Escape take the press back.
 */
export function createFillTool(of: () => MaskSession): MaskTool {
  let waiting: Fill[] = [];
  let running: Job | undefined;
  let pending: Promise<void> | undefined;

  const search = async (fill: Fill, stop: AbortController) => {
    const session = of();
    const { mask } = session.pixels;
    const { start, pixels, tolerance, contiguous } = fill;
    const onlyFree = fill.rule.over === 'unlabelled' && mask !== undefined && indexAt(mask, start.x, start.y) === 0;
    const taken = onlyFree ? session.pixels.packed : undefined;
    const timer = setTimeout(() => session.say(t.filling()), PATIENCE_MS);
    try {
      await session.engine.prepare(pixels);
      return await session.engine.flood(start, { tolerance, contiguous, taken }, stop.signal);
    } catch (error) {
      const isOver = stop.signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
      if (!isOver) session.say(t.toolFailed(), 'warning');
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  const begin = ({ target, rule }: Fill): Painting | undefined => {
    const now = of().targetNow(target);
    return now && of().beginPaint('fillColor', rule, now);
  };

  const perform = async (job: Job) => {
    const session = of();
    const { fill, stop } = job;
    await untilFree(session);
    if (stop.signal.aborted) return;
    job.painting = begin(fill);
    const runs = job.painting && (await search(fill, stop));
    if (!runs || session.picturePixels !== fill.pixels) {
      job.painting?.gesture.cancel();
      return;
    }
    while (job.painting) {
      const { gesture, index } = job.painting;
      await gesture.paintPaced(index, runs);
      const isDone = gesture.isOpen;
      gesture.commit();
      if (isDone || !gesture.isKept) return;
      // Another gesture began meanwhile and ended this one; the worker has not taken it back.
      await untilFree(session);
      job.painting = begin(fill);
    }
  };

  const work = async () => {
    for (let fill = waiting.shift(); fill; fill = waiting.shift()) {
      running = { fill, stop: new AbortController() };
      await perform(running);
    }
    running = undefined;
    pending = undefined;
  };

  return {
    id: 'fill',
    cursor: 'crosshair',
    isBusy: false,
    get pending() {
      return pending;
    },
    press(_ctx, { point, modifiers }) {
      const session = of();
      const { width, height } = session.viewport.imageSize;
      if (point.x < 0 || point.y < 0 || point.x >= width || point.y >= height) return;
      const target = session.paintTarget();
      if (!target) return;
      const pixels = session.picturePixels;
      if (!pixels) {
        session.say(t.needsPixels(), 'warning');
        return;
      }
      const { tolerance, isContiguous } = session.options.value;
      const contiguous = modifiers.shift !== isContiguous;
      waiting.push({ start: point, pixels, target, rule: session.writeRule, tolerance, contiguous });
      pending ??= work();
    },
    move() {},
    release() {},
    cancel() {
      waiting = waiting.filter(({ isLeft }) => isLeft);
      if (!running || running.fill.isLeft) return;
      running.stop.abort();
      running.painting?.gesture.cancel();
    },
    settle() {
      for (const fill of running ? [running.fill, ...waiting] : waiting) fill.isLeft = true;
      // The gesture makes room for what comes now; the fill gets another one with its answer.
      running?.painting?.gesture.commit();
    },
    finish() {},
  };
}

/** Resolves when no gesture is open: one that is under way is not cut short. */
function untilFree({ store }: MaskSession): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.openStep) return;
      stop();
      resolve();
    };
    const stop = store.changed.subscribe(look);
    look();
  });
}
