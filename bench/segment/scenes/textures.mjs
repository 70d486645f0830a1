import { fractalNoise, valueNoise } from './random.mjs';

/** Colours are [red, green, blue] from 0 to 255; a texture is a function of position that returns one. */

export function hsv(hue, saturation, value) {
  const f = (n) => {
    const k = (n + hue / 60) % 6;
    return 255 * value * (1 - saturation * Math.max(0, Math.min(k, 4 - k, 1)));
  };
  return [f(5), f(3), f(1)];
}

/** Natural palettes are muted and related, painted things may be anything. */
export function palette(random, count, kind = random.chance(0.65) ? 'natural' : 'painted') {
  const hue = random.chance(0.5)
    ? random.pick([30, 45, 90, 110, 210, 25]) + random.range(-15, 15)
    : random.range(0, 360);
  const value = random.range(0.25, 0.85);
  return Array.from({ length: count }, () =>
    kind === 'natural'
      ? hsv((hue + random.normal() * 14 + 360) % 360, random.range(0.08, 0.5), clamp01(value + random.normal() * 0.13))
      : hsv(random.range(0, 360), random.range(0.2, 0.9), random.range(0.25, 0.95)),
  );
}

const clamp01 = (v) => Math.max(0.04, Math.min(1, v));
const mix = (a, b, t) => a.map((v, i) => v + (b[i] - v) * t);

function flat(random, colors) {
  const noise = fractalNoise(random.int(1, 1e6), 4);
  const scale = 1 / random.range(20, 120);
  const depth = random.range(4, 22);
  return (x, y) => {
    const n = noise(x * scale, y * scale) * depth;
    return colors[0].map((v) => v + n);
  };
}

function clouds(random, colors) {
  const noise = fractalNoise(random.int(1, 1e6), 6, random.range(0.45, 0.7));
  const scale = 1 / random.range(15, 160);
  const contrast = random.range(1, 2.4);
  return (x, y) => {
    const t = Math.max(0, Math.min(0.999, 0.5 + noise(x * scale, y * scale) * contrast)) * (colors.length - 1);
    return mix(colors[Math.floor(t)], colors[Math.floor(t) + 1] ?? colors[Math.floor(t)], t % 1);
  };
}

function stripes(random, colors) {
  const angle = random.range(0, Math.PI);
  const width = random.range(5, 34);
  const wobble = valueNoise(random.int(1, 1e6));
  const amount = random.range(0, 12);
  const grain = fractalNoise(random.int(1, 1e6), 3);
  return (x, y) => {
    const u = x * Math.cos(angle) + y * Math.sin(angle) + wobble(x / 40, y / 40) * amount;
    const color = colors[Math.abs(Math.floor(u / width)) % Math.min(2, colors.length)];
    const n = grain(x / 9, y / 9) * 10;
    return color.map((v) => v + n);
  };
}

function speckles(random, colors) {
  const size = random.range(5, 18);
  const cells = valueNoise(random.int(1, 1e6));
  const pick = valueNoise(random.int(1, 1e6));
  return (x, y) => {
    const u = x + cells(x / size, y / size) * size;
    const v = y + cells(y / size + 50, x / size) * size;
    const t = pick(Math.floor(u / size) * 3.7, Math.floor(v / size) * 3.1);
    const color = colors[Math.floor(((t + 1) / 2) * colors.length * 0.999)];
    const shade = cells(x / 4, y / 4) * 12;
    return color.map((c) => c + shade);
  };
}

function bricks(random, colors) {
  const w = random.range(20, 50);
  const h = w * random.range(0.3, 0.6);
  const tone = valueNoise(random.int(1, 1e6));
  const grain = fractalNoise(random.int(1, 1e6), 4);
  const joint = colors[1] ?? colors[0];
  return (x, y) => {
    const row = Math.floor(y / h);
    const u = x + (row % 2) * (w / 2);
    const inJoint = u % w < 2.5 || y % h < 2.5;
    const t = tone(Math.floor(u / w) * 2.3, row * 1.7) * 18 + grain(x / 7, y / 7) * 14;
    return (inJoint ? joint : colors[0]).map((v) => v + t);
  };
}

function spots(random, colors) {
  const size = random.range(14, 36);
  const jitter = valueNoise(random.int(1, 1e6));
  const grain = fractalNoise(random.int(1, 1e6), 4);
  return (x, y) => {
    const cx = Math.floor(x / size);
    const cy = Math.floor(y / size);
    const dx = x - (cx + 0.5 + jitter(cx * 1.9, cy * 2.1) * 0.2) * size;
    const dy = y - (cy + 0.5 + jitter(cy * 1.3, cx * 2.7) * 0.2) * size;
    const radius = size * (0.28 + 0.12 * jitter(cx * 3.1 + 9, cy));
    const n = grain(x / 12, y / 12) * 14;
    return colors[dx * dx + dy * dy < radius * radius ? 1 % colors.length : 0].map((v) => v + n);
  };
}

const MAKERS = { flat, clouds, stripes, speckles, bricks, spots };
const OBJECT_KINDS = ['flat', 'flat', 'flat', 'clouds', 'clouds', 'stripes', 'speckles', 'spots'];

/** A texture for a thing or a part of one. */
export function objectTexture(random, colors) {
  return MAKERS[random.pick(OBJECT_KINDS)](random, colors);
}

/** The texture of a whole ground. */
export function groundTexture(random, colors, kind) {
  return MAKERS[kind](random, colors);
}
