import type { InstanceAnnotation } from '../../document/annotation.js';
import type { RegionTask } from '../../mask/region-work.js';
import { combineRuns, type Runs } from '../../mask/runs.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import type { MaskSession } from './mask-session.js';

/** Alterations of a whole region. */
export type RegionEdit = 'fillHoles' | 'removeIslands' | 'grow' | 'shrink' | 'closeGaps';

/** Parts smaller than this share of the region's largest part are islands. */
const ISLAND_SHARE = 0.02;
/** Islands have at least this many pixels to be kept in small regions. */
const LEAST_ISLAND = 9;
/** Larger regions are altered without a preview, in pixels: it would come too late to be of use. */
const MOST_PREVIEW = 4_000_000;

const removes: ReadonlySet<RegionEdit> = new Set<RegionEdit>(['removeIslands', 'shrink']);
const previews = new WeakMap<MaskSession, AbortController>();

/** Alters the regions that are chosen now, as one step. */
export function editRegions(session: MaskSession, how: RegionEdit): void {
  const { distance } = session.options.value;
  session.changePixels({
    find: async (signal) => {
      const found = [];
      for (const record of session.chosenRecords) {
        const runs = await alteration(session, record, { how, distance, signal });
        if (runs?.length) found.push({ index: removes.has(how) ? 0 : record.index, runs });
      }
      return found;
    },
    begin: (stretches) => {
      const gesture = session.pixels.begin(how, { over: 'everything', locked: session.protectedIndices });
      return gesture && { gesture, stretches };
    },
    ended: (isChange) => {
      if (!isChange) session.say(t.nothingToDo());
    },
  });
}

/** Shows on the canvas what an alteration would do; undefined takes it away. */
export function previewRegions(session: MaskSession, how: RegionEdit | undefined): void {
  previews.get(session)?.abort();
  const records = session.chosenRecords;
  const area = records.reduce((sum, { index }) => sum + session.pixels.areaOf(index), 0);
  if (!how || area > MOST_PREVIEW) {
    session.marks.show(undefined);
    return;
  }
  const stop = new AbortController();
  previews.set(session, stop);
  const { distance } = session.options.value;
  const changes = records.map((record) => alteration(session, record, { how, distance, signal: stop.signal }));
  Promise.all(changes).then(
    (found) => {
      const runs = found.filter((each) => each?.length) as Runs[];
      if (stop.signal.aborted) return;
      const all = runs.length ? runs.reduce((one, other) => combineRuns(one, other, 'or')) : undefined;
      session.marks.show(all, removes.has(how));
    },
    // A preview that fails is missed by nobody: the command itself says so.
    () => {},
  );
}

interface How {
  readonly how: RegionEdit;
  readonly distance: number;
  readonly signal: AbortSignal;
}

/** The pixels that a region gets, or loses. */
async function alteration(
  { pixels, engine }: MaskSession,
  { index, locked }: InstanceAnnotation,
  { how, distance, signal }: How,
): Promise<Runs | undefined> {
  const { packed } = pixels;
  const area = pixels.areaOf(index);
  if (!packed || locked || !area) return undefined;
  const tasks: Record<RegionEdit, RegionTask> = {
    fillHoles: { what: 'holes', index },
    removeIslands: { what: 'islands', index, leastArea: Math.max(LEAST_ISLAND, area * ISLAND_SHARE) },
    grow: { what: 'growth', index, distance },
    shrink: { what: 'rim', index, distance },
    closeGaps: { what: 'gaps', index, distance },
  };
  const [runs] = await engine.regions(packed, tasks[how], signal);
  return runs;
}
