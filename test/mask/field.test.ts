import { expect } from '@open-wc/testing';
import { runsOfField } from '../../src/mask/field.js';
import { areaOfRuns, boundsOfRuns, runsOfBitmap } from '../../src/mask/runs.js';
import { Pacer } from '../../src/mask/slices.js';
import { randomFrom } from './support.js';

const field = (width: number, height: number, at: (x: number, y: number) => number) => ({
  width,
  height,
  data: Float32Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))),
});

describe('a field on a picture', () => {
  it('of the same size is cut pixel by pixel', async () => {
    const random = randomFrom(7);
    for (let round = 0; round < 20; round++) {
      const [width, height] = [1 + Math.floor(random() * 20), 1 + Math.floor(random() * 20)];
      const values = field(width, height, () => random() - 0.5);
      const bounds = { left: 0, top: 0, right: width, bottom: height };
      const runs = await runsOfField(values, { bounds, picture: values, threshold: 0 }, new Pacer());
      expect(runs).to.deep.equal(
        runsOfBitmap(
          Uint8Array.from(values.data, (value) => (value > 0 ? 1 : 0)),
          bounds,
        ),
      );
    }
  });

  it('is stretched with a smooth outline', async () => {
    const disc = field(32, 32, (x, y) => 8 - Math.hypot(x + 0.5 - 16, y + 0.5 - 16));
    const picture = { width: 320, height: 160 };
    const bounds = { left: 0, top: 0, right: 320, bottom: 160 };
    const runs = await runsOfField(disc, { bounds, picture, threshold: 0 }, new Pacer());
    expect(areaOfRuns(runs)).to.be.closeTo(Math.PI * 80 * 40, 120);
    expect(boundsOfRuns(runs)).to.deep.equal({ left: 80, top: 40, right: 240, bottom: 120 });
  });

  it('is cut at the picture where it reaches beyond, and covers nothing outside of itself', async () => {
    const all = field(4, 4, () => 1);
    const place = { picture: { width: 10, height: 10 }, threshold: 0 };
    const beyond = { ...place, bounds: { left: -5, top: 4, right: 5, bottom: 40 } };
    expect(boundsOfRuns(await runsOfField(all, beyond, new Pacer()))).to.deep.equal({
      left: 0,
      top: 4,
      right: 5,
      bottom: 10,
    });
    const away = { ...place, bounds: { left: 20, top: 0, right: 30, bottom: 10 } };
    expect(await runsOfField(all, away, new Pacer())).to.have.length(0);
  });

  it('without anything above the threshold is empty, holes of numbers included', async () => {
    const bounds = { left: 0, top: 0, right: 9, bottom: 9 };
    const runs = await runsOfField(
      field(3, 3, () => NaN),
      { bounds, picture: { width: 9, height: 9 }, threshold: 0 },
      new Pacer(),
    );
    expect(runs).to.have.length(0);
  });
});
