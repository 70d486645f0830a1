import { expect } from 'chai';
import { barrierDistances } from '../../src/mask/segment/barrier.js';
import { clusterColors, colorEvidence, evidenceAt, shareColors } from '../../src/mask/segment/color-model.js';
import type { LabImage } from '../../src/mask/segment/feature-image.js';
import { localColorEvidence } from '../../src/mask/segment/local-color.js';
import { Pacer } from '../../src/mask/slices.js';
import { randomFrom } from './support.js';

describe('local colours', () => {
  /** Left a grey thing on green ground, right a green thing on grey ground. */
  const size = { width: 120, height: 60 };
  const isThing = (x: number, y: number) => Math.hypot((x % 60) - 30, y - 30) < 18;
  const isGrey = (x: number, y: number) => isThing(x, y) === x < 60;
  const image = labImage(size, (x, y) => (isGrey(x, y) ? [50, 0, 0] : [60, -40, 30]));
  const objectness = Float32Array.from({ length: 7200 }, (_, i) => (isThing(i % 120, Math.floor(i / 120)) ? 1 : 0));

  it('know that one colour is the object here and the ground there', async () => {
    const clusters = clusterColors(image, 8);
    const shares = shareColors(image, clusters);
    const local = await localColorEvidence(clusters, shares, size, objectness, new Pacer());
    const everywhere = colorEvidence(clusters, shares, objectness);
    let [right, rightEverywhere] = [0, 0];
    for (let i = 0; i < local.length; i++) {
      if (local[i] > 0 === objectness[i] > 0) right++;
      if (evidenceAt(i, shares, everywhere) > 0 === objectness[i] > 0) rightEverywhere++;
    }
    expect(right / local.length).to.be.above(0.95);
    expect(rightEverywhere / local.length).to.be.below(0.8);
  });

  it('are finite where nothing, or everything, is the object, on any size', async () => {
    for (const [width, height] of [
      [1, 1],
      [1, 50],
      [33, 2],
      [64, 64],
    ]) {
      const random = randomFrom(width + height);
      const grain = labImage({ width, height }, () => [random() * 100, random() * 80 - 40, random() * 80 - 40]);
      const clusters = clusterColors(grain, 40);
      const shares = shareColors(grain, clusters);
      for (const level of [0, 0.5, 1]) {
        const all = new Float32Array(width * height).fill(level);
        const evidence = await localColorEvidence(clusters, shares, grain, all, new Pacer());
        expect(evidence).to.have.length(width * height);
        expect(evidence.every(Number.isFinite), `${width} x ${height} at ${level}`).to.equal(true);
      }
    }
  });
});

describe('distances over walls', () => {
  it('are the height of the lowest wall on the way, however long the way is', async () => {
    const { width, height } = { width: 40, height: 20 };
    // A wall of 30 with a gate of 12, and a floor without edges on both sides.
    const image = labImage({ width, height }, (x, y) => [x === 20 ? (y === 3 ? 12 : 30) : 0, 0, 0]);
    const distance = await barrierDistances(image, seedsAt(width * height, [19 * width]), new Pacer());
    expect(distance[0]).to.equal(0);
    expect(distance[19]).to.equal(0);
    expect(distance[10 * width + 20]).to.equal(30);
    expect(distance[19 * width + 39]).to.equal(12);
  });

  it('are never less than the difference to the nearest seed, and nothing at seeds', async () => {
    const random = randomFrom(7);
    for (let round = 0; round < 20; round++) {
      const [width, height] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 12)];
      const image = labImage({ width, height }, () => [random() * 100, random() * 50, random() * 50]);
      const count = width * height;
      const seeds = seedsAt(
        count,
        Array.from({ length: 3 }, () => Math.floor(random() * count)),
      );
      const distance = await barrierDistances(image, seeds, new Pacer());
      for (let i = 0; i < count; i++) {
        if (seeds[i]) expect(distance[i]).to.equal(0);
        let least = 0;
        for (let channel = 0; channel < 3; channel++) {
          const value = (at: number) => image.lab[at * 3 + channel];
          const differences = Array.from(seeds.keys(), (at) => (seeds[at] ? Math.abs(value(at) - value(i)) : Infinity));
          least += Math.min(...differences);
        }
        expect(distance[i])
          .to.be.at.least(least - 1e-3)
          .and.at.most(200);
      }
    }
  });

  it('are infinite without seeds', async () => {
    const image = labImage({ width: 3, height: 2 }, () => [1, 2, 3]);
    expect([...(await barrierDistances(image, new Uint8Array(6), new Pacer()))]).to.deep.equal(Array(6).fill(Infinity));
  });
});

type Lab = readonly [number, number, number];

function labImage(size: { width: number; height: number }, colorAt: (x: number, y: number) => Lab): LabImage {
  const lab = new Float32Array(size.width * size.height * 3);
  for (let i = 0; i < lab.length / 3; i++) lab.set(colorAt(i % size.width, Math.floor(i / size.width)), i * 3);
  return { ...size, lab };
}

function seedsAt(count: number, at: readonly number[]): Uint8Array {
  const seeds = new Uint8Array(count);
  for (const seed of at) seeds[seed] = 1;
  return seeds;
}
