import type { Bounds } from '../../geometry/types.js';

/** Side of a cell in canvas pixels. */
const CELL = 32;

/**
 * What must be repainted, as few rectangles that do not overlap. Dabs lie over each other and become one; what an undone stroke
 * has left is followed cell by cell, since between its ends there is nothing to paint.
 */
export class DirtyCells {
  private readonly columns: number;
  private readonly cells = new Map<number, Bounds>();

  constructor(
    private readonly width: number,
    private readonly height: number,
  ) {
    this.columns = Math.ceil(width / CELL);
  }

  /** Marks whole pixels of the canvas; what lies beside it is left out. */
  mark({ left, top, right, bottom }: Bounds): void {
    const end = { right: Math.min(this.width, right), bottom: Math.min(this.height, bottom) };
    const from = { left: Math.max(0, left), top: Math.max(0, top) };
    for (let row = Math.floor(from.top / CELL); row * CELL < end.bottom; row++) {
      for (let column = Math.floor(from.left / CELL); column * CELL < end.right; column++) {
        const key = row * this.columns + column;
        const part = {
          left: Math.max(from.left, column * CELL),
          top: Math.max(from.top, row * CELL),
          right: Math.min(end.right, (column + 1) * CELL),
          bottom: Math.min(end.bottom, (row + 1) * CELL),
        };
        const known = this.cells.get(key);
        this.cells.set(key, known ? around(known, part) : part);
      }
    }
  }

  /** The rectangles; cells side by side in a row are one, and so are rows of the same width. */
  rectangles(): Bounds[] {
    const rectangles: Bounds[] = [];
    let before: { readonly key: number; bounds: Bounds } | undefined;
    const rows = new Map<number, Bounds>();
    const finish = () => {
      if (!before) return;
      const { bounds } = before;
      const above = rows.get(bounds.left);
      const isBelow = above !== undefined && above.right === bounds.right && above.bottom === bounds.top;
      const joined = isBelow ? { ...above, bottom: bounds.bottom } : bounds;
      if (above && !isBelow) rectangles.push(above);
      rows.set(bounds.left, joined);
    };
    for (const key of [...this.cells.keys()].sort((a, b) => a - b)) {
      const bounds = this.cells.get(key) as Bounds;
      if (before?.key === key - 1 && key % this.columns !== 0) before = { key, bounds: around(before.bounds, bounds) };
      else {
        finish();
        before = { key, bounds };
      }
    }
    finish();
    return [...rectangles, ...rows.values()];
  }
}

function around(a: Bounds, b: Bounds): Bounds {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}
