import type { Size } from '../../geometry/types.js';
import type { Pacer } from '../slices.js';
import { DOUBT, SHARES, kinshipOf } from './color-model.js';
import type { ColorClusters, ColorShares } from './color-model.js';

/** Cells along the longer side of the crop; a window is about three of them wide. */
const CELLS = 8;
/** How much the whole crop counts beside a window, as a share of a cell's pixels. */
const ELSEWHERE = 0.5;
/** Clusters between two looks at the clock. */
const CLUSTERS_IN_A_ROW = 8;

/** Windows over a crop: nodes of a coarse grid, `size` pixels apart. */
interface Grid {
  readonly columns: number;
  readonly nodes: number;
  readonly size: number;
}

/** How often each cluster was seen: in each window (cluster by cluster, node by node), and everywhere. */
interface Census {
  readonly seen: Float32Array;
  /** All clusters of a window together. */
  readonly inWindow: Float32Array;
  readonly everywhere: Float64Array;
}

/**
 * For each pixel the logarithm of how much likelier its colour is on the object than around it, judged by what is seen nearby, and
 * where that is little, by the whole crop.
 *
 * The same grey may be a coat here and a wall over there. And a thing behind that reaches out of the box is known by its part outside.
 * `objectness` says for each pixel how much it belongs to the object, 0 to 1.
 */
export async function localColorEvidence(
  clusters: ColorClusters,
  shares: ColorShares,
  { width, height }: Size,
  objectness: Float32Array,
  pacer: Pacer,
): Promise<Float32Array> {
  const size = Math.max(width, height) / CELLS;
  const columns = Math.ceil(width / size) + 1;
  const grid = { columns, nodes: columns * (Math.ceil(height / size) + 1), size };
  const inside = takeCensus(clusters, shares, width, grid, objectness);
  await pacer.rest();
  const around = takeCensus(
    clusters,
    shares,
    width,
    grid,
    objectness.map((value) => 1 - value),
  );
  await pacer.rest();
  const kinship = kinshipOf(clusters);
  const evidence = new Float32Array(clusters.count * grid.nodes);
  await pacer.spans(clusters.count, CLUSTERS_IN_A_ROW, (from, to) => {
    for (let k = from; k < to; k++) {
      const likely = shareInWindows(inside, grid, kinship, k);
      const unlikely = shareInWindows(around, grid, kinship, k);
      for (let node = 0; node < grid.nodes; node++) {
        evidence[k * grid.nodes + node] = Math.log((likely[node] + DOUBT) / (unlikely[node] + DOUBT));
      }
    }
  });
  return readOut(evidence, shares, { width, height }, grid);
}

function takeCensus(
  { count }: ColorClusters,
  { cluster, share }: ColorShares,
  width: number,
  grid: Grid,
  weights: Float32Array,
): Census {
  const { columns, nodes, size } = grid;
  const seen = new Float32Array(count * nodes);
  const everywhere = new Float64Array(count);
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    const node = Math.round(Math.floor(i / width) / size) * columns + Math.round((i % width) / size);
    for (let s = i * SHARES; s < (i + 1) * SHARES; s++) {
      const weight = share[s] * weights[i];
      seen[cluster[s] * nodes + node] += weight;
      everywhere[cluster[s]] += weight;
    }
  }
  const inWindow = new Float32Array(nodes);
  for (let k = 0; k < count; k++) {
    const map = seen.subarray(k * nodes, (k + 1) * nodes);
    blur(map, columns);
    for (let node = 0; node < nodes; node++) inWindow[node] += map[node];
  }
  return { seen, inWindow, everywhere };
}

/** A 1-2-1 kernel in both directions; beyond the border nothing was seen. */
function blur(map: Float32Array, columns: number) {
  const across = map.map((value, i) => {
    const before = i % columns > 0 ? map[i - 1] : 0;
    const after = i % columns < columns - 1 ? map[i + 1] : 0;
    return before + 2 * value + after;
  });
  for (let i = 0; i < map.length; i++) {
    const above = i >= columns ? across[i - columns] : 0;
    const below = i + columns < map.length ? across[i + columns] : 0;
    map[i] = (above + 2 * across[i] + below) / 16;
  }
}

/** What share of each window has about the colour of a cluster. */
function shareInWindows(
  { seen, inWindow, everywhere }: Census,
  { nodes, size }: Grid,
  kinship: Float32Array,
  of: number,
): Float32Array {
  const shares = new Float32Array(nodes);
  let total = 0;
  let overall = 0;
  for (let k = 0; k < everywhere.length; k++) {
    total += everywhere[k];
    const kin = kinship[of * everywhere.length + k];
    if (kin === 0) continue;
    overall += kin * everywhere[k];
    for (let node = 0; node < nodes; node++) shares[node] += kin * seen[k * nodes + node];
  }
  const elsewhere = ELSEWHERE * size * size;
  for (let node = 0; node < nodes; node++) {
    shares[node] = (shares[node] + (elsewhere * overall) / (total || 1)) / (inWindow[node] + elsewhere);
  }
  return shares;
}

/** Evidence of each pixel, from that of its clusters in the four windows around it. */
function readOut(
  evidence: Float32Array,
  { cluster, share }: ColorShares,
  { width, height }: Size,
  { columns, nodes, size }: Grid,
): Float32Array {
  const result = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    const row = Math.floor(y / size);
    const down = y / size - row;
    for (let x = 0; x < width; x++, i++) {
      const column = Math.floor(x / size);
      const along = x / size - column;
      const node = row * columns + column;
      for (let s = i * SHARES; s < (i + 1) * SHARES; s++) {
        const at = cluster[s] * nodes + node;
        const above = evidence[at] * (1 - along) + evidence[at + 1] * along;
        const below = evidence[at + columns] * (1 - along) + evidence[at + columns + 1] * along;
        result[i] += share[s] * (above * (1 - down) + below * down);
      }
    }
  }
  return result;
}
