import { union } from '../../mask/index-mask.js';
import type { Bounds } from '../../geometry/types.js';

/** Side of a cell in canvas pixels. */
const CELL = 32;

/**
 * What must be repainted on a canvas, as few rectangles that do not overlap. Dabs lie over each other and become one; what an
 * undone stroke has left is followed cell by cell, since between its ends there is nothing to paint.
 */
export function repaintAreas(marked: readonly Bounds[], width: number, height: number): Bounds[] {
  const columns = Math.ceil(width / CELL);
  const cells: Bounds[] = [];
  for (const bounds of marked) {
    const [right, bottom] = [Math.min(width, bounds.right), Math.min(height, bounds.bottom)];
    const top = Math.max(0, bounds.top);
    for (let y = top; y < bottom; y = nextCell(y)) {
      for (let x = Math.max(0, bounds.left); x < right; x = nextCell(x)) {
        const key = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
        const part = { left: x, top: y, right: Math.min(right, nextCell(x)), bottom: Math.min(bottom, nextCell(y)) };
        cells[key] = cells[key] ? union(cells[key], part) : part;
      }
    }
  }
  const areas: Bounds[] = [];
  cells.forEach((cell, key) => {
    // Side by side in a row of cells.
    if (key % columns && cells[key - 1]) areas.push(union(areas.pop()!, cell));
    else areas.push(cell);
  });
  return areas;
}

function nextCell(at: number): number {
  return (Math.floor(at / CELL) + 1) * CELL;
}
