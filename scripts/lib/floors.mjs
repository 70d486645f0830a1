/**
 * The floors of `src/`: a file imports only from its own floor or a lower one (`docs/architecture.md`).
 * One table for the ESLint rule (which marks the line) and for `scripts/graph.mjs` (which sees the whole graph).
 */
const FLOORS = {
  geometry: 0,
  mask: 0,
  labels: 0,
  text: 0,
  parse: 0,
  document: 1,
  answers: 1,
  'ground-truth': 1,
  // Words a worker reads: below everything that speaks, out of reach of the pure floors.
  locales: 1.5,
  canvas: 2,
  segmenters: 2,
  theme: 2,
  workspace: 3,
  elements: 4,
};

const ENTRY_FLOOR = 5;

const place = (path) => /(?:^|\/)src\/(?:([^/]+)\/)?[^/]+/.exec(path.replaceAll('\\', '/'));

/** Folder of `src/` that a path is in: `''` for entry points, `undefined` outside of `src/`. */
export function folderOf(path) {
  const found = place(path);
  return found ? (found[1] ?? '') : undefined;
}

/** Floor of a path, or `undefined` when it is outside of `src/` or in a folder that has no floor yet. */
export function floorOf(path) {
  const folder = folderOf(path);
  if (folder === undefined) return undefined;
  return folder === '' ? ENTRY_FLOOR : FLOORS[folder];
}

/** Says in one sentence why `from` may not import `to`, or nothing when it may. Both are paths with `src/` in them. */
export function floorViolation(from, to) {
  const fromFolder = folderOf(from);
  const toFolder = folderOf(to);
  if (fromFolder === undefined) return undefined;
  if (toFolder === undefined) return `${fromFolder}/ reaches outside of src/.`;
  const fromFloor = floorOf(from);
  if (fromFloor === undefined) return `src/${fromFolder}/ has no floor. Give it one in scripts/lib/floors.mjs.`;
  const toFloor = floorOf(to);
  if (toFloor === undefined) return `src/${toFolder}/ has no floor. Give it one in scripts/lib/floors.mjs.`;
  if (toFloor <= fromFloor) return undefined;
  const target = toFolder === '' ? 'an entry point' : `${toFolder}/`;
  return `${fromFolder}/ (floor ${fromFloor}) may not import from ${target} (floor ${toFloor}): imports go downward only.`;
}

/** Packages that a floor may know. Floors 0 and 1 know none but small pure ones; painting stays on floor 2. */
const PACKAGES = [
  { name: 'konva', floors: [2] },
  { name: 'lit', floors: [1.5, 2, 3, 4, 5] },
  { name: '@lit/context', floors: [3, 4, 5] },
  { name: '@lit/localize', floors: [1.5, 3, 4, 5] },
  { name: 'idb', floors: [1, 3] },
  { name: 'rbush', floors: [0, 1, 2] },
];

/** Says why a file may not import a package, or nothing when it may. */
export function packageViolation(from, specifier) {
  const floor = floorOf(from);
  const known = PACKAGES.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (floor === undefined || !known || known.floors.includes(floor)) return undefined;
  return `${folderOf(from) || 'an entry point'} (floor ${floor}) may not import ${known.name}: it belongs to floor ${known.floors.join(', ')}.`;
}
