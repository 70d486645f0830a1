import type { InstanceAnnotation } from '../../document/annotation.js';
import { gapsIn, growRuns, holesIn, islandsIn, shrinkRuns } from '../../mask/regions.js';
import { combineRuns, paintRuns, type Runs } from '../../mask/runs.js';
import type { MaskSession } from './mask-session.js';

/** Alterations of a whole region. */
export type RegionEdit = 'fillHoles' | 'removeIslands' | 'grow' | 'shrink' | 'closeGaps';

/** Parts smaller than this share of the region's largest part are islands. */
const ISLAND_SHARE = 0.02;
/** Islands have at least this many pixels to be kept in small regions. */
const LEAST_ISLAND = 9;
/** Widest gap that is closed, in image pixels. */
const MOST_GAP = 12;

/** Alters the chosen regions as one step. Returns false when there was nothing to change. */
export function editRegions(session: MaskSession, how: RegionEdit): boolean {
  const { mask } = session.pixels;
  const records = session.chosenRecords.filter((record) => !record.locked);
  if (!mask || !records.length) return false;
  const work = records.map((record) => ({ record, ...change(session, record, how) }));
  const rule = { over: 'everything', locked: session.protectedIndices } as const;
  return session.pixels.edit(how, rule, (gesture) => {
    for (const { record, add, remove } of work) {
      if (add?.length) gesture.paint(record.index, (sink) => paintRuns(add, sink));
      if (remove?.length) gesture.paint(0, (sink) => paintRuns(remove, sink));
    }
  });
}

function change(session: MaskSession, record: InstanceAnnotation, how: RegionEdit): { add?: Runs; remove?: Runs } {
  const { mask } = session.pixels;
  const runs = session.runsOf(record);
  if (!mask || !runs.length) return {};
  switch (how) {
    case 'fillHoles':
      return { add: holesIn(runs) };
    case 'removeIslands':
      return { remove: islandsIn(runs, Math.max(LEAST_ISLAND, session.pixels.areaOf(record.index) * ISLAND_SHARE)) };
    case 'grow':
      // Neighbours keep what they have: growing takes unlabelled ground only.
      return { add: unlabelledOf(session, combineRuns(growRuns(runs, 1, mask), runs, 'minus')) };
    case 'shrink':
      return { remove: combineRuns(runs, shrinkRuns(runs, 1, mask), 'minus') };
    case 'closeGaps':
      return { add: unlabelledOf(session, gapsIn(runs, MOST_GAP, mask)) };
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
