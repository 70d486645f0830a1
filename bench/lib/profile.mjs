// Sums up profiles and traces of one phase.

import path from 'node:path';

/** Times of the marks of a phase, in microseconds of the trace clock, with the main thread that set them. */
function span(events, from, to) {
  const find = (name) => events.find((event) => event.cat === 'blink.user_timing' && event.name === name);
  const first = find(from);
  const last = find(to);
  if (!first || !last) throw new Error(`The trace lacks the marks ${from} and ${to}.`);
  return { pid: first.pid, tid: first.tid, begin: first.ts, end: last.ts };
}

/** Self time in milliseconds by kind of work on the main thread between two marks, largest first. */
export function mainThreadShares(events, from, to) {
  const { pid, tid, begin, end } = span(events, from, to);
  const slices = events
    .filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X')
    .filter((event) => event.ts >= begin && event.ts < end)
    .map((event) => ({ name: event.name, begin: event.ts, end: event.ts + (event.dur ?? 0), self: event.dur ?? 0 }))
    .sort((a, b) => a.begin - b.begin || b.end - a.end);
  const stack = [];
  for (const slice of slices) {
    while (stack.length && stack.at(-1).end <= slice.begin) stack.pop();
    if (stack.length) stack.at(-1).self -= slice.end - slice.begin;
    stack.push(slice);
  }
  const sums = new Map();
  for (const { name, self } of slices) sums.set(name, (sums.get(name) ?? 0) + self / 1000);
  const frames = new Set(
    events
      .filter((event) => event.pid === pid && event.name === 'BeginMainThreadFrame')
      .filter((event) => event.ts >= begin && event.ts < end)
      .map((event) => event.ts),
  ).size;
  return { shares: [...sums].sort((a, b) => b[1] - a[1]), frames: Math.max(1, frames), begin, end };
}

function describe({ functionName, url, lineNumber }) {
  const place = url ? ` ${path.basename(new URL(url).pathname)}:${lineNumber + 1}` : '';
  return `${functionName || '(anonymous)'}${place}`;
}

/** Milliseconds by function between two times of the trace clock, largest self time first. */
export function hottest({ nodes, samples, timeDeltas, startTime }, begin, end) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const sums = new Map();
  const entry = (name) => {
    if (!sums.has(name)) sums.set(name, { name, self: 0, total: 0 });
    return sums.get(name);
  };
  let time = startTime;
  samples.forEach((id, index) => {
    time += timeDeltas[index];
    if (time < begin || time >= end) return;
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    entry(describe(byId.get(id).callFrame)).self += ms;
    const seen = new Set();
    for (let node = id; node !== undefined; node = parents.get(node)) seen.add(describe(byId.get(node).callFrame));
    for (const name of seen) entry(name).total += ms;
  });
  return [...sums.values()].filter(({ name }) => !name.startsWith('(root)')).sort((a, b) => b.self - a.self);
}
