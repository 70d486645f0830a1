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
import { screenshot } from '../support/input.js';

const shownWindows = document.createElement('div');

/** What a worker sees of all 256 grey levels under each filter: one row of the picture each, as the browser has painted it. */
async function shown(filters: readonly string[]): Promise<number[][]> {
  const ramp = new OffscreenCanvas(256, 1);
  const g = ramp.getContext('2d')!;
  const image = g.createImageData(256, 1);
  for (let level = 0; level < 256; level++) image.data.set([level, level, level, 255], level * 4);
  g.putImageData(image, 0, 0);
  const src = URL.createObjectURL(await ramp.convertToBlob());
  shownWindows.style.cssText = 'position: fixed; left: 0; top: 0; width: 256px; background: #fff';
  shownWindows.replaceChildren(
    ...filters.map((filter) => {
      const row = new Image(256, 4);
      row.style.cssText = `display: block; filter: ${filter || 'none'}`;
      row.src = src;
      return row;
    }),
  );
  document.body.append(shownWindows);
  await Promise.all([...shownWindows.querySelectorAll('img')].map((row) => row.decode()));
  const bytes = Uint8Array.from(atob(await screenshot('grey-windows', shownWindows)), (char) => char.charCodeAt(0));
  const to = new OffscreenCanvas(256, 4 * filters.length).getContext('2d')!;
  to.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0);
  URL.revokeObjectURL(src);
  return filters.map((_, row) => {
    const { data } = to.getImageData(0, 4 * row + 2, 256, 1);
    return Array.from({ length: 256 }, (_level, level) => data[level * 4]!);
  });
}

describe('grey windows', () => {
  afterEach(() => shownWindows.remove());

  it('show what lies between their ends from black to white, and cut off the rest: as exactly as a screen can', async () => {
    const windows = [1, 20, 64, 127.5, 180, 254].flatMap((center) =>
      [1, 4, 8, 20, 40, 120, 191.25, 255, 400, 510].map((width) => ({ center, width })),
    );
    const rows = await shown(windows.map(windowFilter));
    windows.forEach(({ center, width }, i) => {
      rows[i]!.forEach((level, given) => {
        const wanted = Math.min(255, Math.max(0, (255 * (given - (center - width / 2))) / width));
        expect(Math.abs(level - wanted), `${given} at ${center}/${width}: ${level}`).to.be.most(0.51);
      });
    });
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
