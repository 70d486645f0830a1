import { expect } from 'chai';
import { DIRECTIONS, MaxFlow, gridNeighbours } from '../../src/mask/segment/max-flow.js';
import { between, randomFrom } from './support.js';

describe('minimum cut', () => {
  it('is as cheap as the best of all cuts', () => {
    const random = randomFrom(3);
    for (let round = 0; round < 150; round++) {
      const width = between(random, 1, 5);
      const height = between(random, 1, 4);
      const { neighbours, capacity, terminal } = randomGraph(random, width, height);
      const flow = graphOf(neighbours, capacity, terminal);
      flow.solve();
      const found = costOf(neighbours, capacity, terminal, (node) => flow.isSource(node));
      let best = Infinity;
      for (let cut = 0; cut < 1 << (width * height); cut++) {
        best = Math.min(
          best,
          costOf(neighbours, capacity, terminal, (node) => (cut & (1 << node)) !== 0),
        );
      }
      expect(found, `round ${round}`).to.equal(best);
    }
  });

  it('is the same when it is found in slices', () => {
    const random = randomFrom(4);
    const { neighbours, capacity, terminal } = randomGraph(random, 40, 30);
    const whole = graphOf(neighbours, capacity, terminal);
    whole.solve();
    const sliced = graphOf(neighbours, capacity, terminal);
    let slices = 0;
    while (!sliced.solve(7)) slices++;
    expect(slices).to.be.above(5);
    for (let node = 0; node < 1200; node++) expect(sliced.isSource(node)).to.equal(whole.isSource(node));
  });
});

function randomGraph(random: () => number, width: number, height: number) {
  const neighbours = gridNeighbours(width, height);
  const capacity = Int32Array.from(neighbours, (to) => (to < 0 ? 0 : between(random, 0, 6)));
  const terminal = Int32Array.from({ length: width * height }, () => between(random, -9, 10));
  return { neighbours, capacity, terminal };
}

function graphOf(neighbours: Int32Array, capacity: Int32Array, terminal: Int32Array): MaxFlow {
  const flow = new MaxFlow(terminal.length, neighbours);
  flow.capacity.set(capacity);
  flow.terminal.set(terminal);
  return flow;
}

function costOf(
  neighbours: Int32Array,
  capacity: Int32Array,
  terminal: Int32Array,
  isSource: (node: number) => boolean,
) {
  let cost = 0;
  terminal.forEach((value, node) => {
    cost += isSource(node) ? Math.max(0, -value) : Math.max(0, value);
  });
  neighbours.forEach((to, edge) => {
    if (to >= 0 && isSource(Math.floor(edge / DIRECTIONS)) && !isSource(to)) cost += capacity[edge];
  });
  return cost;
}
