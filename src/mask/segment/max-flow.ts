/** Neighbours of a node: east, west, south, north and the four diagonals; the opposite of direction d is d ^ 1. */
export const DIRECTIONS = 8;

/** Column steps of the directions. */
export const STEP_X = [1, -1, 0, 0, 1, -1, -1, 1] as const;

/** Row steps of the directions. */
export const STEP_Y = [0, 0, 1, -1, 1, -1, 1, -1] as const;

/** The neighbour of every node in every direction, or -1: a full grid of pixels, row by row. */
export function gridNeighbours(width: number, height: number): Int32Array {
  const neighbours = new Int32Array(width * height * DIRECTIONS);
  for (let y = 0, node = 0; y < height; y++) {
    for (let x = 0; x < width; x++, node++) {
      for (let d = 0; d < DIRECTIONS; d++) {
        const nx = x + STEP_X[d];
        const ny = y + STEP_Y[d];
        const isInside = nx >= 0 && ny >= 0 && nx < width && ny < height;
        neighbours[node * DIRECTIONS + d] = isInside ? ny * width + nx : -1;
      }
    }
  }
  return neighbours;
}

const FREE = 0;
const SOURCE = 1;
const SINK = 2;

const NO_PARENT = -1;
const TERMINAL = 8;
const ORPHAN = 9;

/**
 * Minimum cut between two terminals on a graph whose nodes have up to eight neighbours.
 *
 * The algorithm of Boykov and Kolmogorov (2004): two search trees that are kept from one augmenting path to the next, which on
 * picture grids is quicker than push-relabel. Capacities are whole numbers, so the result is the same on every machine.
 */
export class MaxFlow {
  /** Remaining capacity of each node in each direction; filled by the caller before `solve`. */
  readonly capacity: Int32Array;
  /** Capacity from the source where positive, to the sink where negative. */
  readonly terminal: Int32Array;

  private readonly tree: Uint8Array;
  private readonly parent: Int8Array;
  private readonly distance: Int32Array;
  private readonly stamp: Int32Array;
  private readonly nextActive: Int32Array;
  private readonly orphans: number[] = [];
  private firstActive = -1;
  private lastActive = -1;
  private time = 0;
  private isStarted = false;
  private growing = -1;

  constructor(
    readonly count: number,
    private readonly neighbours: Int32Array,
  ) {
    this.capacity = new Int32Array(count * DIRECTIONS);
    this.terminal = new Int32Array(count);
    this.tree = new Uint8Array(count);
    this.parent = new Int8Array(count).fill(NO_PARENT);
    this.distance = new Int32Array(count);
    this.stamp = new Int32Array(count);
    // A node in the queue points to the next one, the last one to itself; -1 means not queued.
    this.nextActive = new Int32Array(count).fill(-1);
  }

  /** Works on for at most so many augmentations; true when the cut is found. */
  solve(maxPaths = Infinity): boolean {
    if (!this.isStarted) this.start();
    let paths = 0;
    let node = this.growing;
    for (;;) {
      if (node < 0 || this.tree[node] === FREE) {
        node = this.takeActive();
        if (node < 0) {
          this.growing = -1;
          return true;
        }
      }
      const edge = this.grow(node);
      if (edge < 0) {
        node = -1;
        continue;
      }
      this.time++;
      this.augment(edge);
      this.adopt();
      if (++paths >= maxPaths) {
        this.growing = node;
        return false;
      }
    }
  }

  /** Whether the node lies on the source's side of the cut. Nodes that no terminal reaches count as sink. */
  isSource(node: number): boolean {
    return this.tree[node] === SOURCE;
  }

  private start() {
    this.isStarted = true;
    for (let node = 0; node < this.count; node++) {
      if (this.terminal[node] === 0) continue;
      this.tree[node] = this.terminal[node] > 0 ? SOURCE : SINK;
      this.parent[node] = TERMINAL;
      this.distance[node] = 1;
      this.activate(node);
    }
  }

  private activate(node: number) {
    if (this.nextActive[node] >= 0) return;
    if (this.lastActive >= 0) this.nextActive[this.lastActive] = node;
    else this.firstActive = node;
    this.lastActive = node;
    this.nextActive[node] = node;
  }

  private takeActive(): number {
    while (this.firstActive >= 0) {
      const node = this.firstActive;
      const next = this.nextActive[node];
      this.firstActive = next === node ? -1 : next;
      if (next === node) this.lastActive = -1;
      this.nextActive[node] = -1;
      if (this.parent[node] !== NO_PARENT) return node;
    }
    return -1;
  }

  /** Extends a tree from an active node; returns the edge (node * 8 + direction) from source tree to sink tree, or -1. */
  private grow(node: number): number {
    const { tree, neighbours, capacity } = this;
    const own = tree[node];
    const base = node * DIRECTIONS;
    for (let d = 0; d < DIRECTIONS; d++) {
      const other = neighbours[base + d];
      if (other < 0) continue;
      const room = own === SOURCE ? capacity[base + d] : capacity[other * DIRECTIONS + (d ^ 1)];
      if (room === 0) continue;
      if (tree[other] === FREE) {
        tree[other] = own;
        this.parent[other] = d ^ 1;
        this.stamp[other] = this.stamp[node];
        this.distance[other] = this.distance[node] + 1;
        this.activate(other);
      } else if (tree[other] !== own) {
        return own === SOURCE ? base + d : other * DIRECTIONS + (d ^ 1);
      } else if (this.stamp[other] <= this.stamp[node] && this.distance[other] > this.distance[node]) {
        // A shorter way to the terminal keeps later paths short.
        this.parent[other] = d ^ 1;
        this.stamp[other] = this.stamp[node];
        this.distance[other] = this.distance[node] + 1;
      }
    }
    return -1;
  }

  private augment(edge: number) {
    const { capacity, neighbours, parent, terminal } = this;
    const sourceEnd = Math.floor(edge / DIRECTIONS);
    const sinkEnd = neighbours[edge];
    let flow = capacity[edge];
    for (let node = sourceEnd; ;) {
      const up = parent[node];
      if (up === TERMINAL) {
        flow = Math.min(flow, terminal[node]);
        break;
      }
      const above = neighbours[node * DIRECTIONS + up];
      flow = Math.min(flow, capacity[above * DIRECTIONS + (up ^ 1)]);
      node = above;
    }
    for (let node = sinkEnd; ;) {
      const up = parent[node];
      if (up === TERMINAL) {
        flow = Math.min(flow, -terminal[node]);
        break;
      }
      flow = Math.min(flow, capacity[node * DIRECTIONS + up]);
      node = neighbours[node * DIRECTIONS + up];
    }
    capacity[edge] -= flow;
    capacity[sinkEnd * DIRECTIONS + ((edge & 7) ^ 1)] += flow;
    for (let node = sourceEnd; ;) {
      const up = parent[node];
      if (up === TERMINAL) {
        terminal[node] -= flow;
        if (terminal[node] === 0) this.orphan(node);
        break;
      }
      const above = neighbours[node * DIRECTIONS + up];
      const down = above * DIRECTIONS + (up ^ 1);
      capacity[node * DIRECTIONS + up] += flow;
      capacity[down] -= flow;
      if (capacity[down] === 0) this.orphan(node);
      node = above;
    }
    for (let node = sinkEnd; ;) {
      const up = parent[node];
      if (up === TERMINAL) {
        terminal[node] += flow;
        if (terminal[node] === 0) this.orphan(node);
        break;
      }
      const above = neighbours[node * DIRECTIONS + up];
      capacity[node * DIRECTIONS + up] -= flow;
      capacity[above * DIRECTIONS + (up ^ 1)] += flow;
      if (capacity[node * DIRECTIONS + up] === 0) this.orphan(node);
      node = above;
    }
  }

  private orphan(node: number) {
    this.parent[node] = ORPHAN;
    this.orphans.push(node);
  }

  /** Finds new parents for nodes that lost theirs; nodes without one become free. */
  private adopt() {
    const { orphans, tree, neighbours, capacity, parent } = this;
    // First in, first out, and the list grows meanwhile: parents are settled before their children.
    for (const node of orphans) {
      const own = tree[node];
      const base = node * DIRECTIONS;
      let best = -1;
      let bestDistance = Infinity;
      for (let d = 0; d < DIRECTIONS; d++) {
        const other = neighbours[base + d];
        if (other < 0 || tree[other] !== own) continue;
        const room = own === SOURCE ? capacity[other * DIRECTIONS + (d ^ 1)] : capacity[base + d];
        if (room === 0 || parent[other] === NO_PARENT) continue;
        const distance = this.distanceToTerminal(other);
        if (distance < bestDistance) {
          best = d;
          bestDistance = distance;
        }
      }
      if (best >= 0) {
        parent[node] = best;
        this.stamp[node] = this.time;
        this.distance[node] = bestDistance + 1;
        continue;
      }
      parent[node] = NO_PARENT;
      tree[node] = FREE;
      for (let d = 0; d < DIRECTIONS; d++) {
        const other = neighbours[base + d];
        if (other < 0 || tree[other] !== own) continue;
        const room = own === SOURCE ? capacity[other * DIRECTIONS + (d ^ 1)] : capacity[base + d];
        if (room > 0) this.activate(other);
        if (parent[other] === (d ^ 1)) this.orphan(other);
      }
    }
    orphans.length = 0;
  }

  /** Steps up to the terminal; Infinity when the way ends in an orphan. Remembers what it found for this augmentation. */
  private distanceToTerminal(from: number): number {
    const { parent, neighbours, stamp, distance, time } = this;
    let steps = 0;
    let node = from;
    for (;;) {
      if (stamp[node] === time) {
        steps += distance[node];
        break;
      }
      const up = parent[node];
      steps++;
      if (up === TERMINAL) {
        stamp[node] = time;
        distance[node] = 1;
        break;
      }
      if (up === ORPHAN || up === NO_PARENT) return Infinity;
      node = neighbours[node * DIRECTIONS + up];
    }
    let rest = steps;
    for (let at = from; stamp[at] !== time; at = neighbours[at * DIRECTIONS + parent[at]]) {
      stamp[at] = time;
      distance[at] = rest--;
    }
    return steps;
  }
}
