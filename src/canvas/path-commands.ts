import type { PathAnnotation } from '../document/annotation.js';
import { newId } from '../document/ids.js';
import { boundsOverlap } from '../geometry/box.js';
import { pathBounds, type Path } from '../geometry/path.js';
import { bridgeHoles, subtractRegions, uniteRegions, type Region } from '../geometry/regions.js';
import { simplifyShared, type SharedPath } from '../geometry/shared-simplify.js';
import { joinPaths, splitPolygon } from '../geometry/slice.js';
import { shapeTerms as t } from '../locales/terms/shapes.js';
import type { AnnotatorSession } from './annotator-session.js';
import type { Command } from './command.js';
import type { CommandTargets } from './commands.js';
import { boundsAround, polygonsAt, weldNeighbours, weldPieces } from './shared-paths.js';

type PathSession = AnnotatorSession<PathAnnotation>;

/** How far a simplified line may lie from the old one, in CSS pixels; every press takes the next. */
const TOLERANCES = [0.75, 1.5, 3, 6, 12, 24];

/** What can be done with whole paths: unite, cut out, split, join, simplify. */
export function pathCommands(
  { session }: CommandTargets<PathAnnotation>,
  kind: PathAnnotation['kind'],
): readonly Command[] {
  if (kind === 'line') return [];
  const isFree = () => !session.readOnly && session.store.openStep === undefined;
  const selected = () => selectedPaths(session);
  const simplify: Command = {
    id: 'simplify',
    group: 'edit',
    place: 'edit',
    title: t.simplify,
    icon: 'simplify',
    keys: ['Semicolon'],
    isEnabled: () => !session.readOnly && (isSimplifying(session) || (isFree() && selected().length > 0)),
    run: () => simplifySelected(session),
  };
  const split: Command = {
    id: 'split',
    group: 'edit',
    place: 'edit',
    title: t.split,
    icon: 'split',
    keys: ['Shift+KeyD'],
    isEnabled: () => isFree() && session.vertices.size > 0,
    run: () => splitAtVertices(session),
  };
  if (kind === 'polyline') {
    const join: Command = {
      id: 'join',
      group: 'edit',
      place: 'edit',
      title: t.join,
      icon: 'join-ends',
      keys: ['KeyB'],
      isEnabled: () => isFree() && selected().length > 1,
      run: () => joinSelected(session),
    };
    return [join, split, simplify];
  }
  return [
    {
      id: 'unite',
      group: 'edit',
      place: 'edit',
      title: t.unite,
      icon: 'unite',
      keys: ['KeyB'],
      isEnabled: () => isFree() && selected().length > 1,
      run: () => void uniteSelected(session),
    },
    {
      id: 'subtract',
      group: 'edit',
      place: 'edit',
      title: t.subtract,
      icon: 'subtract',
      keys: ['Shift+KeyB'],
      isEnabled: () => isFree() && selected().length > 0,
      run: () => void subtractSelected(session),
    },
    split,
    simplify,
    {
      id: 'bridge-holes',
      group: 'view',
      place: 'options',
      title: t.bridgeHoles,
      icon: 'bridge',
      keys: ['Shift+KeyC'],
      isEnabled: () => true,
      isActive: () => session.settings.bridgeHoles,
      run: () => session.changeSettings({ bridgeHoles: !session.settings.bridgeHoles }),
    },
    {
      id: 'shared-boundaries',
      group: 'view',
      place: 'options',
      title: t.sharedBoundaries,
      icon: 'shared',
      keys: ['Shift+KeyQ'],
      isEnabled: () => true,
      isActive: () => session.settings.sharedBoundaries,
      run: () => session.changeSettings({ sharedBoundaries: !session.settings.sharedBoundaries }),
    },
  ];
}

/** The path for an area: as it is, with a bridge to each hole if the worker wants that, or undefined with the reason. */
export function flatPath(session: PathSession, region: Region): Path | undefined {
  if (!region.holes.length) return region.outer;
  const bridged = session.settings.bridgeHoles ? bridgeHoles(region) : undefined;
  if (!bridged) session.say(t.wouldLeaveHole(), 'warning');
  return bridged;
}

function selectedPaths(session: PathSession): PathAnnotation[] {
  return [...session.selection.ids]
    .map((id) => session.store.get(id))
    .filter((shape): shape is PathAnnotation => shape !== undefined && !shape.locked);
}

async function uniteSelected(session: PathSession): Promise<void> {
  const shapes = selectedPaths(session);
  const [first, ...others] = shapes;
  if (!first || !others.length) return;
  const regions = await attempt(session, () =>
    uniteRegions(
      shapes.map(({ vertices }) => vertices),
      session.viewport.imageSize,
    ),
  );
  if (!regions || !isUntouched(session, shapes)) return;
  const [only] = regions;
  if (!only || regions.length > 1) return session.say(t.doNotTouch(), 'warning');
  const vertices = flatPath(session, only);
  if (!vertices) return;
  const neighbours = neighboursOf(session, shapes, [vertices]);
  const [welded = vertices] = weldPieces([vertices], neighbours);
  session.store.change('unite', (tx) => {
    weldNeighbours(tx, neighbours, [welded]);
    tx.update(first.id, { ...first, vertices: welded });
    for (const { id } of others) tx.remove(id);
  });
  session.selection.set([first.id]);
}

/** One selected polygon loses what its neighbours cover; of several, the others lose what the last one covers. */
async function subtractSelected(session: PathSession): Promise<void> {
  const shapes = selectedPaths(session);
  const last = shapes.at(-1);
  if (!last) return;
  const targets = shapes.length > 1 ? shapes.slice(0, -1) : [last];
  const cutters = shapes.length > 1 ? [last] : overlapping(session, last);
  const image = session.viewport.imageSize;
  const paths = cutters.map(({ vertices }) => vertices);
  const results = await attempt(session, () =>
    Promise.all(targets.map(({ vertices }) => subtractRegions(vertices, paths, image))),
  );
  if (!results || !isUntouched(session, [...shapes, ...cutters])) return;
  const flat = results.map((regions) => regions.map((region) => flatPath(session, region)));
  if (flat.some((pieces) => pieces.includes(undefined))) return;
  if (flat.some((pieces) => !pieces.length)) return session.say(t.nothingLeft(), 'warning');
  const neighbours = neighboursOf(session, targets, flat.flat() as readonly Path[]);
  const welded = flat.map((pieces) => weldPieces(pieces as readonly Path[], neighbours));
  session.store.change('subtract', (tx) => {
    weldNeighbours(tx, neighbours, welded.flat());
    targets.forEach((target, at) => replaceBy(tx, target, welded[at] ?? []));
  });
}

/** Puts pieces in the place of a path; the first and largest keeps its identity. */
export function replaceBy(
  tx: { update(id: string, after: PathAnnotation): void; insert(annotation: PathAnnotation): void },
  shape: PathAnnotation,
  pieces: readonly Path[],
): string[] {
  const [first, ...others] = pieces;
  if (!first) return [shape.id];
  tx.update(shape.id, { ...shape, vertices: first });
  const more = others.map((vertices) => ({ ...shape, id: newId(), vertices }));
  for (const piece of more) tx.insert(piece);
  return [shape.id, ...more.map(({ id }) => id)];
}

/** Polygons that share lines with new paths and are to go on sharing them. */
function neighboursOf(
  session: PathSession,
  replaced: readonly PathAnnotation[],
  paths: readonly Path[],
): readonly PathAnnotation[] {
  if (!session.settings.sharedBoundaries || !paths.length) return [];
  const gone = new Set(replaced.map(({ id }) => id));
  return polygonsAt(shownShapes(session), paths).filter(({ id }) => !gone.has(id));
}

function shownShapes(session: PathSession): PathAnnotation[] {
  return session.store.snapshot.annotations.filter((shape) => !shape.hidden && session.isShown(shape));
}

function overlapping(session: PathSession, shape: PathAnnotation): PathAnnotation[] {
  const bounds = pathBounds(shape.vertices);
  return shownShapes(session).filter(
    (other) => other.id !== shape.id && boundsOverlap(pathBounds(other.vertices), bounds),
  );
}

/** Runs a boolean operation; what the library cannot do is told to the worker, and nothing changes. */
export async function attempt<T>(session: PathSession, run: () => Promise<T>): Promise<T | undefined> {
  try {
    return await run();
  } catch {
    session.say(t.cannotCompute(), 'warning');
    return undefined;
  }
}

/** The worker may have gone on while the library was loading. */
function isUntouched(session: PathSession, shapes: readonly PathAnnotation[]): boolean {
  return !session.readOnly && shapes.every((shape) => session.store.get(shape.id) === shape);
}

function splitAtVertices(session: PathSession): void {
  const { owner, indices } = session.vertices;
  const shape = owner === undefined ? undefined : session.store.get(owner);
  if (!shape || shape.locked) return;
  const at = [...indices].sort((a, b) => a - b);
  const pieces = shape.kind === 'polygon' ? splitByChord(shape.vertices, at) : splitByVertices(shape.vertices, at);
  if (pieces.length < 2) return session.say(t.splitHow(shape.kind === 'polygon'), 'warning');
  let ids: string[] = [];
  session.store.change('split', (tx) => (ids = replaceBy(tx, shape, pieces)));
  session.selection.set(ids);
}

function splitByChord(vertices: Path, at: readonly number[]): readonly Path[] {
  const [first, second] = at;
  if (first === undefined || second === undefined || at.length !== 2) return [];
  return splitPolygon(vertices, first, second) ?? [];
}

function splitByVertices(vertices: Path, at: readonly number[]): readonly Path[] {
  const cuts = [0, ...at.filter((index) => index > 0 && index < vertices.length - 1), vertices.length - 1];
  return cuts.slice(1).map((cut, i) => vertices.slice(cuts[i], cut + 1));
}

function joinSelected(session: PathSession): void {
  const [first, ...others] = selectedPaths(session);
  if (!first || !others.length) return;
  let vertices: Path = first.vertices;
  for (const other of others) vertices = joinPaths(vertices, other.vertices);
  session.store.change('join', (tx) => {
    tx.update(first.id, { ...first, vertices });
    for (const { id } of others) tx.remove(id);
  });
  session.selection.set([first.id]);
}

function isSimplifying(session: PathSession): boolean {
  return session.store.openStep?.name === 'simplify';
}

/** Shows the next coarser line. Undo goes back to the finer one; Enter keeps it, Escape takes it back. */
function simplifySelected(session: PathSession): void {
  const { store, viewport } = session;
  const step = isSimplifying(session) ? store.openStep : undefined;
  const shapes = selectedPaths(session);
  const before = countVertices(session, shapes);
  for (let level = step?.parts ?? 0; level < TOLERANCES.length; level++) {
    const tolerance = (TOLERANCES[level] ?? 1) / viewport.scale;
    const { simple, after } = simplified(session, shapes, tolerance);
    if (after >= before && level < TOLERANCES.length - 1) continue;
    if (after >= before) break;
    const open = step ?? store.begin('simplify');
    open.change((tx) => simple.forEach((shape) => tx.update(shape.id, shape)));
    session.vertices.clear();
    return session.say(
      t.simplified(
        shapes.reduce((sum, { vertices }) => sum + vertices.length, 0),
        after,
      ),
    );
  }
  session.say(t.cannotSimplify(), 'warning');
}

function countVertices(session: PathSession, shapes: readonly PathAnnotation[]): number {
  return shapes.reduce((sum, { id }) => sum + (session.store.seen(id)?.vertices.length ?? 0), 0);
}

/** The paths simplified, with all neighbours that lose shared vertices by it; `after` counts vertices of the former. */
function simplified(
  session: PathSession,
  shapes: readonly PathAnnotation[],
  tolerance: number,
): { simple: PathAnnotation[]; after: number } {
  const ids = new Set(shapes.map(({ id }) => id));
  const bounds = boundsAround(shapes.map(({ vertices }) => vertices));
  const neighbours = session.settings.sharedBoundaries
    ? shownShapes(session).filter(({ id, vertices }) => !ids.has(id) && boundsOverlap(pathBounds(vertices), bounds))
    : [];
  const all = [...shapes, ...neighbours];
  const paths = simplifyShared(
    all.map(({ id, kind, vertices, locked }): SharedPath => {
      const role = ids.has(id) ? 'simplify' : locked ? 'fixed' : 'follow';
      return { vertices, closed: kind === 'polygon', role };
    }),
    tolerance,
  );
  const after = paths.slice(0, shapes.length).reduce((sum, { length }) => sum + length, 0);
  // Also those that stay: a finer line, shown before, may have changed them.
  const simple = all.map((shape, at) => (paths[at] === shape.vertices ? shape : { ...shape, vertices: paths[at]! }));
  return { simple, after };
}
