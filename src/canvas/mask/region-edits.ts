import type { InstanceAnnotation } from '../../document/annotation.js';
import { gapsIn, growRuns, holesIn, islandsIn, mergeRuns, shrinkRuns } from '../../mask/regions.js';
import { combineRuns, paintRuns, type Runs } from '../../mask/runs.js';
import type { MaskSession } from './mask-session.js';

/** Alterations of a whole region. */
export type RegionEdit = 'fillHoles' | 'removeIslands' | 'grow' | 'shrink' | 'closeGaps';

/** Parts smaller than this share of the region's largest part are islands. */
const ISLAND_SHARE = 0.02;
/** Islands have at least this many pixels to be kept in small regions. */
const LEAST_ISLAND = 9;
/** Larger regions are altered without a preview, in pixels: it would come too late to be of use. */
const MOST_PREVIEW = 4_000_000;

interface Alteration {
  readonly record: InstanceAnnotation;
  readonly add?: Runs;
  readonly remove?: Runs;
}

/** Alters the chosen regions as one step. Returns false when there was nothing to change. */
export function editRegions(session: MaskSession, how: RegionEdit): boolean {
  const work = alterations(session, how);
  if (!work.length) return false;
  const rule = { over: 'everything', locked: session.protectedIndices } as const;
  return session.pixels.edit(how, rule, (gesture) => {
    for (const { record, add, remove } of work) {
      if (add?.length) gesture.paint(record.index, (sink) => paintRuns(add, sink));
      if (remove?.length) gesture.paint(0, (sink) => paintRuns(remove, sink));
    }
  });
}

/** Shows on the canvas what an alteration would do; undefined takes it away. */
export function previewRegions(session: MaskSession, how: RegionEdit | undefined): void {
  const area = session.chosenRecords.reduce((sum, { index }) => sum + session.pixels.areaOf(index), 0);
  if (!how || area > MOST_PREVIEW) {
    session.marks.show(undefined);
    return;
  }
  const work = alterations(session, how);
  const added = work.flatMap(({ add }) => (add?.length ? [add] : []));
  const removed = work.flatMap(({ remove }) => (remove?.length ? [remove] : []));
  if (added.length) session.marks.show(mergeRuns(added));
  else session.marks.show(removed.length ? mergeRuns(removed) : undefined, true);
}

function alterations(session: MaskSession, how: RegionEdit): Alteration[] {
  return session.chosenRecords
    .filter((record) => !record.locked)
    .map((record) => ({ record, ...alteration(session, record, how) }));
}

function alteration(session: MaskSession, record: InstanceAnnotation, how: RegionEdit): Omit<Alteration, 'record'> {
  const { mask } = session.pixels;
  const runs = session.runsOf(record);
  const { distance } = session.options.value;
  if (!mask || !runs.length) return {};
  switch (how) {
    case 'fillHoles':
      return { add: holesIn(runs) };
    case 'removeIslands':
      return { remove: islandsIn(runs, Math.max(LEAST_ISLAND, session.pixels.areaOf(record.index) * ISLAND_SHARE)) };
    case 'grow':
      // Neighbours keep what they have: growing takes unlabelled ground only.
      return { add: unlabelledOf(session, combineRuns(growRuns(runs, distance, mask), runs, 'minus')) };
    case 'shrink':
      return { remove: combineRuns(runs, shrinkRuns(runs, distance, mask), 'minus') };
    case 'closeGaps':
      return { add: unlabelledOf(session, gapsIn(runs, distance, mask)) };
  }
}

function unlabelledOf(session: MaskSession, runs: Runs): Runs {
  const { mask } = session.pixels;
  if (!mask) return runs;
  const free: number[] = [];
  for (let i = 0; i < runs.length; i += 3) {
    const row = (runs[i] as number) * mask.width;
    const end = runs[i + 2] as number;
    for (let x = runs[i + 1] as number; x < end; x++) {
      if (mask.data[row + x] !== 0) continue;
      const start = x;
      while (x < end && mask.data[row + x] === 0) x++;
      free.push(runs[i] as number, start, x);
    }
  }
  return Int32Array.from(free);
}
