import { expect } from 'chai';
import type { Bounds, Point } from '../../src/geometry/types.js';
import { floodByColor, type RgbaImage } from '../../src/mask/flood.js';
import { fullBounds } from '../../src/mask/index-mask.js';
import { dab, fillPolygon } from '../../src/mask/raster.js';
import { connectedComponents, shiftRuns } from '../../src/mask/regions.js';
import { areaOfRuns, bitmapOfRuns, boundsOfRuns, combineRuns, rasterise, runsContain } from '../../src/mask/runs.js';
import type { Runs } from '../../src/mask/runs.js';
import { BuiltInSegmenter } from '../../src/mask/segment/built-in-segmenter.js';
import { boundaryTo, searchBoundary } from '../../src/mask/segment/livewire.js';
import { memoryImage } from '../../src/mask/segment/segmenter.js';
import type { ImageSource, SegmentPrompt, Segmenter } from '../../src/mask/segment/segmenter.js';
import { superpixelAt, superpixels } from '../../src/mask/segment/slic.js';
import type { EngineReply, EngineRequest } from '../../src/mask/engine/engine-messages.js';
import { LocalEngine, type MaskEngine } from '../../src/mask/engine/mask-engine.js';
import { RemoteEngine } from '../../src/mask/engine/remote-engine.js';
import { serveEngine } from '../../src/mask/engine/serve-engine.js';
import { randomFrom } from './support.js';

describe('auto-segment', () => {
  const size = { width: 240, height: 180 };
  const star = rasterise((sink) => fillPolygon([starPoints(120, 90, 70, 38)], sink), size);
  const picture = paint(size, star, [190, 120, 60], [70, 100, 120]);

  it('finds an object from four extreme points in any order', async () => {
    const points = extremePoints(star);
    for (const extremes of [points, [points[2], points[0], points[3], points[1]]]) {
      const found = await segment(picture, { extremes });
      expect(overlap(found, star)).to.be.above(0.95);
    }
  });

  it('finds it from a box as well, dragged from any corner', async () => {
    const { left, top, right, bottom } = boundsOfRuns(star);
    const box = { left: right, top: bottom, right: left, bottom: top };
    expect(overlap(await segment(picture, { box }), star)).to.be.above(0.9);
  });

  it('finds an object that fills the picture', async () => {
    const full = rasterise((sink) => fillPolygon([starPoints(120, 90, 118, 60)], sink), size);
    const filled = paint(size, full, [112, 108, 100], [100, 100, 100]);
    const found = await segment(filled, {
      extremes: [
        { x: 120, y: 0 },
        { x: 240, y: 54 },
        { x: 120, y: 180 },
        { x: 0, y: 54 },
      ],
    });
    expect(overlap(found, full)).to.be.above(0.9);
  });

  it('gives the same mask each time', async () => {
    const extremes = extremePoints(star);
    expect(await segment(picture, { extremes })).to.deep.equal(await segment(picture, { extremes }));
  });

  it('obeys corrections at the clicked pixel', async () => {
    const extremes = extremePoints(star);
    const exclude = [{ x: 120.5, y: 90.5 }];
    const include = [{ x: 60.5, y: 40.5 }];
    const found = await segment(picture, { extremes, include, exclude });
    expect(runsContain(found, 120, 90)).to.equal(false);
    expect(runsContain(found, 60, 40)).to.equal(true);
  });

  it('takes in a part that an included point names, and leaves out one that an excluded point names', async () => {
    const wide = { width: 300, height: 200 };
    const body = rasterise((sink) => dab({ x: 120, y: 100 }, { shape: 'round', size: 100 }, sink), wide);
    const knob = rasterise((sink) => dab({ x: 140, y: 85 }, { shape: 'round', size: 36 }, sink), wide);
    const image = paint(wide, body, [200, 60, 60], [90, 95, 90]);
    const spotted = over(image, knob, [92, 96, 91]);
    const extremes = extremePoints(body);
    const included = await segment(spotted, { extremes, include: [{ x: 140, y: 85 }] });
    expect(overlap(included, body)).to.be.above(0.95);
    const excluded = await segment(spotted, { extremes, exclude: [{ x: 140, y: 85 }] });
    expect(overlap(excluded, combineRuns(body, knob, 'minus'))).to.be.above(0.9);
  });

  it('takes what shows the ground inside an object for its window, and an opening when a click says so', async () => {
    const wide = { width: 300, height: 200 };
    const body = rasterise((sink) => fillPolygon([rectangle(60, 40, 240, 160)], sink), wide);
    const window = rasterise((sink) => fillPolygon([rectangle(90, 60, 150, 110)], sink), wide);
    const image = over(paint(wide, body, [200, 60, 60], [90, 95, 90]), window, [92, 96, 91]);
    const extremes = extremePoints(body);
    expect(overlap(await segment(image, { extremes }), body)).to.be.above(0.95);
    const opened = await segment(image, { extremes, exclude: [{ x: 120, y: 85 }] });
    expect(overlap(opened, combineRuns(body, window, 'minus'))).to.be.above(0.95);
  });

  it('keeps edges exact on a picture much larger than its working size', async () => {
    const large = { width: 1600, height: 1200 };
    const disc = rasterise((sink) => dab({ x: 800, y: 600 }, { shape: 'round', size: 900 }, sink), large);
    const found = await segment(paint(large, disc, [60, 150, 70], [150, 140, 130]), { extremes: extremePoints(disc) });
    expect(overlap(found, disc)).to.be.above(0.99);
  });

  it('bears any prompt', async () => {
    for (const { width, height } of [
      { width: 1, height: 1 },
      { width: 2, height: 40 },
      { width: 60, height: 50 },
    ]) {
      const whole = { width, height };
      const image = paint(whole, new Int32Array(0), [0, 0, 0], [128, 128, 128]);
      const corner = { x: 0, y: 0 };
      const far = { x: width, y: height };
      const prompts: Partial<SegmentPrompt>[] = [
        {},
        { extremes: [corner] },
        { extremes: [corner, corner, corner, corner] },
        { extremes: [corner, far] },
        {
          extremes: [
            { x: -50, y: -50 },
            { x: 500, y: 900 },
          ],
        },
        { extremes: [corner, { x: width, y: 0 }] },
        { box: { left: 5, top: 5, right: 5, bottom: 5 } },
        { box: { left: 900, top: 900, right: 950, bottom: 950 } },
        { extremes: [corner, far], include: [{ x: -9, y: 2 }, far], exclude: [{ x: 900, y: 900 }, corner] },
      ];
      for (const prompt of prompts) {
        const found = await segment(image, prompt);
        const clipped = bitmapOfRuns(found, fullBounds(whole)).reduce((sum, value) => sum + value, 0);
        expect(areaOfRuns(found), JSON.stringify(prompt)).to.equal(clipped);
      }
    }
  });

  it('ends when it is aborted, and before it begins', async () => {
    const controller = new AbortController();
    const segmenter = new BuiltInSegmenter();
    await segmenter.prepare(slowly(memoryImage(picture), () => controller.abort(new Error('enough'))));
    const prompt = { extremes: extremePoints(star), include: [], exclude: [] };
    expect((await failure(segmenter.segment(prompt, controller.signal))).message).to.equal('enough');
    expect((await failure(segmenter.segment(prompt, controller.signal))).message).to.equal('enough');
    expect(areaOfRuns(await segmenter.segment(prompt))).to.be.above(1000);
  });

  it('gives the same mask through the messages of a worker', async () => {
    const extremes = extremePoints(star);
    const remote = connect(new BuiltInSegmenter());
    await remote.prepare(memoryImage(picture));
    const prompt = { extremes, include: [], exclude: [] };
    expect(await remote.segment(prompt)).to.deep.equal(await segment(picture, { extremes }));
  });
});

describe('a segmenter behind messages', () => {
  const image = memoryImage({ width: 4, height: 4, data: new Uint8Array(64) });
  const prompt: SegmentPrompt = { extremes: [], include: [], exclude: [] };

  it('reports failures, also of reading pixels', async () => {
    const broken: Segmenter = {
      prepare: async (source) => void (await source.read(fullBounds(source), 4)),
      segment: async () => Promise.reject(new Error('no model')),
    };
    const remote = connect(broken);
    const tainted = { ...image, read: () => Promise.reject(new Error('tainted canvas')) };
    expect((await failure(remote.prepare(tainted))).message).to.equal('tainted canvas');
    expect((await failure(remote.segment(prompt))).message).to.equal('no model');
  });

  it('passes an abort on', async () => {
    let wasAborted = false;
    const remote = connect({
      prepare: async () => undefined,
      segment: (_prompt, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => {
            wasAborted = true;
            reject(signal.reason as Error);
          });
        }),
    });
    const controller = new AbortController();
    const running = remote.segment(prompt, controller.signal);
    await Promise.resolve();
    controller.abort(new Error('changed my mind'));
    expect((await failure(running)).message).to.equal('changed my mind');
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(wasAborted).to.equal(true);
  });

  it('ends all calls when the worker has died', async () => {
    const remote = connect({ prepare: async () => undefined, segment: () => new Promise(() => undefined) });
    const running = remote.segment(prompt);
    remote.close(new Error('gone'));
    expect((await failure(running)).message).to.equal('gone');
  });
});

describe('superpixels', () => {
  it('are connected, cover everything, and keep to edges', async () => {
    const size = { width: 120, height: 90 };
    const disc = rasterise((sink) => dab({ x: 60, y: 45 }, { shape: 'round', size: 60 }, sink), size);
    const patches = await superpixels(paint(size, disc, [200, 80, 60], [60, 90, 130]), { size: 12 });
    expect(patches.count).to.be.within(40, 140);
    const seen = new Uint8Array(size.width * size.height);
    let crossing = 0;
    for (let label = 0; label < patches.count; label++) {
      const at = patches.labels.indexOf(label);
      const patch = superpixelAt(patches, { x: at % size.width, y: Math.floor(at / size.width) });
      expect(connectedComponents(patch, 4)).to.have.length(1);
      const inside = areaOfRuns(combineRuns(patch, disc, 'and'));
      crossing += Math.min(inside, areaOfRuns(patch) - inside);
      bitmapOfRuns(patch, fullBounds(size)).forEach((value, i) => (seen[i] += value));
    }
    expect(seen.every((value) => value === 1)).to.equal(true);
    expect(crossing).to.be.below(size.width * size.height * 0.02);
  });

  it('cut alike where two parts of a picture overlap', async () => {
    const random = randomFrom(5);
    const size = { width: 160, height: 80 };
    const data = Uint8ClampedArray.from({ length: 160 * 80 * 4 }, (_, i) => {
      const [x, y] = [(i >> 2) % 160, Math.floor((i >> 2) / 160)];
      return 128 + 60 * Math.sin(x / 9 + (i & 3)) * Math.cos(y / 11) + (random() - 0.5) * 8;
    });
    const picture = memoryImage({ ...size, data });
    const cut = async (left: number, right: number) =>
      superpixels(await picture.read({ left, top: 0, right, bottom: 80 }, Infinity), { size: 10 });
    const [before, after] = [await cut(0, 110), await cut(50, 160)];
    let [both, either] = [0, 0];
    for (const at of [75, 79, 80, 81, 85]) {
      const a = superpixelAt(before, { x: at, y: 40 });
      const b = shiftRuns(superpixelAt(after, { x: at - 50, y: 40 }), 50, 0);
      both += areaOfRuns(combineRuns(a, b, 'and'));
      either += areaOfRuns(combineRuns(a, b, 'or'));
    }
    expect(both / either).to.be.above(0.85);
  });

  it('come through the messages of a worker', async () => {
    const picture = memoryImage({ width: 60, height: 40, data: new Uint8ClampedArray(9600).fill(90) });
    const part = { left: 10, top: 0, right: 50, bottom: 40 };
    const remote = connectEngine(new LocalEngine());
    expect((await failure(remote.superpixels(part, 10))).message).to.contain('prepare');
    await remote.prepare(picture);
    const direct = await superpixels(await picture.read(part, 40), { size: 10 });
    expect(await remote.superpixels(part, 10)).to.deep.equal(direct);
    const start = { x: 20, y: 20 };
    const filled = await remote.flood(start, { tolerance: 30 });
    expect(filled.length).to.be.above(0);
    expect(filled).to.deep.equal(await floodByColor(picture, start, { tolerance: 30 }));
    const search = { reach: 30, snap: 4 };
    expect(await remote.boundary(start, search)).to.deep.equal(await searchBoundary(picture, start, search));
  });

  it('exist on the smallest pictures', async () => {
    const patches = await superpixels({ width: 1, height: 1, data: new Uint8Array(4) }, { size: 20 });
    expect(patches.count).to.equal(1);
    expect(superpixelAt(patches, { x: 5, y: 0 })).to.have.length(0);
  });
});

describe('live boundary', () => {
  const size = { width: 160, height: 120 };
  const disc = rasterise((sink) => dab({ x: 80, y: 60 }, { shape: 'round', size: 80 }, sink), size);
  const source = memoryImage(paint(size, disc, [200, 80, 60], [60, 90, 130]));

  it('follows an edge between two points on it', async () => {
    const path = boundaryTo(await searchBoundary(source, { x: 80, y: 20 }, { reach: 220 }), { x: 120, y: 60 });
    expect(path[0]).to.deep.equal({ x: 80.5, y: 20.5 });
    expect(path.at(-1)).to.deep.equal({ x: 120.5, y: 60.5 });
    for (const { x, y } of path) expect(Math.abs(Math.hypot(x - 80, y - 60) - 40)).to.be.below(2.5);
    for (let i = 1; i < path.length; i++) {
      expect(Math.max(Math.abs(path[i].x - path[i - 1].x), Math.abs(path[i].y - path[i - 1].y))).to.equal(1);
    }
  });

  it('stays in the picture and within reach', async () => {
    const path = boundaryTo(await searchBoundary(source, { x: 5, y: 5 }, { reach: 20 }), { x: 500, y: -40 });
    expect(path.at(-1)).to.deep.equal({ x: 25.5, y: 0.5 });
  });

  it('is there for a single pixel as well', async () => {
    const pixel = memoryImage({ width: 1, height: 1, data: new Uint8Array(4) });
    const path = boundaryTo(await searchBoundary(pixel, { x: 9, y: -9 }, { reach: 160, snap: 6 }), { x: 3, y: 3 });
    expect(path).to.deep.equal([{ x: 0.5, y: 0.5 }]);
  });

  it('snaps to the edge near the first click', async () => {
    const paths = await searchBoundary(source, { x: 80, y: 23 }, { reach: 20, snap: 4 });
    const [{ x, y }] = boundaryTo(paths, { x: 80, y: 23 });
    expect(Math.abs(Math.hypot(x - 80, y - 60) - 40)).to.be.below(1.6);
  });
});

type Color = readonly [number, number, number];

/** A region on a ground, both with grain, as a camera would see them. */
function paint(size: { width: number; height: number }, region: Runs, inside: Color, outside: Color): RgbaImage {
  const ground = { ...size, data: new Uint8ClampedArray(size.width * size.height * 4) };
  return over(
    over(
      ground,
      rasterise((sink) => wholeRows(size, sink), size),
      outside,
    ),
    region,
    inside,
  );
}

function wholeRows(
  { width, height }: { width: number; height: number },
  sink: (y: number, l: number, r: number) => void,
) {
  for (let y = 0; y < height; y++) sink(y, 0, width);
}

function over(image: RgbaImage, region: Runs, color: Color): RgbaImage {
  const random = randomFrom(region.length + 1);
  const data = Uint8ClampedArray.from(image.data);
  bitmapOfRuns(region, fullBounds(image)).forEach((value, i) => {
    if (value === 0) return;
    const grain = (random() - 0.5) * 16;
    data.set([color[0] + grain, color[1] + grain, color[2] + grain, 255], i * 4);
  });
  return { ...image, data };
}

function rectangle(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

function starPoints(cx: number, cy: number, outer: number, inner: number): Point[] {
  return Array.from({ length: 10 }, (_, i) => {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    return { x: cx + radius * Math.cos(angle), y: cy + radius * Math.sin(angle) };
  });
}

function extremePoints(runs: Runs): Point[] {
  const { left, top, right, bottom }: Bounds = boundsOfRuns(runs);
  const points: Point[] = [];
  const add = (matches: (y: number, l: number, r: number) => number | undefined) => {
    for (let i = 0; i < runs.length; i += 3) {
      const x = matches(runs[i], runs[i + 1], runs[i + 2]);
      if (x === undefined) continue;
      points.push({ x, y: runs[i] + 0.5 });
      return;
    }
  };
  add((y, l, r) => (y === top ? (l + r) / 2 : undefined));
  add((y, l, r) => (y === bottom - 1 ? (l + r) / 2 : undefined));
  add((_y, l) => (l === left ? l + 0.5 : undefined));
  add((_y, _l, r) => (r === right ? r - 0.5 : undefined));
  return points;
}

async function segment(image: RgbaImage, prompt: Partial<SegmentPrompt>): Promise<Runs> {
  const segmenter = new BuiltInSegmenter();
  await segmenter.prepare(memoryImage(image));
  return segmenter.segment({ extremes: [], include: [], exclude: [], ...prompt });
}

function overlap(a: Runs, b: Runs): number {
  return areaOfRuns(combineRuns(a, b, 'and')) / areaOfRuns(combineRuns(a, b, 'or'));
}

function slowly(image: ImageSource, whenRead: () => void): ImageSource {
  return {
    ...image,
    read: async (bounds, maxSide) => {
      const pixels = await image.read(bounds, maxSide);
      await new Promise((resolve) => setTimeout(resolve, 10));
      whenRead();
      return pixels;
    },
  };
}

/** Both sides of the protocol, each message cloned as a worker would. */
function connect(segmenter: Segmenter): RemoteEngine {
  const unasked = () => Promise.reject(new Error('Not asked for here.'));
  return connectEngine({
    prepare: (image, signal) => segmenter.prepare(image, signal),
    segment: (prompt, signal) => segmenter.segment(prompt, signal),
    superpixels: unasked,
    regions: () => Promise.resolve([]),
    flood: unasked,
    boundary: unasked,
  });
}

function connectEngine(engine: MaskEngine): RemoteEngine {
  const toPage = (reply: EngineReply) => queueMicrotask(() => remote.receive(structuredClone(reply)));
  const toWorker = (request: EngineRequest) => queueMicrotask(() => serve(structuredClone(request)));
  const remote = new RemoteEngine(toWorker);
  const serve = serveEngine(engine, toPage);
  return remote;
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It should have failed.');
}
