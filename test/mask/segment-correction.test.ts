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

  it('changes little when the click is far from the middle of what looks like it', async () => {
    // One colour all over: nothing but the place of the click says where the error ends.
    const plain = pictureOf((at) => (at.x >= 10 && at.x < 70 && at.y >= 15 && at.y < 45 ? THING : GROUND));
    const mask = maskOf((at) => at.x >= 10 && at.x < 70 && at.y >= 15 && at.y < 45);
    const click = { x: 13.5, y: 30.5, sign: -1 as const };
    const corrected = await correctMask(await contextOf(plain, mask, click), click, new Pacer());
    expect(differences(corrected, mask)).to.be.within(1, 0.5 * mask.reduce((sum, value) => sum + value, 0));
    expect(corrected[30 * size.width + 13]).to.equal(0);
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
    const image = pictureOf((at) => (isPole(at) ? [90, 0, 60] : isThing(at) ? THING : GROUND));
    const cutter = await ObjectCutter.create(image, extremes, new Pacer());
    const { labels } = await cutter.cut([], [], new Pacer());
    const truth = maskOf((at) => isThing(at) && !isPole(at));
    expect(differences(Uint8Array.from(labels), truth)).to.be.below(0.15 * 50 * 36);
    expect(labels[30 * size.width + 55]).to.equal(1);
    expect(labels[30 * size.width + 25]).to.equal(1);
  });

  it('goes on from what was shown, and back to it', async () => {
    const random = randomFrom(3);
    const image = pictureOf((at) => {
      const [l, a, b] = isThing(at) ? THING : GROUND;
      return [l + random() * 30, a + random() * 20, b + random() * 20];
    });
    const cutter = await ObjectCutter.create(image, extremes, new Pacer());
    const masks: Uint8Array[] = [];
    const clicks: Point[] = [];
    for (let n = 0; n < 4; n++) {
      masks.push((await cutter.cut(clicks, [], new Pacer())).labels);
      clicks.push({ x: between(random, 2, 78) + 0.5, y: between(random, 2, 58) + 0.5 });
    }
    for (let n = 3; n >= 0; n--) {
      expect((await cutter.cut(clicks.slice(0, n), [], new Pacer())).labels, `${n} clicks`).to.deep.equal(masks[n]);
      // Each of these clicks adds: what was there before stays.
      if (n > 0) masks[n - 1].forEach((value, i) => expect(masks[n][i]).to.be.at.least(value));
    }
  });
});

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
