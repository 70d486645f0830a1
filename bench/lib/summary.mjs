// From single runs to one figure a tool, kind and number of shapes, and measure.

import { shapes } from './shapes.mjs';
import { median } from './stats.mjs';

/** Quiet runs when there are any, else the noisy ones. */
function chosen(runs) {
  const quiet = runs.filter((run) => !run.noisy);
  return quiet.length ? quiet : runs;
}

/** What is compared: how to read it from a run, its unit, and when its ratio to raw is worth printing. */
export const measures = {
  painted: { title: 'First painted frame', unit: 'ms', read: (run) => run.load?.paintedMs },
  settled: { title: 'Last change painted', unit: 'ms', read: (run) => run.load?.settledMs },
  press: { title: 'Press to frame', unit: 'ms', read: (run) => run.drag?.pressMs },
  dragP50: { title: 'Drag: pointer to frame, p50', unit: 'ms', read: (run) => run.drag?.latencyMs.p50 },
  dragP95: { title: 'Drag: pointer to frame, p95', unit: 'ms', read: (run) => run.drag?.latencyMs.p95 },
  dragScript: { title: 'Drag: script a frame', unit: 'ms', read: (run) => run.drag?.scriptMs.mean },
  dragMain: { title: 'Drag: main thread a frame', unit: 'ms', read: (run) => run.drag?.mainThreadMs.mean },
  zoomP50: { title: 'Zoom: frame time, p50', unit: 'ms', read: (run) => run.zoom?.frameMs.p50 },
  zoomP95: { title: 'Zoom: frame time, p95', unit: 'ms', read: (run) => run.zoom?.frameMs.p95 },
  zoomScript: { title: 'Zoom: script a frame', unit: 'ms', read: (run) => run.zoom?.scriptMs.mean },
  zoomMain: { title: 'Zoom: main thread a frame', unit: 'ms', read: (run) => run.zoom?.mainThreadMs.mean },
  panP50: { title: 'Pan: frame time, p50', unit: 'ms', read: (run) => run.pan?.frameMs.p50 },
  panP95: { title: 'Pan: frame time, p95', unit: 'ms', read: (run) => run.pan?.frameMs.p95 },
  panScript: { title: 'Pan: script a frame', unit: 'ms', read: (run) => run.pan?.scriptMs.mean },
  panMain: { title: 'Pan: main thread a frame', unit: 'ms', read: (run) => run.pan?.mainThreadMs.mean },
  heap: { title: 'Heap growth a shape', unit: 'B', read: (run) => run.heapPerShape ?? run.heapPerBox },
  loadLongest: { title: 'Load: longest task', unit: 'ms', read: (run) => run.load?.longestMs },
  dragLongest: { title: 'Press, drag, drop: longest task', unit: 'ms', read: (run) => run.drag?.longestMs },
};

const cellKey = (tool, n) => `${tool} ${n}`;

/** A map from each kind of shape that was measured to its summary. */
export function summarizeByShape({ runs, startup }) {
  const shapeOf = (run) => run.shape ?? 'box';
  const kinds = Object.keys(shapes).filter((shape) => runs.some((run) => shapeOf(run) === shape));
  return new Map(
    kinds.map((shape) => [
      shape,
      summarize({
        runs: runs.filter((run) => shapeOf(run) === shape),
        // The start is measured with an empty picture.
        startup: shape === 'box' ? startup : [],
      }),
    ]),
  );
}

/** Medians over runs: `{ tools, counts, value(measure, tool, n), ratio(...), state(tool, n), startup }`. */
function summarize({ runs, startup }) {
  const groups = new Map();
  for (const run of runs) {
    const key = cellKey(run.tool, run.n);
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const group = (tool, n) => groups.get(cellKey(tool, n)) ?? [];
  const value = (measure, tool, n) => median(chosen(group(tool, n)).map(measures[measure].read));
  const ratio = (measure, tool, n, reference = { tool: 'raw', n }) =>
    value(measure, tool, n) / value(measure, reference.tool, reference.n);
  const state = (tool, n) => {
    const used = chosen(group(tool, n));
    return {
      runs: used.length,
      noisy: used.some((run) => run.noisy),
      errors: used.filter((run) => run.error).map((run) => run.error),
      unproven: used.flatMap((run) => Object.entries(run.proof ?? {}).filter(([, ok]) => !ok)).map(([what]) => what),
    };
  };
  const tools = [...new Set(runs.map((run) => run.tool))];
  const startups = Object.fromEntries(
    [...new Set(startup.map((run) => run.tool))].map((tool) => {
      const used = chosen(startup.filter((run) => run.tool === tool));
      const drawn = used.map((run) => run.drawn).filter((outcome) => outcome !== undefined);
      return [
        tool,
        { ms: median(used.map((run) => run.fromScriptMs)), drawn: drawn.length ? drawn.every(Boolean) : undefined },
      ];
    }),
  );
  const names = Object.fromEntries(
    runs.filter((run) => run.name).map((run) => [run.tool, `${run.name} ${run.version}`.trim()]),
  );
  const counts = [...new Set(runs.map((run) => run.n))].sort((a, b) => a - b);
  return { tools, counts, names, value, ratio, state, startup: startups };
}
