// Chromium's own record of what it did: when input came in, when frames were presented, how long scripts ran. It sees
// what no script in the page can see, namely rasterising and compositing after the last line of JavaScript.

const CATEGORIES = [
  'blink.user_timing', // performance.mark()
  'devtools.timeline', // scripts and event dispatch
  'disabled-by-default-devtools.timeline', // every task of the main thread
  'disabled-by-default-devtools.timeline.frame', // PipelineReporter: a frame from its begin to its presentation
  'input.scrolling', // EventLatency: when an input event was made, and when a listener had handled it
];

const SCRIPT = new Set(['EventDispatch', 'FireAnimationFrame', 'FunctionCall', 'TimerFire', 'RunMicrotasks']);

/** Records a trace; `stop` resolves to its events in order of time. */
export class Tracer {
  events = [];

  constructor(session) {
    this.session = session;
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value) this.events.push(event);
    });
  }

  async start() {
    await this.session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: CATEGORIES, excludedCategories: ['*'] },
    });
  }

  async stop() {
    const complete = new Promise((resolve) => this.session.once('Tracing.tracingComplete', resolve));
    await this.session.send('Tracing.end');
    await complete;
    return this.events.sort((a, b) => a.ts - b.ts);
  }
}

/** Puts nested asynchronous slices of one kind back together: `[{ begin, end, args, parts: { name: [begin, end] } }]`. */
function asyncSlices(events, outer, pid) {
  const open = new Map();
  const slices = [];
  for (const event of events) {
    if (event.pid !== pid || (event.ph !== 'b' && event.ph !== 'e') || !event.id2) continue;
    const id = event.id2.local ?? event.id2.global;
    if (event.name === outer && event.ph === 'b') open.set(id, { begin: event.ts, args: event.args, parts: {} });
    const slice = open.get(id);
    if (!slice) continue;
    if (event.name !== outer) {
      const part = (slice.parts[event.name] ??= [event.ts, event.ts]);
      part[event.ph === 'b' ? 0 : 1] = event.ts;
    } else if (event.ph === 'e') {
      slice.end = event.ts;
      slices.push(slice);
      open.delete(id);
    }
  }
  return slices;
}

/** Joins intervals that touch or nest, so that no millisecond counts twice. */
function merged(intervals) {
  const result = [];
  for (const [begin, end] of intervals.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([begin, end]);
  }
  return result;
}

const presentedAt = (slice) => slice.parts.SubmitCompositorFrameToPresentationCompositorFrame?.[1];

/** The part of a trace that the tables are made of; times in microseconds of the trace clock. */
export function readTrace(events) {
  const marked = events.find((event) => event.cat === 'blink.user_timing' && event.name === 'load:start');
  if (!marked) throw new Error('The trace does not contain the page.');
  const { pid, tid } = marked;
  const onMain = events.filter((event) => event.pid === pid && event.tid === tid);
  const marks = new Map();
  for (const event of onMain) if (event.cat === 'blink.user_timing') marks.set(event.name, event.ts);
  const spans = (test) => onMain.filter((e) => e.ph === 'X' && test(e)).map((e) => [e.ts, e.ts + (e.dur ?? 0)]);
  const frames = asyncSlices(events, 'PipelineReporter', pid)
    .filter((slice) => slice.parts.SendBeginMainFrameToCommit)
    .map((slice) => ({ main: slice.parts.SendBeginMainFrameToCommit, presented: presentedAt(slice) }))
    .sort((a, b) => a.main[0] - b.main[0]);
  // A wheel step is recorded twice and makes gesture events as well; count what the hand did.
  const inputs = asyncSlices(events, 'EventLatency', pid)
    .filter((slice) => slice.args.event_latency.event_type.startsWith('MOUSE_'))
    .map((slice) => ({
      at: slice.begin,
      handled: slice.parts.RendererMainProcessing?.[1],
    }))
    .sort((a, b) => a.at - b.at || (a.handled ?? Infinity) - (b.handled ?? Infinity))
    .filter((input, index, all) => input.at !== all[index - 1]?.at);
  return {
    marks,
    frames,
    inputs,
    script: merged(spans((event) => SCRIPT.has(event.name))),
    tasks: merged(spans((event) => event.name === 'RunTask')),
  };
}

/** The longest single task that began between two times, in milliseconds. */
function longestMs(intervals, from, to) {
  const lengths = intervals.filter(([begin]) => begin >= from && begin < to).map(([begin, end]) => end - begin);
  return Math.max(0, ...lengths) / 1000;
}

function overlapMs(intervals, from, to) {
  let sum = 0;
  for (const [begin, end] of intervals) {
    if (end <= from) continue;
    if (begin >= to) break;
    sum += Math.min(end, to) - Math.max(begin, from);
  }
  return sum / 1000;
}

/**
 * Milliseconds from the creation of each input event to the presentation of the frame that shows it: the first presented
 * one that was committed after a listener had returned. Chromium's own pairing loses tools that update after the listener.
 */
function latencies(inputs, frames) {
  const presented = frames.filter((frame) => frame.presented);
  return inputs
    .map((input) => {
      // An event that was merged into a later one is handled, and shown, together with that one.
      const handled = input.handled ?? inputs.find((other) => other.at >= input.at && other.handled)?.handled;
      const frame = handled && presented.find(({ main }) => main[1] >= handled);
      return frame && (frame.presented - input.at) / 1000;
    })
    .filter((ms) => ms !== undefined);
}

/** What happened between two marks. */
export function readPhase(trace, name) {
  const start = trace.marks.get(`${name}:start`);
  const end = trace.marks.get(`${name}:end`);
  const within = (time) => time >= start && time < end;
  const starts = trace.frames.map((frame) => frame.main[0]).filter(within);
  const perFrame = (intervals) => starts.slice(0, -1).map((from, i) => overlapMs(intervals, from, starts[i + 1]));
  return {
    latencyMs: latencies(
      trace.inputs.filter((input) => within(input.at)),
      trace.frames.filter((frame) => frame.main[0] < end),
    ),
    scriptMs: perFrame(trace.script),
    mainThreadMs: perFrame(trace.tasks),
    longestMs: longestMs(trace.tasks, start, end),
  };
}

/** Milliseconds from `load:start` until the first frame with all boxes, and the last frame that changed, were presented. */
export function readLoad(trace) {
  const start = trace.marks.get('load:start');
  const mark = trace.marks.get('load:frame');
  const end = trace.marks.get('load:end');
  const first = trace.frames.find((frame) => frame.presented && frame.main[1] >= mark);
  const last = trace.frames.findLast((frame) => frame.presented && frame.main[0] >= start && frame.main[0] < end);
  return {
    paintedMs: first && (first.presented - start) / 1000,
    settledMs: last && (last.presented - start) / 1000,
    scriptMs: overlapMs(trace.script, start, end),
    longestMs: longestMs(trace.tasks, start, end),
  };
}
