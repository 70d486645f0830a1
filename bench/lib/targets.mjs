// What the library promises, and whether this run kept it.

const MANY = 10_000;
const FEW = 100;

const ratioOf =
  (measure) =>
  ({ summary }) =>
    summary.ratio(measure, 'ours', MANY);
const valueOf =
  (measure) =>
  ({ summary }) =>
    summary.value(measure, 'ours', MANY);
const growthOf =
  (measure) =>
  ({ summary }) =>
    summary.ratio(measure, 'ours', MANY, { tool: 'ours', n: FEW });
const sizeOf =
  (entry) =>
  ({ sizes }) =>
    sizes?.[entry]?.gzipKb;

const targets = [
  { title: 'First painted frame, 10,000 boxes', limit: 1.2, unit: 'x raw', read: ratioOf('painted') },
  { title: 'Drag one of 10,000: pointer to frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('dragP95') },
  { title: 'Zoom, 10,000 boxes: frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('zoomP95') },
  { title: 'Pan, 10,000 boxes: frame p95', limit: 1.2, unit: 'x raw', read: ratioOf('panP95') },
  { title: 'Zoom, 10,000 boxes: script a frame', limit: 2, unit: 'ms', read: valueOf('zoomScript') },
  { title: 'Pan, 10,000 boxes: script a frame', limit: 2, unit: 'ms', read: valueOf('panScript') },
  { title: 'Drag one of 10,000: pointer to frame p95', limit: 1.2, unit: 'x one of 100', read: growthOf('dragP95') },
  { title: 'Drag one of 10,000: main thread a frame', limit: 1.2, unit: 'x one of 100', read: growthOf('dragMain') },
  { title: 'Heap growth a box, 10,000 boxes', limit: 2048, unit: 'B', read: valueOf('heap') },
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
    read: ({ summary }) => summary.startup.ours?.ms,
  },
];

/** `[{ title, limit, unit, value, met }]`; `value` and `met` are undefined for what was not measured. */
export function checkTargets(context) {
  return targets.map(({ read, ...target }) => {
    const value = read(context);
    return Number.isFinite(value) ? { ...target, value, met: value <= target.limit } : target;
  });
}
