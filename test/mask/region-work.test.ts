import { expect } from 'chai';
import type { EngineReply, EngineRequest } from '../../src/mask/engine/engine-messages.js';
import { LocalEngine } from '../../src/mask/engine/mask-engine.js';
import { RemoteEngine } from '../../src/mask/engine/remote-engine.js';
import { serveEngine } from '../../src/mask/engine/serve-engine.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import type { RegionTask } from '../../src/mask/region-work.js';
import { connectedComponents, gapsIn, growRuns, holesIn, islandsIn, shrinkRuns } from '../../src/mask/regions.js';
import { packMask } from '../../src/mask/rle.js';
import { areaOfRuns, combineRuns, runsContain, runsOfIndex, type Runs } from '../../src/mask/runs.js';
import { between, randomFrom, randomMask } from './support.js';

/** An engine behind messages, each one cloned as a worker would. */
function remoteEngine(): RemoteEngine {
  const serve = serveEngine(new LocalEngine(), (reply: EngineReply) => {
    queueMicrotask(() => remote.receive(structuredClone(reply)));
  });
  const remote = new RemoteEngine((request: EngineRequest) => queueMicrotask(() => serve(structuredClone(request))));
  return remote;
}

/** The answer from pixels, all at once. */
function direct(mask: IndexMask, task: RegionTask): Runs[] {
  const runs = runsOfIndex(mask, task.index);
  const free = runsOfIndex(mask, 0);
  switch (task.what) {
    case 'holes':
      return [holesIn(runs)];
    case 'islands':
      return [islandsIn(runs, task.leastArea)];
    case 'growth':
      return [combineRuns(combineRuns(growRuns(runs, task.distance, mask), runs, 'minus'), free, 'and')];
    case 'rim':
      return [combineRuns(runs, shrinkRuns(runs, task.distance, mask), 'minus')];
    case 'gaps':
      return [combineRuns(gapsIn(runs, task.distance, mask), free, 'and')];
    case 'parts':
      return connectedComponents(runs, 8)
        .sort((a, b) => b.area - a.area)
        .map((part) => part.runs);
    case 'part': {
      const [x, y] = [Math.floor(task.at.x), Math.floor(task.at.y)];
      const parts = connectedComponents(runs, 4).map((part) => part.runs);
      return [parts.find((part) => runsContain(part, x, y)) ?? new Int32Array(0)];
    }
  }
}

function randomTask(random: () => number, { width, height }: IndexMask): RegionTask {
  const index = between(random, 1, 4);
  const distance = between(random, 1, 9);
  const at = { x: random() * width, y: random() * height };
  const what = (['holes', 'islands', 'growth', 'rim', 'gaps', 'parts', 'part'] as const)[between(random, 0, 7)];
  if (what === 'islands') return { what, index, leastArea: between(random, 1, 60) };
  if (what === 'growth' || what === 'rim' || what === 'gaps') return { what, index, distance };
  return what === 'part' ? { what, index, at } : { what, index };
}

describe('work on regions', () => {
  it('finds in slices, on the page and in a worker, what is found at once from pixels', async () => {
    const random = randomFrom(44);
    const [local, remote] = [new LocalEngine(), remoteEngine()];
    let found = 0;
    for (let round = 0; round < 150; round++) {
      const mask = randomMask(random, between(random, 1, 330), between(random, 1, 300), round % 10 === 0 ? 300 : 3);
      const task = randomTask(random, mask);
      const expected = direct(mask, task);
      const packed = packMask(mask);
      expect(await local.regions(packed, task), `round ${round}, ${task.what}`).to.deep.equal(expected);
      expect(await remote.regions(packed, task), `round ${round}, ${task.what}`).to.deep.equal(expected);
      if (expected.some((runs) => areaOfRuns(runs) > 0)) found++;
    }
    expect(found).to.be.greaterThan(60);
  });

  it('ends when it is aborted', async () => {
    const random = randomFrom(1);
    const mask = packMask(randomMask(random, 3000, 3000, 3));
    const stop = new AbortController();
    const working = new LocalEngine().regions(mask, { what: 'gaps', index: 1, distance: 5 }, stop.signal);
    stop.abort(new Error('enough'));
    let message = '';
    await working.catch((error: Error) => (message = error.message));
    expect(message).to.equal('enough');
  });
});
