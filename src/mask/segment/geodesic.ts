import type { LabImage } from './feature-image.js';

/**
 * How far every pixel is from the nearest seed, along ways that avoid edges.
 *
 * A step costs its length times `spatial`, plus the colour difference. Found by four raster sweeps, repeated (Toivanen 1996): not
 * exact behind labyrinths, but fast and the same everywhere.
 */
export function geodesicDistances(
  { width, height, lab }: LabImage,
  seeds: Uint8Array,
  { spatial, rounds = 2 }: { readonly spatial: number; readonly rounds?: number },
): Float32Array {
  const distance = new Float32Array(width * height);
  for (let i = 0; i < distance.length; i++) distance[i] = seeds[i] ? 0 : 1e9;
  const diagonal = spatial * Math.SQRT2;
  const relax = (at: number, other: number, length: number, best: number) => {
    if (distance[other] + length >= best) return best;
    const a = at * 3;
    const b = other * 3;
    const colour = Math.abs(lab[a] - lab[b]) + Math.abs(lab[a + 1] - lab[b + 1]) + Math.abs(lab[a + 2] - lab[b + 2]);
    return Math.min(best, distance[other] + length + colour);
  };
  for (let round = 0; round < rounds; round++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * width + x;
        let best = distance[at];
        if (x > 0) best = relax(at, at - 1, spatial, best);
        if (y > 0) {
          best = relax(at, at - width, spatial, best);
          if (x > 0) best = relax(at, at - width - 1, diagonal, best);
          if (x < width - 1) best = relax(at, at - width + 1, diagonal, best);
        }
        distance[at] = best;
      }
    }
    for (let y = height - 1; y >= 0; y--) {
      for (let x = width - 1; x >= 0; x--) {
        const at = y * width + x;
        let best = distance[at];
        if (x < width - 1) best = relax(at, at + 1, spatial, best);
        if (y < height - 1) {
          best = relax(at, at + width, spatial, best);
          if (x > 0) best = relax(at, at + width - 1, diagonal, best);
          if (x < width - 1) best = relax(at, at + width + 1, diagonal, best);
        }
        distance[at] = best;
      }
    }
  }
  return distance;
}
