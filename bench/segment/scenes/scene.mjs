import { blur, jpeg, sensorNoise, unevenLight } from './lens.mjs';
import { fractalNoise, Random } from './random.mjs';
import { BUILDING, HELD_OUT } from './shapes.mjs';
import { groundTexture, objectTexture, palette } from './textures.mjs';

const SETS = {
  building: { seed: 1, families: BUILDING, grounds: ['flat', 'clouds', 'bricks'] },
  'held-out': { seed: 900001, families: HELD_OUT, grounds: ['speckles', 'clouds', 'stripes'] },
  photo: {
    seed: 1700003,
    families: { ...BUILDING, ...HELD_OUT },
    grounds: ['flat', 'clouds', 'bricks', 'speckles', 'stripes', 'spots'],
  },
};

/** Rendered at twice the size, so that edges are soft as a lens makes them while the mask stays exact. */
const SUPER = 2;

/**
 * Renders a scene: `{ width, height, data (RGBA), mask (0 or 1 a pixel), family }`. `set` is 'building', 'held-out' or 'photo'. The
 * first two share neither object families nor kinds of ground nor seeds. 'photo' has all of them with seeds of its own, as a camera
 * would see them: ground out of focus, uneven light, highlights, blotchy noise, harder JPEG.
 */
export function renderScene(set, number, { width = 400, height = 320 } = {}) {
  const random = new Random(SETS[set].seed + number * 7919);
  const { families } = SETS[set];
  const names = Object.keys(families);
  const family = names[number % names.length];
  const w = width * SUPER;
  const h = height * SUPER;
  const unit = SUPER * (width / 400);
  const canvas = { w, h, unit, color: new Float32Array(w * h * 3), owner: new Uint8Array(w * h) };
  const groundColors = paintGround(canvas, random, SETS[set].grounds);
  const makers = Object.values(families);
  const mainColors = random.chance(0.12) ? groundColors : undefined;
  const place = placeIn(random, w, h);
  const others = random.int(0, 5);
  for (let i = 0; i < others; i++) {
    const colors = random.chance(0.3) ? mainColors : undefined;
    drawThing(canvas, random, random.pick(makers)(random), placeNear(random, place, w, h), 0, colors);
  }
  // A camera is focused on the object: what is behind it is not sharp.
  if (set === 'photo' && random.chance(0.8)) blur(canvas.color, w, h, random.range(1, 5) * unit);
  drawThing(canvas, random, families[family](random), place, 1, mainColors);
  if (set === 'photo') drawHighlights(canvas, random, place);
  if (random.chance(0.22)) drawOccluder(canvas, random, place);
  const image = finish(canvas, random, width, height, set === 'photo');
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

function paintGround({ w, h, unit, color }, random, kinds) {
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

/** Glints of lamps and sky on the object, and the dark of folds. */
function drawHighlights({ w, h, color, owner }, random, { cx, cy, sx, sy }) {
  const spots = Array.from({ length: random.int(1, 5) }, () => ({
    x: cx + random.normal() * sx * 0.25,
    y: cy + random.normal() * sy * 0.25,
    radius: random.range(0.04, 0.22) * sx,
    gain: random.range(-60, 90),
  }));
  for (let i = 0; i < w * h; i++) {
    if (owner[i] === 0) continue;
    for (const { x, y, radius, gain } of spots) {
      const d2 = ((i % w) - x) ** 2 + (Math.floor(i / w) - y) ** 2;
      const lit = gain * Math.exp(-d2 / (radius * radius));
      for (let k = 0; k < 3; k++) color[i * 3 + k] += lit;
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
function finish({ w, color, owner }, random, width, height, isPhoto) {
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
  if (isPhoto) {
    unevenLight(small, width, height, random);
    sensorNoise(small, width, height, random);
  }
  jpeg(small, width, height, isPhoto ? random.range(0.8, 4) : random.range(0.4, 2.4));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) {
    for (let k = 0; k < 3; k++) data[i * 4 + k] = small[i * 3 + k];
    data[i * 4 + 3] = 255;
  }
  return { width, height, data, mask };
}
