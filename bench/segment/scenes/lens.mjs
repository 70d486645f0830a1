import { fractalNoise } from './random.mjs';

/** What a lens, a sensor and a file do to a picture; pixels are numbers from 0 to 255, three a pixel. */

/** A Gaussian lens, the same everywhere. */
export function blur(pixels, width, height, sigma) {
  const reach = Math.ceil(sigma * 2.5);
  const kernel = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  const total = kernel.reduce((a, b) => a + b, 0);
  const copy = new Float32Array(pixels.length);
  const pass = (from, to, dx, dy) => {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        for (let k = 0; k < 3; k++) {
          let sum = 0;
          for (let t = -reach; t <= reach; t++) {
            const px = Math.max(0, Math.min(width - 1, x + t * dx));
            const py = Math.max(0, Math.min(height - 1, y + t * dy));
            sum += kernel[t + reach] * from[(py * width + px) * 3 + k];
          }
          to[(y * width + x) * 3 + k] = sum / total;
        }
      }
    }
  };
  pass(pixels, copy, 1, 0);
  pass(copy, pixels, 0, 1);
}

const COSINES = Array.from({ length: 8 }, (_, u) =>
  Array.from({ length: 8 }, (_, x) => Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5),
);

/** Block artefacts: 8 x 8 cosine transform, quantised more coarsely for high frequencies and for chroma. */
export function jpeg(pixels, width, height, strength) {
  const plane = new Float32Array(64);
  const turned = new Float32Array(64);
  const transform = (source, target, inverse) => {
    const half = new Float32Array(64);
    for (let r = 0; r < 8; r++) {
      for (let u = 0; u < 8; u++) {
        let sum = 0;
        for (let x = 0; x < 8; x++) sum += source[r * 8 + x] * (inverse ? COSINES[x][u] : COSINES[u][x]);
        half[r * 8 + u] = sum;
      }
    }
    for (let c = 0; c < 8; c++) {
      for (let v = 0; v < 8; v++) {
        let sum = 0;
        for (let y = 0; y < 8; y++) sum += half[y * 8 + c] * (inverse ? COSINES[y][v] : COSINES[v][y]);
        target[v * 8 + c] = sum;
      }
    }
  };
  for (let by = 0; by + 8 <= height; by += 8) {
    for (let bx = 0; bx + 8 <= width; bx += 8) {
      const at = (i) => ((by + (i >> 3)) * width + bx + (i & 7)) * 3;
      const block = Array.from({ length: 64 }, (_, i) => {
        const [r, g, b] = pixels.subarray(at(i), at(i) + 3);
        return [0.299 * r + 0.587 * g + 0.114 * b, (b - g) * 0.5, (r - g) * 0.5];
      });
      for (let k = 0; k < 3; k++) {
        for (let i = 0; i < 64; i++) plane[i] = block[i][k];
        transform(plane, turned, false);
        for (let i = 0; i < 64; i++) {
          const step = strength * (k === 0 ? 6 : 12) * (1 + ((i >> 3) + (i & 7)) * 0.6);
          turned[i] = Math.round(turned[i] / step) * step;
        }
        transform(turned, plane, true);
        for (let i = 0; i < 64; i++) block[i][k] = plane[i];
      }
      block.forEach(([luma, bg, rg], i) => {
        const green = luma - 0.299 * 2 * rg - 0.114 * 2 * bg;
        pixels[at(i)] = green + 2 * rg;
        pixels[at(i) + 1] = green;
        pixels[at(i) + 2] = green + 2 * bg;
      });
    }
  }
}

/** The unevenness of pictures by small sensors: blotches of colour, and grain that grows with light. */
export function sensorNoise(pixels, width, height, random) {
  const blotches = [0, 1, 2].map(() => fractalNoise(random.int(1, 1e6), 3));
  const depth = random.range(2, 9);
  const grain = random.range(0.2, 0.9);
  for (let i = 0; i < pixels.length; i++) {
    const at = Math.floor(i / 3);
    const blotch = blotches[i % 3]((at % width) / 11, Math.floor(at / width) / 11) * depth;
    pixels[i] = Math.max(
      0,
      Math.min(255, pixels[i] + blotch + random.normal() * grain * Math.sqrt(Math.max(1, pixels[i]))),
    );
  }
}

/** Light that falls off to the corners and to one side, and haze that takes contrast away. */
export function unevenLight(pixels, width, height, random) {
  const [tiltX, tiltY] = [random.normal() * 0.35, random.normal() * 0.35];
  const vignette = random.range(0, 0.5);
  const haze = random.range(0, 0.3);
  for (let i = 0; i < pixels.length; i++) {
    const x = (Math.floor(i / 3) % width) / width - 0.5;
    const y = Math.floor(i / 3 / width) / height - 0.5;
    const lit = pixels[i] * Math.max(0.2, 1 + tiltX * x + tiltY * y - vignette * 2 * (x * x + y * y));
    pixels[i] = lit * (1 - haze) + 150 * haze;
  }
}
