import { edgesCross, FEW_EDGES, selfCrossing } from './crossing.js';
import { pathBounds, type Path } from './path.js';

/** Cells of the grid an edge passes through, on average: more make the grid larger, fewer its cells fuller. */
const MOST_PASSES = 40;
const MOST_CELLS = 1 << 18;
/** Cells looked through between two pauses. */
const CELLS_A_TURN = 8192;

/**
 * Whether a path crosses itself; edges that touch or lie on each other do not cross.
 *
 * Edges are sorted into the cells of a grid, and only those in one cell are compared: fifty thousand vertices take some
 * milliseconds whatever their form, so that they can be asked about while a worker drags one.
 */
export function crossesItself(path: Path, closed: boolean): boolean {
  const search = seekCrossing(path, closed);
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

/** The same, with pauses in which somebody else may have their turn. */
export function* seekCrossing(path: Path, closed: boolean): Generator<void, boolean> {
  const count = closed ? path.length : path.length - 1;
  if (count <= FEW_EDGES) return selfCrossing(path, closed) !== undefined;
  const grid = gridFor(path, count);
  const { cells } = grid;
  // First how many edges each cell holds, then which: flat arrays instead of fifty thousand small ones.
  const starts = new Int32Array(cells + 1);
  eachPass(path, count, grid, (cell) => starts[cell + 1]!++);
  for (let cell = 0; cell < cells; cell++) starts[cell + 1]! += starts[cell]!;
  yield;
  const ends = starts.slice(0, cells);
  const held = new Int32Array(starts[cells]!);
  eachPass(path, count, grid, (cell, edge) => (held[ends[cell]!++] = edge));
  for (let cell = 0; cell < cells; cell++) {
    if (cell % CELLS_A_TURN === 0) yield;
    if (holdsCrossing(path, closed, held, starts[cell]!, starts[cell + 1]!)) return true;
  }
  return false;
}

interface Grid {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  readonly cells: number;
  /** Pixels of one side of a cell. */
  readonly side: number;
}

function gridFor(path: Path, count: number): Grid {
  const { left, top, right, bottom } = pathBounds(path);
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  let length = 0;
  for (let i = 0; i < count; i++) {
    const [a, b] = [path[i]!, path[i + 1 === path.length ? 0 : i + 1]!];
    length += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  }
  const wanted = Math.min(count, MOST_CELLS);
  const side = Math.max(
    Math.sqrt((width * height) / wanted),
    length / (count * MOST_PASSES),
    width / wanted,
    height / wanted,
  );
  const columns = Math.floor(width / side) + 1;
  const rows = Math.floor(height / side) + 1;
  return { left, top, columns, rows, cells: columns * rows, side };
}

/** Visits every cell that an edge passes through, row by row; a little more than it passes, never less. */
function eachPass(path: Path, count: number, grid: Grid, visit: (cell: number, edge: number) => void): void {
  const { left, top, columns, rows, side } = grid;
  const column = (x: number) => Math.min(columns - 1, Math.max(0, Math.floor((x - left) / side)));
  const row = (y: number) => Math.min(rows - 1, Math.max(0, Math.floor((y - top) / side)));
  for (let edge = 0; edge < count; edge++) {
    const one = path[edge]!;
    const other = path[edge + 1 === path.length ? 0 : edge + 1]!;
    const [high, low] = one.y <= other.y ? [one, other] : [other, one];
    const [firstRow, lastRow] = [row(high.y), row(low.y)];
    const least = Math.min(one.x, other.x);
    const most = Math.max(one.x, other.x);
    // Widened by a trifle, so that rounding leaves out no cell.
    const slope = firstRow === lastRow ? 0 : (low.x - high.x) / (low.y - high.y);
    const slack = side / 1024;
    for (let at = firstRow; at <= lastRow; at++) {
      let from = least;
      let to = most;
      if (firstRow !== lastRow) {
        const enter = high.x + slope * (Math.max(high.y, top + at * side) - high.y);
        const leave = high.x + slope * (Math.min(low.y, top + (at + 1) * side) - high.y);
        from = Math.max(least, Math.min(enter, leave) - slack);
        to = Math.min(most, Math.max(enter, leave) + slack);
      }
      const last = column(to);
      for (let cell = column(from); cell <= last; cell++) visit(at * columns + cell, edge);
    }
  }
}

function holdsCrossing(path: Path, closed: boolean, held: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const edge = held[i]!;
    const a = path[edge]!;
    const b = path[edge + 1 === path.length ? 0 : edge + 1]!;
    const left = a.x < b.x ? a.x : b.x;
    const right = a.x < b.x ? b.x : a.x;
    const top = a.y < b.y ? a.y : b.y;
    const bottom = a.y < b.y ? b.y : a.y;
    for (let j = i + 1; j < to; j++) {
      const other = held[j]!;
      const c = path[other]!;
      const d = path[other + 1 === path.length ? 0 : other + 1]!;
      if ((c.x < left && d.x < left) || (c.x > right && d.x > right)) continue;
      if ((c.y < top && d.y < top) || (c.y > bottom && d.y > bottom)) continue;
      if (edgesCross(path, closed, edge, other)) return true;
    }
  }
  return false;
}
