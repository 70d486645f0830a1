import type { PathAnnotation } from '../document/annotation.js';
import type { Transaction } from '../document/transaction.js';
import { boundsOverlap, unite } from '../geometry/box.js';
import { pathBounds, type Path } from '../geometry/path.js';
import { weld } from '../geometry/seams.js';
import type { Bounds } from '../geometry/types.js';

type Draft = Pick<Transaction<PathAnnotation>, 'update'>;

/** Bounds around several paths, a pixel wider on each side: rounding may move a shared vertex so far. */
export function boundsAround(paths: readonly Path[]): Bounds {
  const { left, top, right, bottom } = paths.map(pathBounds).reduce(unite);
  return { left: left - 1, top: top - 1, right: right + 1, bottom: bottom + 1 };
}

/** Those of the polygons whose bounds touch the paths. */
export function polygonsAt(shapes: readonly PathAnnotation[], paths: readonly Path[]): PathAnnotation[] {
  const bounds = boundsAround(paths);
  return shapes.filter(({ kind, vertices }) => kind === 'polygon' && boundsOverlap(pathBounds(vertices), bounds));
}

/** Gives new paths the vertices of their neighbours that lie on their lines. */
export function weldPieces(pieces: readonly Path[], neighbours: readonly PathAnnotation[]): Path[] {
  return pieces.map((piece) => {
    const near = neighbours.filter(({ vertices }) => boundsOverlap(pathBounds(vertices), boundsAround([piece])));
    return weld(
      piece,
      near.flatMap(({ vertices }) => vertices),
    );
  });
}

/** Gives neighbours the vertices of new paths that lie on their lines, so that both go on sharing them. */
export function weldNeighbours(tx: Draft, neighbours: readonly PathAnnotation[], pieces: readonly Path[]): void {
  for (const neighbour of neighbours) {
    if (neighbour.locked) continue;
    const vertices = weld(neighbour.vertices, pieces.flat());
    if (vertices !== neighbour.vertices) tx.update(neighbour.id, { ...neighbour, vertices });
  }
}
