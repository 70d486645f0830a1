import { fractalNoise, Random } from './random.mjs';
import { BUILDING, HELD_OUT } from './shapes.mjs';
import { groundTexture, objectTexture, palette } from './textures.mjs';

/** Rendered at twice the size, so that edges are soft as a lens makes them while the mask stays exact. */
const SUPER = 2;

/**
 * Renders a scene: `{ width, height, data (RGBA), mask (0 or 1 a pixel), family }`. `set` is 'building' or 'held-out'; the two share
 * neither object families nor kinds of ground nor seeds.
 */
export function renderScene(set, number, { width = 400, height = 320 } = {}) {
  const random = new Random((set === 'held-out' ? 900001 : 1) + number * 7919);
  const families = set === 'held-out' ? HELD_OUT : BUILDING;
  const names = Object.keys(families);
  const family = names[number % names.length];
  const w = width * SUPER;
  const h = height * SUPER;
  const unit = SUPER * (width / 400);
  const canvas = { w, h, unit, color: new Float32Array(w * h * 3), owner: new Uint8Array(w * h) };
  const groundColors = paintGround(canvas, random, set);
  const makers = Object.values(families);
  const mainColors = random.chance(0.12) ? groundColors : undefined;
  const place = placeIn(random, w, h);
  const others = random.int(0, 5);
  for (let i = 0; i < others; i++) {
    const colors = random.chance(0.3) ? mainColors : undefined;
    drawThing(canvas, random, random.pick(makers)(random), placeNear(random, place, w, h), 0, colors);
  }
  drawThing(canvas, random, families[family](random), place, 1, mainColors);
  if (random.chance(0.22)) drawOccluder(canvas, random, place);
  const image = finish(canvas, random, width, height);
  return { ...image, family, number, set };
}

function placeIn(random, w, h) {
  const size = random.range(0.42, 0.82) * Math.min(w, h);
  const sx = size * random.range(0.8, 1.25);
  const cx = random.range(0.38, 0.62) * w;
  const cy = random.range(0.42, 0.58) * h;
  return { cx, cy, sx, sy: size, angle: random.chance(0.3) ? random.normal() * 0.35 : 0, flip: random.chance(0.5) };
}

function placeNear(random, { cx, cy, sx, sy }, w, h) {
  const side = random.chance(0.5) ? -1 : 1;
  const scale = random.range(0.5, 1.1);
  return {
    cx: Math.max(0, Math.min(w, cx + side * sx * random.range(0.45, 1.1))),
    cy: Math.max(0, Math.min(h, cy + random.normal() * sy * 0.3)),
    sx: sx * scale,
    sy: sy * scale,
    angle: random.normal() * 0.2,
    flip: random.chance(0.5),
  };
}

function paintGround({ w, h, unit, color }, random, set) {
  const kinds = set === 'held-out' ? ['speckles', 'clouds', 'stripes'] : ['flat', 'clouds', 'bricks'];
  const colors = palette(random, random.int(2, 5));
  const upper = groundTexture(random, colors, random.pick(kinds));
  const isOutdoor = random.chance(0.5);
  const lowerColors = palette(random, random.int(2, 5));
  const lower = groundTexture(random, lowerColors, random.pick(kinds));
  const horizon = isOutdoor ? random.range(0.3, 0.75) * h : h * 2;
  const wave = fractalNoise(random.int(1, 1e6), 4);
  const rough = random.range(0, 40) * unit;
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const texture = y + wave(x / (60 * unit), 0.5) * rough > horizon ? lower : upper;
      color.set(texture(x / unit, y / unit), (y * w + x) * 3);
    }
  }
  // Clutter: patches of other materials without any form that the object has.
  const patches = random.int(0, 9);
  for (let i = 0; i < patches; i++) {
    const texture = objectTexture(random, palette(random, 3));
    const left = random.int(-w / 8, w);
    const top = random.int(-h / 8, h);
    const right = left + random.range(0.05, 0.35) * w;
    const bottom = top + random.range(0.05, 0.3) * h;
    const bend = random.range(0, 0.4);
    for (let y = Math.max(0, top); y < Math.min(h, bottom); y++) {
      for (let x = Math.max(0, left); x < Math.min(w, right); x++) {
        if (wave(x / 50 + i * 9, y / 50) * bend + 0.2 > 0) color.set(texture(x / unit, y / unit), (y * w + x) * 3);
      }
    }
  }
  return colors;
}

function drawThing({ w, h, unit, color, owner }, random, parts, place, id, colors) {
  const { cx, cy, sx, sy, angle, flip } = place;
  const materials = [];
  const own = palette(random, 6);
  for (const part of parts) {
    materials[part.material] ??= {
      texture: objectTexture(
        random,
        colors ?? (random.chance(0.5) ? palette(random, 3) : [random.pick(own), random.pick(own)]),
      ),
      shine: random.range(0, 30),
    };
  }
  const light = random.range(-Math.PI, 0);
  const lx = Math.cos(light);
  const ly = Math.sin(light);
  const strength = random.range(10, 70);
  const shade = fractalNoise(random.int(1, 1e6), 4);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  const reach = Math.hypot(sx, sy) * 0.75;
  const [left, right] = [Math.max(0, Math.floor(cx - reach)), Math.min(w, Math.ceil(cx + reach))];
  const [top, bottom] = [Math.max(0, Math.floor(cy - reach)), Math.min(h, Math.ceil(cy + reach))];
  if (right <= left || bottom <= top) return;
  castShadow({ w, h, color }, random, { cx, cy, sx, sy });
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const dx = x - cx;
      const dy = y - cy;
      let u = (dx * c + dy * s) / sx;
      const v = (dy * c - dx * s) / sy + 0.5;
      if (flip) u = -u;
      u += 0.5;
      let material = -1;
      for (const part of parts) if (part.inside(u, v)) material = part.hole ? -1 : part.material;
      if (material < 0) continue;
      const i = y * w + x;
      const lit = ((u - 0.5) * lx + (v - 0.5) * ly) * strength + shade(x / (45 * unit), y / (45 * unit)) * 26;
      const texel = materials[material].texture(x / unit, y / unit);
      for (let k = 0; k < 3; k++) color[i * 3 + k] = texel[k] + lit;
      owner[i] = id;
    }
  }
}

function castShadow({ w, h, color }, random, { cx, cy, sx, sy }) {
  if (random.chance(0.4)) return;
  const dark = random.range(0.35, 0.85);
  const px = cx + random.normal() * sx * 0.15;
  const py = cy + sy * random.range(0.36, 0.5);
  const rx = sx * random.range(0.3, 0.6);
  const ry = sy * random.range(0.05, 0.16);
  for (let y = Math.max(0, Math.floor(py - ry * 1.6)); y < Math.min(h, py + ry * 1.6); y++) {
    for (let x = Math.max(0, Math.floor(px - rx * 1.6)); x < Math.min(w, px + rx * 1.6); x++) {
      const d = Math.hypot((x - px) / rx, (y - py) / ry);
      const t = Math.max(0, Math.min(1, (1.4 - d) / 0.8));
      const factor = 1 - t * (1 - dark);
      for (let k = 0; k < 3; k++) color[(y * w + x) * 3 + k] *= factor;
    }
  }
}

function drawOccluder({ w, h, unit, color, owner }, random, { cx, cy, sx, sy }) {
  const texture = objectTexture(random, palette(random, 3));
  const x0 = cx + random.normal() * sx * 0.25;
  const y0 = cy + random.normal() * sy * 0.25;
  const angle = random.chance(0.6) ? Math.PI / 2 + random.normal() * 0.15 : random.range(0, Math.PI);
  const half = random.range(0.015, 0.07) * sx;
  const nx = Math.sin(angle);
  const ny = -Math.cos(angle);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      if (Math.abs((x - x0) * nx + (y - y0) * ny) > half) continue;
      color.set(texture(x / unit, y / unit), (y * w + x) * 3);
      owner[y * w + x] = 0;
    }
  }
}

/** Lens, sensor and file: downsampling, blur, uneven light, noise, JPEG. */
function finish({ w, color, owner }, random, width, height) {
  const small = new Float32Array(width * height * 3);
  const mask = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let votes = 0;
      for (let sy = 0; sy < SUPER; sy++) {
        for (let sx = 0; sx < SUPER; sx++) {
          const i = (y * SUPER + sy) * w + x * SUPER + sx;
          votes += owner[i];
          for (let k = 0; k < 3; k++) small[(y * width + x) * 3 + k] += color[i * 3 + k] / (SUPER * SUPER);
        }
      }
      mask[y * width + x] = votes * 2 >= SUPER * SUPER ? 1 : 0;
    }
  }
  blur(small, width, height, random.range(0.3, 1.4));
  const tilt = [random.normal() * 0.15, random.normal() * 0.15];
  const noise = random.range(1, 9);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const gain = 1 + tilt[0] * (x / width - 0.5) + tilt[1] * (y / height - 0.5);
      const grain = random.normal() * noise;
      for (let k = 0; k < 3; k++) {
        const i = (y * width + x) * 3 + k;
        small[i] = Math.max(0, Math.min(255, small[i] * gain + grain + random.normal() * noise * 0.5));
      }
    }
  }
  jpeg(small, width, height, random.range(0.4, 2.4));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) data[i * 4 + k] = small[i * 3 + k];
    data[i * 4 + 3] = 255;
  }
  return { width, height, data, mask };
}

function blur(pixels, width, height, sigma) {
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
function jpeg(pixels, width, height, strength) {
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
