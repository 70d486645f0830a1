import { expect } from 'chai';
import { decodeBase64, encodeBase64 } from '../../src/mask/base64.js';
import { createMask } from '../../src/mask/index-mask.js';
import type { IndexMask } from '../../src/mask/index-mask.js';
import {
  decodeInstanceMask,
  decodeSemanticMask,
  encodeInstanceAnswer,
  encodeSemanticAnswer,
} from '../../src/mask/mask-answer.js';
import { distinctColor } from '../../src/mask/distinct-color.js';
import { decodeMaskPng } from '../../src/mask/mask-png.js';
import { PngError, formatHexColor, parseHexColor } from '../../src/mask/png-format.js';
import { decodePngRgba, readPngHeader } from '../../src/mask/png-read.js';
import { compressPng, encodePng, paletteBitDepth, pngRows } from '../../src/mask/png-write.js';
import { referenceDecode, referenceEncode } from './png-reference.js';
import { between, drawn, maskOf, randomFrom, randomMask } from './support.js';

const SEED_LABELS = [
  { label: 'people', color: '#2ca02c' },
  { label: 'traffic light', color: '#1f77b4' },
  { label: 'bus', color: '#ff7f0e' },
  { label: 'car', color: '#d62728' },
  { label: 'tree', color: '#9467bd' },
];

describe('writing a mask', () => {
  it('gives the same colours in an independent decoder, at every bit depth and odd width', async () => {
    const random = randomFrom(40);
    for (const entries of [2, 3, 4, 5, 16, 17, 256]) {
      for (const [width, height] of [
        [1, 1],
        [1, 9],
        [9, 1],
        [7, 5],
        [8, 8],
        [33, 17],
        [131, 70],
      ]) {
        const mask = randomMask(random, width, height, entries - 1);
        const colors = distinctColors(entries - 1);
        const file = await encodePng(mask, colors.map(parseHexColor));
        const image = await referenceDecode(file);
        expect(image.bitDepth).to.equal(paletteBitDepth(entries));
        expect(image.colorType).to.equal(3);
        expectColors(image.rgba, mask, colors);
        const back = await decodeMaskPng(file, { by: 'color', colors: colors.map(parseHexColor) });
        expect(Array.from(back.mask.data)).to.deep.equal(Array.from(mask.data));
        expect([back.nearest, back.unknown, back.translucent]).to.deep.equal([0, 0, 0]);
      }
    }
  });

  it('has the form of a real answer', async () => {
    const mask = createMask(1160, 774);
    mask.data.fill(3, 5000, 90000);
    const answer = await encodeSemanticAnswer(mask, SEED_LABELS);
    const image = await referenceDecode(decodeBase64(answer.labeledImage.pngImageData));
    expect(image.bitDepth).to.equal(4);
    expect(image.chunks).to.deep.equal(['IHDR', 'sRGB', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
    expect(answer.inputImageProperties).to.deep.equal({ height: 774, width: 1160 });
    expect(Object.keys(answer.labelMappings)).to.deep.equal(['bus', 'car', 'people', 'traffic light', 'tree']);
    expect(answer.labelMappings['car']).to.deep.equal({ color: '#d62728' });
    expect(answer.labeledImage.pngImageData).to.match(/^iVBORw0KGgo/);
  });

  it('writes an RGBA picture for more than 255 instances', async () => {
    const random = randomFrom(41);
    const mask = randomMask(random, 90, 60, 300);
    const colors = distinctColors(300);
    const instances = colors.map((color) => ({ color, label: 'Cell' }));
    const answer = await encodeInstanceAnswer(mask, instances);
    const image = await referenceDecode(decodeBase64(answer.labeledImage.pngImageData));
    expect(image.colorType).to.equal(6);
    expectColors(image.rgba, mask, colors);
    const back = await decodeInstanceMask(answer.labeledImage.pngImageData, instances);
    expect(Array.from(back.mask.data)).to.deep.equal(Array.from(mask.data));
  });

  it('writes indices as other entries without a copy of the mask', async () => {
    const random = randomFrom(43);
    for (const indices of [3, 40, 300]) {
      const mask = randomMask(random, between(random, 1, 90), between(random, 1, 60), indices);
      const colors = distinctColors(indices).map(parseHexColor);
      // Some are hidden, the others change places.
      const entryOf = Uint16Array.from({ length: 65536 }, (_, i) => (i % 3 === 1 || i > indices ? 0 : indices + 1 - i));
      entryOf[0] = 0;
      const file = await compressPng(pngRows(mask, colors, entryOf));
      const mapped = { ...mask, data: Uint16Array.from(mask.data, (index) => entryOf[index]) };
      expectColors((await referenceDecode(file)).rgba, mapped, distinctColors(indices));
    }
  });

  it('refuses an index without a colour instead of writing a wrong picture', async () => {
    for (const index of [2, 3, 200]) {
      const mask = createMask(5, 3);
      mask.data[7] = index;
      const error = await failure(encodePng(mask, [parseHexColor('#ff0000')]));
      expect(error).to.be.instanceOf(RangeError);
      expect(error.message).to.contain(`index ${index}`);
    }
  });

  it('can be aborted', async () => {
    const mask = createMask(4000, 4000);
    const controller = new AbortController();
    const encoding = encodePng(mask, [parseHexColor('#ff0000')], controller.signal);
    controller.abort(new Error('closed'));
    expect((await failure(encoding)).message).to.equal('closed');
  });
});

describe('reading any PNG', () => {
  const forms = [
    [0, 1],
    [0, 2],
    [0, 4],
    [0, 8],
    [0, 16],
    [2, 8],
    [2, 16],
    [3, 1],
    [3, 2],
    [3, 4],
    [3, 8],
    [4, 8],
    [4, 16],
    [6, 8],
    [6, 16],
  ];
  const channelsOf = [1, 0, 3, 1, 2, 0, 4];

  it('decodes every colour type, bit depth, filter and interlacing', async () => {
    const random = randomFrom(50);
    for (const [colorType, bitDepth] of forms) {
      for (const interlaced of [false, true]) {
        for (const [width, height] of [
          [1, 1],
          [3, 2],
          [5, 9],
          [17, 13],
        ]) {
          const channels = channelsOf[colorType];
          const samples = Array.from({ length: width * height * channels }, () => between(random, 0, 1 << bitDepth));
          const palette =
            colorType === 3 ? Array.from({ length: 3 << bitDepth }, () => between(random, 0, 256)) : undefined;
          const file = await referenceEncode({
            width,
            height,
            bitDepth,
            colorType,
            samples,
            palette,
            interlaced,
            filterOf: () => between(random, 0, 5),
            chunkSize: 11,
          });
          const image = await decodePngRgba(file);
          const name = `type ${colorType}, ${bitDepth} bits, ${interlaced ? 'interlaced ' : ''}${width} x ${height}`;
          const pixel = (i: number) => expectedPixel(samples, i, { colorType, bitDepth, palette });
          const expected = Array.from({ length: width * height }, (_, i) => pixel(i)).flat();
          expect(Array.from(image.data), name).to.deep.equal(expected);
        }
      }
    }
  });

  it('honours transparent colours', async () => {
    const grey = await referenceEncode({
      width: 3,
      height: 1,
      bitDepth: 2,
      colorType: 0,
      samples: [0, 1, 3],
      transparency: [0, 1],
    });
    expect(alphas((await decodePngRgba(grey)).data)).to.deep.equal([255, 0, 255]);
    const rgb = await referenceEncode({
      width: 2,
      height: 1,
      bitDepth: 8,
      colorType: 2,
      samples: [9, 8, 7, 9, 8, 6],
      transparency: [0, 9, 0, 8, 0, 7],
    });
    expect(alphas((await decodePngRgba(rgb)).data)).to.deep.equal([0, 255]);
    const palette = await referenceEncode({
      width: 4,
      height: 1,
      bitDepth: 2,
      colorType: 3,
      samples: [0, 1, 2, 3],
      palette: [0, 0, 0, 1, 1, 1, 2, 2, 2],
      transparency: [0, 128],
    });
    expect(alphas((await decodePngRgba(palette)).data)).to.deep.equal([0, 128, 255, 0]);
  });

  it('says what is wrong with a damaged file', async () => {
    const good = await encodePng(maskOf('12', '21'), [parseHexColor('#ff0000'), parseHexColor('#00ff00')]);
    const changed = (at: number) => good.map((byte, i) => (i === at ? byte ^ 1 : byte));
    expect(() => readPngHeader(Uint8Array.of(1, 2, 3))).to.throw(PngError, 'not a PNG');
    expect(() => readPngHeader(good.subarray(0, 60))).to.throw(PngError, 'cut off');
    expect(() => readPngHeader(changed(20))).to.throw(PngError, 'IHDR');
    expect((await failure(decodePngRgba(changed(good.length - 20)))).message).to.contain('IDAT');
    const short = await referenceEncode({
      width: 9,
      height: 9,
      bitDepth: 8,
      colorType: 0,
      samples: new Uint8Array(81),
    });
    new DataView(short.buffer).setUint32(20, 10);
    new DataView(short.buffer).setUint32(29, headerChecksum(short));
    expect((await failure(decodePngRgba(short))).message).to.contain('too few rows');
  });
});

describe('matching colours', () => {
  const labels = ['people', 'car'];
  const mappings = { people: { color: '#2CA02C' }, car: { color: '#d62728' }, ghost: { color: '#1f77b4' } };
  const picture = (...pixels: number[][]) =>
    referenceEncode({ width: pixels.length, height: 1, bitDepth: 8, colorType: 6, samples: pixels.flat() });

  it('takes exact colours, and near ones with a report', async () => {
    const file = await picture(
      [0x2c, 0xa0, 0x2c, 255],
      [0x30, 0x9c, 0x2f, 255],
      [0xd6, 0x27, 0x28, 255],
      [255, 255, 255, 255],
      [250, 252, 251, 255],
      [0, 0, 0, 255],
      [90, 90, 90, 255],
      [0xd6, 0x27, 0x28, 0],
      [0xd6, 0x27, 0x28, 127],
      [0xd6, 0x27, 0x28, 128],
      [0x1f, 0x77, 0xb4, 255],
    );
    const decoded = await decodeSemanticMask(file, mappings, labels);
    expect(drawn(decoded.mask)).to.deep.equal(['112......2.']);
    expect([decoded.nearest, decoded.unknown, decoded.translucent]).to.deep.equal([2, 1, 2]);
    expect(decoded.unknownLabels).to.deep.equal(['ghost']);
  });

  it('follows the labels on offer and not the palette', async () => {
    const answer = await encodeSemanticAnswer(maskOf('12345', '54321', '.....'), SEED_LABELS);
    const reversed = SEED_LABELS.map(({ label }) => label).reverse();
    const decoded = await decodeSemanticMask(answer.labeledImage.pngImageData, answer.labelMappings, reversed);
    expect(drawn(decoded.mask)).to.deep.equal(['54321', '12345', '.....']);
  });

  it('lets a label be white or black', async () => {
    const file = await picture([255, 255, 255, 255], [0, 0, 0, 255]);
    const decoded = await decodeSemanticMask(file, { a: { color: '#fff' }, b: { color: '#000000' } }, ['a', 'b']);
    expect(drawn(decoded.mask)).to.deep.equal(['12']);
  });

  it('refuses a mask of another size with both sizes', async () => {
    const error = await failure(
      decodeSemanticMask(await picture([0, 0, 0, 0]), mappings, labels, { expected: { width: 30, height: 20 } }),
    );
    expect(error).to.be.instanceOf(PngError);
    expect(error.message).to.contain('1 x 1').and.to.contain('30 x 20');
  });

  it('reads grey levels and palette indices by value', async () => {
    const indices = new Map([
      [1, 4],
      [200, 300],
    ]);
    const grey = await referenceEncode({ width: 3, height: 1, bitDepth: 8, colorType: 0, samples: [1, 200, 7] });
    expect(Array.from((await decodeMaskPng(grey, { by: 'value', indices })).mask.data)).to.deep.equal([4, 300, 0]);
    const palette = await referenceEncode({
      width: 2,
      height: 1,
      bitDepth: 1,
      colorType: 3,
      samples: [1, 0],
      palette: [0, 0, 0, 9, 9, 9],
    });
    expect(Array.from((await decodeMaskPng(palette, { by: 'value', indices })).mask.data)).to.deep.equal([4, 0]);
  });
});

describe('base64 and colours', () => {
  it('come back as they were', () => {
    const random = randomFrom(60);
    for (const length of [0, 1, 2, 3, 4, 1000, 0x6000, 0x6001, 70001]) {
      const bytes = Uint8Array.from({ length }, () => between(random, 0, 256));
      expect(decodeBase64(encodeBase64(bytes))).to.deep.equal(bytes);
      expect(decodeBase64(`data:image/png;base64,${encodeBase64(bytes)}`)).to.deep.equal(bytes);
    }
    expect(formatHexColor(parseHexColor('#0aF'))).to.equal('#00aaff');
    expect(() => parseHexColor('red')).to.throw(RangeError, '"red"');
  });

  it('are distinct for a thousand instances', () => {
    expect(new Set(distinctColors(1000)).size).to.equal(1000);
  });
});

function distinctColors(count: number): string[] {
  const taken = new Set(['#000000', '#ffffff']);
  return Array.from({ length: count }, (_, i) => {
    const color = distinctColor(i, taken);
    taken.add(color);
    return color;
  });
}

function expectColors(rgba: Uint8Array, mask: IndexMask, colors: readonly string[]) {
  const wrong: number[] = [];
  mask.data.forEach((index, i) => {
    const color = formatHexColor({ red: rgba[i * 4], green: rgba[i * 4 + 1], blue: rgba[i * 4 + 2] });
    const isRight = index === 0 ? rgba[i * 4 + 3] === 0 : rgba[i * 4 + 3] === 255 && color === colors[index - 1];
    if (!isRight) wrong.push(i);
  });
  expect(rgba).to.have.length(mask.data.length * 4);
  expect(wrong).to.deep.equal([]);
}

interface Form {
  readonly colorType: number;
  readonly bitDepth: number;
  readonly palette: readonly number[] | undefined;
}

function expectedPixel(samples: readonly number[], i: number, { colorType, bitDepth, palette }: Form): number[] {
  const level = (value: number) =>
    bitDepth === 16 ? value >> 8 : bitDepth === 8 ? value : Math.round((value * 255) / ((1 << bitDepth) - 1));
  switch (colorType) {
    case 0:
      return [level(samples[i]), level(samples[i]), level(samples[i]), 255];
    case 2:
      return [...samples.slice(i * 3, i * 3 + 3).map(level), 255];
    case 3:
      return [...(palette ?? []).slice(samples[i] * 3, samples[i] * 3 + 3), 255];
    case 4:
      return [samples[i * 2], samples[i * 2], samples[i * 2], samples[i * 2 + 1]].map(level);
    default:
      return samples.slice(i * 4, i * 4 + 4).map(level);
  }
}

function alphas(data: Uint8Array): number[] {
  return Array.from(data).filter((_, i) => i % 4 === 3);
}

function headerChecksum(file: Uint8Array): number {
  let crc = -1;
  for (const byte of file.subarray(12, 29)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (-(crc & 1) & 0xedb88320);
  }
  return ~crc >>> 0;
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('It should have failed.');
}
