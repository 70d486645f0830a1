/** A grey picture in the manner of a computed tomography slice through a chest. It shows nobody: every shape is a formula. */
import { Random } from './random.mjs';

export const PHANTOM_SIZE = 1024;

/** What can be marked in it. */
export const PHANTOM_LABELS = ['Lung', 'Heart', 'Aorta', 'Vertebra', 'Nodule'];

/** Slices from top to bottom; nodules as [x, y, radius] in pixels. */
export const PHANTOM_SLICES = [
  { name: 'phantom-1', level: 0.15, seed: 5, nodules: [[318, 395, 15]] },
  {
    name: 'phantom-2',
    level: 0.5,
    seed: 6,
    nodules: [
      [730, 560, 21],
      [290, 610, 11],
    ],
  },
  { name: 'phantom-3', level: 0.85, seed: 7, nodules: [[742, 640, 13]] },
];

const clamp = (value, low = 0, high = 1) => Math.min(high, Math.max(low, value));
const smooth = (value) => value * value * (3 - 2 * value);

/** 1 inside, 0 outside, soft over `edge` pixels. `distance` is negative inside. */
const inside = (distance, edge) => smooth(clamp(0.5 - distance / edge));

/** Signed distance, in pixels and roughly, to a turned ellipse; `power` above 2 makes it squarer. */
function ellipse(x, y, { cx, cy, rx, ry, turn = 0, power = 2 }) {
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const u = Math.abs(((x - cx) * cos + (y - cy) * sin) / rx);
  const v = Math.abs((-(x - cx) * sin + (y - cy) * cos) / ry);
  return ((u ** power + v ** power) ** (1 / power) - 1) * Math.min(rx, ry);
}

/** Outlines of the organs at a level between 0 and 1. */
function anatomy({ level, nodules }) {
  const grow = Math.sin((0.25 + level * 0.6) * Math.PI);
  const heart = 0.45 + level * 0.55;
  return {
    body: { cx: 512, cy: 530, rx: 436, ry: 316, power: 2.35 },
    muscle: { cx: 512, cy: 532, rx: 402, ry: 284, power: 2.3 },
    cage: { cx: 512, cy: 520, rx: 356, ry: 246, power: 2.25 },
    lungs: [
      { cx: 326, cy: 520, rx: 138 + 18 * grow, ry: 196 + 20 * grow, turn: 0.14, power: 2.3 },
      { cx: 700, cy: 524, rx: 136 + 16 * grow, ry: 194 + 20 * grow, turn: -0.16, power: 2.3 },
    ],
    heart: { cx: 548, cy: 452, rx: 92 + 62 * heart, ry: 82 + 44 * heart, turn: -0.42, power: 2.1 },
    cavity: { cx: 566, cy: 440, rx: 44 + 30 * heart, ry: 34 + 26 * heart, turn: -0.5 },
    aorta: { cx: 574, cy: 640, rx: 34, ry: 33 },
    // It divides, and leaves the slice, above the heart.
    windpipe: level < 0.4 ? { cx: 512, cy: 560, rx: 22, ry: 24 } : undefined,
    vertebra: { cx: 512, cy: 706, rx: 60, ry: 47, power: 2.6 },
    canal: { cx: 512, cy: 764, rx: 22, ry: 17 },
    nodules: nodules.map(([cx, cy, r]) => ({ cx, cy, rx: r, ry: r * 0.86, turn: 0.5 })),
  };
}

/**
 * @param {typeof PHANTOM_SLICES[number]} slice
 * @returns {{ grey: Uint8Array, boxes: { label: string, left: number, top: number, width: number, height: number }[] }}
 */
export function drawPhantom(slice) {
  const random = new Random(slice.seed);
  const organs = anatomy(slice);
  const vessels = lungVessels(organs, random);
  const density = new Float32Array(PHANTOM_SIZE ** 2);
  for (let y = 0; y < PHANTOM_SIZE; y++) {
    for (let x = 0; x < PHANTOM_SIZE; x++) density[y * PHANTOM_SIZE + x] = densityAt(x, y, organs);
  }
  for (const vessel of vessels) addSpot(density, vessel);
  return { grey: window8Bit(density, random), boxes: boxesOf(organs) };
}

/** Grey value before noise, 0 air to 1 bone. */
function densityAt(x, y, organs) {
  let value = 0.012;
  // The table below the patient.
  const table = Math.abs(Math.hypot((x - 512) / 1.5, y - 300) - 588);
  value += 0.24 * inside(table - 7, 4) * inside(Math.abs(x - 512) - 380, 30);

  const body = inside(ellipse(x, y, organs.body), 7);
  if (body === 0) return value;
  const rim = inside(Math.abs(ellipse(x, y, organs.body)) - 4, 6);
  value += body * (0.27 - value) + 0.12 * rim;
  const muscle = inside(ellipse(x, y, organs.muscle), 9);
  const fibres = 0.015 * Math.sin(x * 0.11 + Math.sin(y * 0.05) * 3) * Math.sin(y * 0.083);
  value += muscle * (0.5 + fibres - value);
  value += inside(ellipse(x, y, organs.cage), 8) * (0.42 - value) * 0.8;

  for (const lung of organs.lungs) {
    const wobble = 7 * Math.sin(Math.atan2(y - lung.cy, x - lung.cx) * 5 + lung.cx);
    const air = inside(ellipse(x, y, lung) + wobble, 9);
    value += air * (0.105 + 0.05 * clamp((y - 400) / 400) - value);
  }
  const middle = inside(ellipse(x, y, { cx: 524, cy: 545, rx: 86, ry: 178, power: 2.4 }), 22);
  value += middle * (0.43 - value);
  const heart = inside(ellipse(x, y, organs.heart), 10);
  value += heart * (0.56 - value);
  value += heart * inside(ellipse(x, y, organs.cavity), 18) * (0.66 - value);
  value += inside(ellipse(x, y, organs.aorta), 6) * (0.68 - value);
  if (organs.windpipe) value += inside(ellipse(x, y, organs.windpipe), 5) * (0.03 - value);
  value += ribs(x, y) * (0.86 - value);

  const vertebra = ellipse(x, y, organs.vertebra);
  value += inside(vertebra, 7) * (0.74 - value);
  value += inside(Math.abs(vertebra + 5) - 5, 6) * (0.95 - value);
  for (const side of [-1, 1]) {
    value +=
      inside(ellipse(x, y, { cx: 512 + side * 46, cy: 772, rx: 50, ry: 13, turn: side * 0.42 }), 8) * (0.87 - value);
  }
  value += inside(ellipse(x, y, { cx: 512, cy: 806, rx: 13, ry: 40 }), 8) * (0.87 - value);
  value += inside(ellipse(x, y, organs.canal), 8) * (0.46 - value);
  // Breastbone.
  value += inside(ellipse(x, y, { cx: 512, cy: 266, rx: 52, ry: 15, power: 2.4 }), 7) * (0.84 - value);
  for (const nodule of organs.nodules) value += inside(ellipse(x, y, nodule), 7) * (0.55 - value);
  return value;
}

/** Bright pieces along the rib cage. */
function ribs(x, y) {
  const angle = Math.atan2((y - 520) / 246, (x - 512) / 356);
  const along = Math.cos(angle * 11 + 0.6);
  const ring = ellipse(x, y, { cx: 512, cy: 520, rx: 374, ry: 263, power: 2.28 });
  // None in front, where the breastbone is.
  const front = y < 400 ? smooth(clamp((Math.abs(x - 512) - 170) / 40)) : 1;
  return front * inside(Math.abs(ring) - 11, 6) * smooth(clamp((along - 0.02) * 4));
}

function lungVessels({ lungs }, random) {
  const spots = [];
  for (const lung of lungs) {
    const hilum = [lung.cx < 512 ? lung.cx + 92 : lung.cx - 92, lung.cy + 4];
    for (let branch = 0; branch < 46; branch++) {
      let angle = random.between(0, Math.PI * 2);
      let [x, y] = hilum;
      let radius = random.between(3.4, 8);
      while (radius > 0.9) {
        if (ellipse(x, y, lung) < -12) spots.push({ x, y, radius, value: 0.22 + radius * 0.03 });
        x += Math.cos(angle) * radius;
        y += Math.sin(angle) * radius;
        angle += random.between(-0.24, 0.24);
        radius *= 0.97;
      }
    }
  }
  return spots;
}

function addSpot(density, { x, y, radius, value }) {
  const reach = Math.ceil(radius + 2);
  for (let py = Math.floor(y) - reach; py <= y + reach; py++) {
    for (let px = Math.floor(x) - reach; px <= x + reach; px++) {
      const at = py * PHANTOM_SIZE + px;
      const share = inside(Math.hypot(px - x, py - y) - radius, 3);
      if (density[at] < value) density[at] += share * (value - density[at]);
    }
  }
}

/** Adds the scanner's grain, a little smoothed as reconstruction does, and turns density into grey. */
function window8Bit(density, random) {
  const size = PHANTOM_SIZE;
  const noise = new Float32Array(size * size);
  for (let i = 0; i < noise.length; i++) noise[i] = random.next() + random.next() + random.next() - 1.5;
  const grey = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const i = y * size + x;
      const left = noise[x > 0 ? i - 1 : i];
      const above = noise[y > 0 ? i - size : i];
      const strength = density[i] > 0.05 ? 0.052 : 0.012;
      grey[i] = Math.round(255 * clamp(density[i] + strength * (noise[i] * 0.5 + left * 0.3 + above * 0.3)));
    }
  }
  return grey;
}

/** Exact boxes around what the phantom is made of. */
function boxesOf(organs) {
  const shapes = [
    ...organs.lungs.map((shape) => ['Lung', shape]),
    ['Heart', organs.heart],
    ['Aorta', organs.aorta],
    ['Vertebra', organs.vertebra],
    ...organs.nodules.map((shape) => ['Nodule', shape]),
  ];
  return shapes.map(([label, { cx, cy, rx, ry, turn = 0 }]) => {
    const half = [
      Math.hypot(rx * Math.cos(turn), ry * Math.sin(turn)),
      Math.hypot(rx * Math.sin(turn), ry * Math.cos(turn)),
    ].map(Math.ceil);
    return {
      label,
      left: Math.round(cx) - half[0],
      top: Math.round(cy) - half[1],
      width: half[0] * 2,
      height: half[1] * 2,
    };
  });
}
