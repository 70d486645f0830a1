import type { Pacer } from '../slices.js';
import type { LabImage } from './feature-image.js';

const CHANNELS = 3;
const ROUNDS = 2;

/**
 * How high the walls are between every pixel and the nearest seed: on the best way there, the range from the least to the greatest
 * value, summed over the three channels of Lab.
 *
 * Other than the length of a way along edges, this does not grow with distance or with texture: a wall behind an object stays one
 * thing to its far end. Found by raster sweeps for each channel by itself (Strand et al. 2013, Zhang et al. 2015); Infinity where there
 * are no seeds.
 */
export async function barrierDistances(
  { width, height, lab }: LabImage,
  seeds: Uint8Array,
  pacer: Pacer,
): Promise<Float32Array> {
  const count = width * height;
  const sum = new Float32Array(count);
  for (let channel = 0; channel < CHANNELS; channel++) {
    const value = Float32Array.from({ length: count }, (_, i) => lab[i * CHANNELS + channel]);
    const high = value.slice();
    const low = value.slice();
    const distance = Float32Array.from(seeds, (seed) => (seed ? 0 : Infinity));
    const relax = (at: number, from: number) => {
      const top = Math.max(high[from], value[at]);
      const bottom = Math.min(low[from], value[at]);
      if (distance[from] === Infinity || top - bottom >= distance[at]) return;
      distance[at] = top - bottom;
      high[at] = top;
      low[at] = bottom;
    };
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 0; at < count; at++) {
        if (at % width > 0) relax(at, at - 1);
        if (at >= width) relax(at, at - width);
      }
      await pacer.rest();
      for (let at = count - 1; at >= 0; at--) {
        if (at % width < width - 1) relax(at, at + 1);
        if (at + width < count) relax(at, at + width);
      }
      await pacer.rest();
    }
    for (let i = 0; i < count; i++) sum[i] += distance[i];
  }
  return sum;
}
