// What the library promises, and whether this run kept it.

const MANY = 10_000;
const FEW = 100;
const VERTICES = 50_000;
const PEERS = ['annotorious', 'ulabel'];
const LONG_TASK = 50;

const ratioOf =
  (shape, measure) =>
  ({ summaries }) =>
    summaries.get(shape)?.ratio(measure, 'ours', MANY);
const valueOf =
  (shape, measure, n = MANY) =>
  ({ summaries }) =>
    summaries.get(shape)?.value(measure, 'ours', n);
const growthOf =
  (shape, measure) =>
  ({ summaries }) =>
    summaries.get(shape)?.ratio(measure, 'ours', MANY, { tool: 'ours', n: FEW });
/** Against the quickest of the peers that could do it. */
const lagOf =
  (shape, measure) =>
  ({ summaries }) => {
    const ratios = PEERS.map((tool) => summaries.get(shape)?.ratio(measure, 'ours', MANY, { tool, n: MANY }));
    return Math.max(...ratios.filter(Number.isFinite));
  };
const sizeOf =
  (entry) =>
  ({ sizes }) =>
    sizes?.[entry]?.gzipKb;

const targets = [
  { title: 'First painted frame, 10,000 boxes', limit: 1.2, unit: 'x raw', read: ratioOf('box', 'painted') },
  { title: 'Drag one of 10,000: pointer to frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('box', 'dragP95') },
  { title: 'Zoom, 10,000 boxes: frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('box', 'zoomP95') },
  { title: 'Pan, 10,000 boxes: frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('box', 'panP95') },
  { title: 'Zoom, 10,000 boxes: script a frame', limit: 2, unit: 'ms', read: valueOf('box', 'zoomScript') },
  { title: 'Pan, 10,000 boxes: script a frame', limit: 2, unit: 'ms', read: valueOf('box', 'panScript') },
  {
    title: 'Drag one of 10,000: pointer to frame p95',
    limit: 1.2,
    unit: 'x one of 100',
    read: growthOf('box', 'dragP95'),
  },
  {
    title: 'Drag one of 10,000: main thread a frame',
    limit: 1.2,
    unit: 'x one of 100',
    read: growthOf('box', 'dragMain'),
  },
  { title: 'Heap growth a box, 10,000 boxes', limit: 2048, unit: 'B', read: valueOf('box', 'heap') },
  { title: 'First painted frame, 10,000 polygons', limit: 1.2, unit: 'x raw', read: ratioOf('polygon', 'painted') },
  {
    title: 'First painted frame, 10,000 polygons',
    limit: 1,
    unit: 'x quickest peer',
    read: lagOf('polygon', 'painted'),
  },
  { title: 'Pan, 10,000 polygons: script a frame', limit: 2, unit: 'ms', read: valueOf('polygon', 'panScript') },
  {
    title: 'Drag a vertex, 10,000 polygons: pointer to frame p95',
    limit: 1.2,
    unit: 'x among 100',
    read: growthOf('polygon', 'dragP95'),
  },
  {
    title: 'Drag a vertex, 10,000 polygons: main thread a frame',
    limit: 1.2,
    unit: 'x among 100',
    read: growthOf('polygon', 'dragMain'),
  },
  {
    title: 'Open a polygon of 50,000 vertices: longest task',
    limit: LONG_TASK,
    unit: 'ms',
    read: valueOf('outline', 'loadLongest', VERTICES),
  },
  {
    title: 'Edit a polygon of 50,000 vertices: longest task',
    limit: LONG_TASK,
    unit: 'ms',
    read: valueOf('outline', 'dragLongest', VERTICES),
  },
  {
    title: 'Bounding-box task: form, button, annotator, gzip',
    limit: 110,
    unit: 'KB',
    read: sizeOf('bounding-box task'),
  },
  { title: 'Form controls together, gzip', limit: 25, unit: 'KB', read: sizeOf('all form controls') },
  {
    title: 'Form controls without Konva',
    limit: 0,
    unit: 'Konva inside',
    read: ({ sizes }) => sizes?.['all form controls'] && Number(sizes['all form controls'].hasKonva),
  },
  {
    title: 'Ready to draw after the script is parsed',
    limit: 150,
    unit: 'ms',
    read: ({ summaries }) => summaries.get('box')?.startup.ours?.ms,
  },
];

/** `[{ title, limit, unit, value, met }]`; `value` and `met` are undefined for what was not measured. */
export function checkTargets(context) {
  return targets.map(({ read, ...target }) => {
    const value = read(context);
    return Number.isFinite(value) ? { ...target, value, met: value <= target.limit } : target;
  });
}
