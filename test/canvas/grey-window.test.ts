import { expect } from '@open-wc/testing';
import {
  clampWindow,
  plainScale,
  readWindowScale,
  toLevels,
  toUnits,
  wholeWindow,
  windowFilter,
  windowOf,
} from '../../src/canvas/grey-window.js';

/** What the browser makes of all 256 grey levels under a filter. */
function shown(filter: string): number[] {
  const ramp = new OffscreenCanvas(256, 1);
  const from = ramp.getContext('2d')!;
  const image = from.createImageData(256, 1);
  for (let level = 0; level < 256; level++) image.data.set([level, level, level, 255], level * 4);
  from.putImageData(image, 0, 0);
  const to = new OffscreenCanvas(256, 1).getContext('2d')!;
  to.filter = filter || 'none';
  to.drawImage(ramp, 0, 0);
  const { data } = to.getImageData(0, 0, 256, 1);
  return Array.from({ length: 256 }, (_, level) => data[level * 4]!);
}

describe('grey windows', () => {
  it('show what lies between their ends from black to white, and cut off the rest', () => {
    for (const center of [1, 20, 64, 127.5, 180, 254]) {
      for (const width of [1, 8, 40, 120, 255, 400, 510]) {
        const levels = shown(windowFilter({ center, width }));
        levels.slice(1).forEach((level, i) => expect(level, `after ${i}`).to.be.least(levels[i]!));
        // Narrower ones show the noise of eight bits more than anything else.
        if (width < 20) continue;
        levels.forEach((level, given) => {
          const wanted = Math.min(255, Math.max(0, (255 * (given - (center - width / 2))) / width));
          // The browser rounds after each filter: a step or so of the file.
          const step = Math.max(1, 255 / width);
          expect(Math.abs(level - wanted), `${given} at ${center}/${width}: ${level}`).to.be.most(3 + 1.6 * step);
        });
      }
    }
  });

  it('leave the picture alone when they are whole', () => {
    expect(windowFilter(wholeWindow)).to.equal('');
  });

  it('speak the units of the requester', () => {
    const { value, problems } = readWindowScale(
      "{black: -1000, white: 1000, unit: 'HU', presets: {Lung: [-600, 1500]}}",
    );
    expect(problems).to.deep.equal([]);
    expect(value!.presets).to.deep.equal([{ name: 'Lung', center: -600, width: 1500 }]);
    const levels = toLevels(value!.presets[0]!, value!);
    expect(levels.center).to.be.closeTo(51, 0.01);
    expect(levels.width).to.be.closeTo(191.25, 0.01);
    expect(toUnits(levels, value!).center).to.be.closeTo(-600, 0.001);
  });

  it('tell what is wrong with a scale and go on with the rest', () => {
    const { value, problems } = readWindowScale(
      "{black: 'deep', white: 0, presets: {Lung: [-600], Bone: [400, 1800]}}",
    );
    expect(problems.map(({ message }) => message).join()).to.match(/black[^]*Lung/);
    expect(value!.presets.map(({ name }) => name)).to.deep.equal(['Bone']);
    expect(value!.white).to.equal(plainScale.white);
    expect(readWindowScale('[1, 2]').problems).to.have.length(1);
    expect(readWindowScale(null)).to.deep.equal({ value: undefined, problems: [] });
  });

  it('stay inside their limits, and are found from a picture', () => {
    expect(clampWindow({ center: 999, width: 0 })).to.deep.equal({ center: 255, width: 1 });
    const data = Uint8ClampedArray.from({ length: 4 * 1000 }, (_, i) => (i % 4 === 3 ? 255 : 100 + ((i >> 2) % 50)));
    expect(windowOf(data).center).to.be.closeTo(124.5, 1);
    expect(windowOf(data).width).to.be.closeTo(48, 2);
  });
});
