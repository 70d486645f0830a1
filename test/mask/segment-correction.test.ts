import { expect } from 'chai';
import type { Point } from '../../src/geometry/types.js';
import { Pacer } from '../../src/mask/slices.js';
import { clusterColors, shareColors } from '../../src/mask/segment/color-model.js';
import { correctMask } from '../../src/mask/segment/correction.js';
import type { CorrectionContext } from '../../src/mask/segment/correction.js';
import { outlineCosts, stampDisc } from '../../src/mask/segment/cut-costs.js';
import type { LabImage } from '../../src/mask/segment/feature-image.js';
import { gridNeighbours } from '../../src/mask/segment/max-flow.js';
import { ObjectCutter } from '../../src/mask/segment/object-cut.js';
import { between, randomFrom } from './support.js';

const size = { width: 80, height: 60 };
const everywhere = Array.from({ length: size.width * size.height }, (_, i) => ({
  x: i % size.width,
  y: Math.floor(i / size.width),
}));
type Lab = readonly [number, number, number];
const GROUND: Lab = [60, -20, 20];
const THING: Lab = [40, 40, 10];

describe('a correction', () => {
  /** A thing at the left, and at the right something else of which the mask was no more sure than not. */
  const isThing = ({ x, y }: Point) => x >= 10 && x < 40 && y >= 15 && y < 45;
  const isBeside = ({ x, y }: Point) => x >= 40 && x < 64 && y >= 20 && y < 40;
  const image = pictureOf((at) => (isThing(at) ? THING : isBeside(at) ? [70, 0, -30] : GROUND));

  it('takes the whole of a wrong part off, and nothing else', async () => {
    const mask = maskOf((at) => isThing(at) || isBeside(at));
    const click = { x: 52.5, y: 30.5, sign: -1 as const };
    const corrected = await correctMask(await contextOf(image, mask, click), click, new Pacer());
    expect(differences(corrected, maskOf(isThing))).to.be.below(12);
  });

  it('adds the whole of a missing part, and nothing else', async () => {
    const mask = maskOf(isThing);
    const click = { x: 52.5, y: 30.5, sign: 1 as const };
    const corrected = await correctMask(await contextOf(image, mask, click), click, new Pacer());
    expect(
      differences(
        corrected,
        maskOf((at) => isThing(at) || isBeside(at)),
      ),
    ).to.be.below(12);
  });

  it('changes less when the click is far from the middle of what looks like it', async () => {
    const mask = maskOf((at) => isThing(at) || isBeside(at));
    const click = { x: 61.5, y: 30.5, sign: -1 as const };
    const corrected = await correctMask(await contextOf(image, mask, click), click, new Pacer());
    expect(corrected[30 * size.width + 61]).to.equal(0);
    expect(differences(corrected, mask)).to.be.within(1, 0.6 * 24 * 20);
  });

  it('never adds when it takes off, never takes off when it adds, and obeys the clicked pixel, on any picture', async () => {
    const random = randomFrom(11);
    for (let round = 0; round < 15; round++) {
      const grain = pictureOf(() => [random() * 100, random() * 60 - 30, random() * 60 - 30]);
      const mask = maskOf(() => random() < (round % 4) / 3);
      const sign = round % 2 === 0 ? 1 : -1;
      const click = { x: between(random, 0, 80) + 0.5, y: between(random, 0, 60) + 0.5, sign } as const;
      const context = await contextOf(grain, mask, click);
      const corrected = await correctMask(context, click, new Pacer());
      corrected.forEach((value, i) => {
        const settled = context.certain[i] === sign;
        if (value !== mask[i]) expect(value, `round ${round}`).to.equal(sign > 0 ? 1 : 0);
        if (settled) expect(value, `round ${round}`).to.equal(sign > 0 ? 1 : 0);
      });
    }
  });
});

describe('an object and its corrections', () => {
  const isThing = ({ x, y }: Point) => x >= 15 && x < 65 && y >= 12 && y < 48;
  const isPole = ({ x }: Point) => x >= 36 && x < 42;
  const extremes = {
    box: { left: 15, top: 12, right: 65, bottom: 48 },
    top: { x: 25, y: 12 },
    bottom: { x: 30, y: 48 },
    left: { x: 15, y: 30 },
    right: { x: 65, y: 30 },
  };

  it('is found on both sides of a pole in front of it', async () => {
    // The other side is of another colour, and the ground of nearly that.
    const image = pictureOf((at) => {
      if (isPole(at)) return [90, 0, 60];
      return isThing(at) ? (at.x < 40 ? THING : [66, -14, 14]) : GROUND;
    });
    const cutter = await ObjectCutter.create(image, extremes, new Pacer());
    const { labels } = await cutter.cut([], [], new Pacer());
    const truth = maskOf((at) => isThing(at) && !isPole(at));
    expect(differences(Uint8Array.from(labels), truth)).to.be.below(0.15 * 50 * 36);
    expect(labels[30 * size.width + 55]).to.equal(1);
    expect(labels[30 * size.width + 25]).to.equal(1);
  });

  it('goes on from what was shown, and back to it', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) await correctAndGoBack(randomFrom(seed));
  });

  async function correctAndGoBack(random: () => number) {
    const image = pictureOf((at) => {
      const [l, a, b] = isThing(at) ? THING : GROUND;
      return [l + random() * 60, a + random() * 40, b + random() * 40];
    });
    const cutter = await ObjectCutter.create(image, extremes, new Pacer());
    const include: Point[] = [];
    const exclude: Point[] = [];
    const shown = [{ labels: await labelsOf(cutter), clicks: [0, 0] }];
    for (let n = 0; n < 6; n++) {
      const click = { x: between(random, 16, 64) + 0.5, y: between(random, 13, 47) + 0.5 };
      (n % 2 === 0 ? exclude : include).push(click);
      const labels = await labelsOf(cutter, include, exclude);
      labels.forEach((value, i) => {
        if (value !== shown[n].labels[i]) expect(value, `click ${n}`).to.equal(n % 2);
      });
      shown.push({ labels, clicks: [include.length, exclude.length] });
    }
    for (const { labels, clicks } of shown.toReversed()) {
      expect(await labelsOf(cutter, include.slice(0, clicks[0]), exclude.slice(0, clicks[1]))).to.deep.equal(labels);
    }
  }
});

async function labelsOf(cutter: ObjectCutter, include: readonly Point[] = [], exclude: readonly Point[] = []) {
  return (await cutter.cut(include, exclude, new Pacer())).labels;
}

function pictureOf(colorAt: (at: Point) => Lab): LabImage {
  return { ...size, lab: Float32Array.from(everywhere.flatMap((at) => [...colorAt(at)])) };
}

function maskOf(isIn: (at: Point) => boolean): Uint8Array {
  return Uint8Array.from(everywhere, (at) => (isIn(at) ? 1 : 0));
}

async function contextOf(
  image: LabImage,
  mask: Uint8Array,
  click: Point & { readonly sign: 1 | -1 },
): Promise<CorrectionContext> {
  const clusters = clusterColors(image, 12);
  const certain = new Int8Array(mask.length);
  certain.fill(-1, 0, size.width * 3);
  stampDisc(certain, size, { centre: { x: 20, y: 30 }, radius: 2, value: 1 });
  stampDisc(certain, size, { centre: click, radius: 2.5, value: click.sign });
  const neighbours = gridNeighbours(size.width, size.height);
  return {
    image,
    mask,
    clusters,
    shares: shareColors(image, clusters),
    side: 54,
    neighbours,
    edges: await outlineCosts(image, neighbours, new Pacer()),
    certain,
    // Sure of the thing at the left and of the ground, not of what is at the right.
    odds: Float32Array.from(everywhere, ({ x }, i) => (mask[i] === 1 ? 1 : -1) * (x < 40 || x >= 64 ? 3 : 0.5)),
  };
}

function differences(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, i) => sum + (value === b[i] ? 0 : 1), 0);
}
