import type { Bounds, Size } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';

/** A picture, or a scaled crop of one, in CIE Lab: three numbers a pixel, scaled so that steps of one are about equal to the eye. */
export interface LabImage extends Size {
  readonly lab: Float32Array;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const v = value / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

/** Cube root with the linear foot of CIE Lab, from a table: the input is 0 to 1. */
const LAB_STEPS = 4096;
const LAB_CURVE = Float32Array.from({ length: LAB_STEPS + 2 }, (_, i) => {
  const t = i / LAB_STEPS;
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
});

function curve(t: number): number {
  const at = Math.min(1, t) * LAB_STEPS;
  const i = Math.floor(at);
  return LAB_CURVE[i] + (LAB_CURVE[i + 1] - LAB_CURVE[i]) * (at - i);
}

/** Writes the Lab values of an sRGB colour (0 to 255, fractions allowed) at `to`. */
export function writeLab(red: number, green: number, blue: number, lab: Float32Array, to: number) {
  const r = linear(red);
  const g = linear(green);
  const b = linear(blue);
  const x = curve(0.4339 * r + 0.3762 * g + 0.1899 * b);
  const y = curve(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = curve(0.0178 * r + 0.1098 * g + 0.8724 * b);
  lab[to] = 116 * y - 16;
  lab[to + 1] = 500 * (x - y);
  lab[to + 2] = 200 * (y - z);
}

function linear(value: number): number {
  const i = Math.floor(value);
  return i >= 255 ? 1 : LINEAR[i] + (LINEAR[i + 1] - LINEAR[i]) * (value - i);
}

/**
 * Scales a part of a picture down to `width` x `height` by averaging, and turns it to Lab.
 *
 * Transparent pixels count as they are stored. For sizes above the part's own, pixels are repeated.
 */
export function labOfCrop(image: RgbaImage, crop: Bounds, { width, height }: Size): LabImage {
  const lab = new Float32Array(width * height * 3);
  const scaleX = (crop.right - crop.left) / width;
  const scaleY = (crop.bottom - crop.top) / height;
  // Large reductions sample up to four by four points of each cell: as smooth as a full average, at a fixed cost.
  const samplesX = Math.max(1, Math.min(4, Math.round(scaleX)));
  const samplesY = Math.max(1, Math.min(4, Math.round(scaleY)));
  const count = samplesX * samplesY;
  const columns = samplePositions(crop.left, scaleX, width, samplesX, image.width);
  const rows = samplePositions(crop.top, scaleY, height, samplesY, image.height);
  const { data } = image;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let sy = 0; sy < samplesY; sy++) {
        const row = rows[y * samplesY + sy] * image.width;
        for (let sx = 0; sx < samplesX; sx++) {
          const at = (row + columns[x * samplesX + sx]) * 4;
          red += data[at];
          green += data[at + 1];
          blue += data[at + 2];
        }
      }
      writeLab(red / count, green / count, blue / count, lab, to);
    }
  }
  return { width, height, lab };
}

function samplePositions(start: number, scale: number, cells: number, samples: number, limit: number): Int32Array {
  const positions = new Int32Array(cells * samples);
  for (let i = 0; i < positions.length; i++) {
    positions[i] = Math.max(0, Math.min(limit - 1, Math.floor(start + ((i + 0.5) / samples) * scale)));
  }
  return positions;
}

/** Smooths with a 1-2-1 kernel in both directions, `times` over; takes the grain of sensors and JPEG away. */
export function smooth({ width, height, lab }: LabImage, times = 1): LabImage {
  let from = lab;
  for (let round = 0; round < times; round++) {
    const across = new Float32Array(from.length);
    const down = new Float32Array(from.length);
    blurLines(from, across, { lines: height, length: width, lineStep: width * 3, step: 3 });
    blurLines(across, down, { lines: width, length: height, lineStep: 3, step: width * 3 });
    from = down;
  }
  return { width, height, lab: from };
}

interface Lines {
  readonly lines: number;
  readonly length: number;
  readonly lineStep: number;
  readonly step: number;
}

function blurLines(from: Float32Array, to: Float32Array, { lines, length, lineStep, step }: Lines) {
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < length; i++) {
      const at = line * lineStep + i * step;
      const before = i > 0 ? at - step : at;
      const after = i < length - 1 ? at + step : at;
      for (let k = 0; k < 3; k++) to[at + k] = (from[before + k] + 2 * from[at + k] + from[after + k]) / 4;
    }
  }
}
