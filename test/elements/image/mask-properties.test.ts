import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import '../../../src/elements/crowd-instance-segmentation.js';
import { editRegions } from '../../../src/canvas/mask/region-edits.js';
import { mergeRecords, removeRecords, splitRecord, swapLabelAt } from '../../../src/canvas/mask/record-edits.js';
import type { MaskSession } from '../../../src/canvas/mask/mask-session.js';
import type { Point } from '../../../src/geometry/types.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom } from './mask-harness.js';
import { between, randomFrom } from '../../mask/support.js';

const WIDTH = 151;
const HEIGHT = 117;
const labels = ['Car', 'Bus', 'Tree', 'Person'];

const sessionOf = (task: AnnotatorHarness) => (task.element as unknown as { session: MaskSession }).session;

/** A picture with edges and noise, so that tools that look at it find something. */
const scene = () =>
  pngFrom(WIDTH, HEIGHT, (x, y) => {
    const isIn = Math.hypot(x - 60, y - 50) < 30 || (x > 100 && y > 70);
    const grain = ((x * 7919 + y * 104729) % 13) - 6;
    return isIn ? [40 + grain, 60 + grain, 120 + grain] : [210 + grain, 205 + grain, 190 + grain];
  });

/** Everything about a task that undo has to bring back. */
function stateOf(session: MaskSession): string {
  const { mask } = session.pixels;
  const records = session.store.snapshot.annotations.map(({ label, index, color, hidden, locked }) =>
    JSON.stringify({ label, index, color, hidden, locked }),
  );
  return `${records.join()}|${mask!.data.join('')}`;
}

/** A worker at random: presses, drags and commands of every kind, some of them cancelled. */
class RandomWorker {
  constructor(
    private readonly session: MaskSession,
    private readonly random: () => number,
  ) {}

  private pick<T>(list: readonly T[]): T {
    return list[between(this.random, 0, list.length)] as T;
  }

  private point(): Point {
    // Some presses miss the picture.
    return {
      x: between(this.random, -6, WIDTH + 6) + this.random(),
      y: between(this.random, -6, HEIGHT + 6) + this.random(),
    };
  }

  private input(point: Point) {
    const modifiers = { shift: this.random() < 0.15, alt: this.random() < 0.1, mod: false };
    return { point, modifiers, pointer: 'mouse', clicks: 1 } as const;
  }

  private async useTool(): Promise<void> {
    const { session } = this;
    const context = undefined as never;
    session.chooseTool(
      this.pick(['brush', 'eraser', 'polygon', 'lasso', 'rectangle', 'boundary', 'fill', 'reshape', 'pick']),
    );
    const { tool } = session;
    const presses = ['polygon', 'boundary', 'reshape'].includes(tool.id) ? between(this.random, 2, 6) : 1;
    for (let i = 0; i < presses; i++) {
      tool.press(context, this.input(this.point()));
      for (let move = between(this.random, 0, 5); move > 0; move--) tool.move(context, this.input(this.point()));
      tool.release(context, this.input(this.point()));
      // Undo and redo inside an unfinished gesture.
      if (tool.isBusy && this.random() < 0.2) session.store.undo();
      if (tool.isBusy && this.random() < 0.1) session.store.redo();
    }
    if (this.random() < 0.15) tool.cancel(context);
    else tool.finish(context);
    await session.work.idle();
    session.store.openStep?.commit();
  }

  private changeRegions(): void {
    const { session } = this;
    const ids = session.store.snapshot.annotations.map(({ id }) => id);
    if (!ids.length) return;
    const some = ids.filter(() => this.random() < 0.5);
    session.selection.set(some.length ? some : [this.pick(ids)]);
    session.options.change({ distance: between(this.random, 1, 7) });
    const [first] = [...session.selection.ids];
    switch (between(this.random, 0, 9)) {
      case 0:
        removeRecords(session, some);
        break;
      case 1:
        mergeRecords(session, some);
        break;
      case 2:
        splitRecord(session, first!);
        break;
      case 3:
        session.relabel(some, this.pick(labels));
        break;
      case 4:
        swapLabelAt(session, this.point());
        break;
      case 5:
        session.commands.find(({ id }) => id === 'lock')!.run();
        break;
      case 6:
        session.commands.find(({ id }) => id === 'hide')!.run();
        break;
      default:
        editRegions(session, this.pick(['fillHoles', 'removeIslands', 'grow', 'shrink', 'closeGaps'] as const));
    }
  }

  async act(): Promise<void> {
    const { session } = this;
    session.options.change({
      brushSize: between(this.random, 1, 40),
      brushShape: this.pick(['round', 'square'] as const),
      over: this.pick(['everything', 'everything', 'unlabelled'] as const),
      tolerance: between(this.random, 0, 60),
    });
    const kind = this.random();
    if (kind < 0.25) session.chooseLabel(this.pick(session.labels));
    if (kind < 0.1) session.addInstance(this.pick(session.labels));
    if (kind < 0.7) await this.useTool();
    else this.changeRegions();
    await session.work.idle();
  }
}

describe('whatever a worker does to a mask', () => {
  afterEach(closeTasks);

  for (const tag of ['semantic', 'instance'] as const) {
    it(`is taken back and done again to the last pixel: ${tag}`, async () => {
      const src = await scene();
      for (const seed of [1, 2, 3, 4]) {
        const session = sessionOf(await open(tag, { labels, src }));
        const worker = new RandomWorker(session, randomFrom(seed * 7 + tag.length));
        session.chooseLabel(session.labels[0]!);
        const { store } = session;
        const states = new Map([[0, stateOf(session)]]);
        for (let step = 0; step < 60; step++) {
          await worker.act();
          expect(store.openStep, `seed ${seed}, step ${step}`).to.equal(undefined);
          states.set(store.history.length, stateOf(session));
        }
        const steps = store.history.length;
        expect(steps, 'steps that changed something').to.be.greaterThan(15);
        for (let left = steps; left >= 0; left--) {
          const where = `seed ${seed}, ${store.history.at(-1)?.name ?? 'start'}, step ${left} of ${steps}`;
          if (states.has(left)) expect(stateOf(session) === states.get(left), `undone to ${where}`).to.equal(true);
          store.undo();
        }
        expect(session.pixels.mask!.data.every((index) => index === 0)).to.equal(true);
        expect(session.pixels.unlabelledShare).to.equal(1);
        for (let done = 0; done <= steps; done++) {
          if (states.has(done)) {
            expect(stateOf(session) === states.get(done), `seed ${seed}, redone to step ${done}`).to.equal(true);
          }
          store.redo();
        }
        closeTasks();
      }
    });
  }
});

/** What a worker does within a moment; nothing of it looks at what came of the things before. */
function hastyAct(session: MaskSession, random: () => number): void {
  const pick = <T>(list: readonly T[]) => list[between(random, 0, list.length)] as T;
  const context = undefined as never;
  const input = () => ({
    point: { x: between(random, 0, WIDTH) + random(), y: between(random, 0, HEIGHT) + random() },
    modifiers: { shift: false, alt: false, mod: false },
    pointer: 'mouse' as const,
    clicks: 1,
  });
  const kind = random();
  if (kind < 0.2) session.chooseLabel(pick(session.labels));
  else if (kind < 0.4) session.chooseTool(pick(['brush', 'eraser', 'rectangle', 'lasso', 'fill']));
  else if (kind < 0.75) {
    const { tool } = session;
    tool.press(context, input());
    for (let move = between(random, 1, 6); move > 0; move--) tool.move(context, input());
    tool.release(context, input());
  } else editRegions(session, pick(['fillHoles', 'removeIslands', 'grow', 'shrink', 'closeGaps'] as const));
}

describe('a worker in haste', () => {
  afterEach(closeTasks);

  it('gets the same mask and the same history as one who waits for every command', async () => {
    const src = await scene();
    for (const seed of [1, 2, 3]) {
      const states: string[] = [];
      for (const isHasty of [false, true]) {
        const session = sessionOf(await open('semantic', { labels, src }));
        const { engine, work, store } = session;
        for (const label of session.labels) {
          session.chooseLabel(label);
          session.tool.press(undefined as never, {
            point: { x: 20 + label.index * 30, y: 60 },
            modifiers: { shift: false, alt: false, mod: false },
            pointer: 'mouse',
            clicks: 1,
          });
          session.tool.release(undefined as never, {} as never);
        }
        let waited = 0;
        for (const name of ['regions', 'flood'] as const) {
          const ask = engine[name].bind(engine) as (...args: unknown[]) => Promise<never>;
          engine[name] = async (...args: unknown[]) => {
            await new Promise((resolve) => setTimeout(resolve, 2));
            return ask(...args);
          };
        }
        const random = randomFrom(seed);
        for (let step = 0; step < 80; step++) {
          hastyAct(session, random);
          if (work.isBusy) waited++;
          if (!isHasty) await work.idle();
          else if (step % 7 === 0) await new Promise((resolve) => setTimeout(resolve, step % 5));
        }
        await work.idle();
        expect(waited).to.be.greaterThan(isHasty ? 40 : 5);
        states.push(`${store.history.map(({ name }) => name).join()}|${stateOf(session)}`);
        while (store.undo());
        expect(session.pixels.mask!.data.every((index) => index === 0)).to.equal(true);
        closeTasks();
      }
      expect(states[0] === states[1], `seed ${seed}`).to.equal(true);
    }
  });
});

describe('answers of random masks', () => {
  afterEach(closeTasks);

  const hex = (color: string) =>
    [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)) as [number, number, number];

  it('hold every pixel, at every bit depth and size, quickly and well compressed', async () => {
    const random = randomFrom(99);
    for (const [width, height, count] of [
      [1, 1, 1],
      [7, 5, 2],
      [33, 70, 4],
      [257, 256, 16],
      [300, 19, 20],
    ] as const) {
      const names = Array.from({ length: count }, (_, i) => `label ${i}`);
      const colors = sessionOf(await open('semantic', { labels: names })).labels.map(({ color }) => color);
      closeTasks();
      const wanted = Array.from({ length: width * height }, () => between(random, 0, count + 1));
      const src = await pngFrom(width, height, (x, y) => {
        const index = wanted[y * width + x]!;
        return index ? hex(colors[index - 1]!) : undefined;
      });
      const task = await open('semantic', {
        labels: names,
        width,
        height,
        initialValue: { src, labelMappings: Object.fromEntries(names.map((name, i) => [name, { color: colors[i] }])) },
      });
      const element = task.element as unknown as { pictureReady: Promise<void>; prepareAnswer(): Promise<void> };
      await element.pictureReady;
      for (const prepare of [false, true]) {
        if (prepare) await element.prepareAnswer();
        const mask = await decode(maskOf(task).labeledImage.pngImageData);
        expect([mask.width, mask.height, mask.translucent]).to.deep.equal([width, height, 0]);
        const wrong = wanted.findIndex(
          (index, i) => mask.at(i % width, Math.floor(i / width)) !== (index ? colors[index - 1] : ''),
        );
        expect(wrong, `${width} x ${height}, ${count} labels: first wrong pixel`).to.equal(-1);
      }
      closeTasks();
    }
  });
});
