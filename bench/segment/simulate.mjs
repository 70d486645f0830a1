import { Random } from './scenes/random.mjs';

/** Bounds of a mask, right and bottom exclusive. */
export function boundsOf({ mask, width, height }) {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!mask[y * width + x]) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
    }
  }
  return { left, top, right, bottom };
}

/** Four extreme points as a person clicks them: somewhere on the extreme edge, a little off, in any order. */
export function extremeClicks(scene, seed) {
  const random = new Random(seed + 17);
  const { mask, width, height } = scene;
  const { left, top, right, bottom } = boundsOf(scene);
  const sigma = 1.2 + 0.006 * Math.max(right - left, bottom - top);
  const members = (test) => {
    const found = [];
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) if (mask[y * width + x] && test(x, y)) found.push({ x, y });
    return found;
  };
  const near = 2;
  const sides = [
    members((_x, y) => y < top + near),
    members((_x, y) => y >= bottom - near),
    members((x) => x < left + near),
    members((x) => x >= right - near),
  ];
  const clicks = sides.map((pixels) => {
    const { x, y } = random.pick(pixels);
    return {
      x: Math.max(0, Math.min(width - 1, x + 0.5 + random.normal() * sigma)),
      y: Math.max(0, Math.min(height - 1, y + 0.5 + random.normal() * sigma)),
    };
  });
  return clicks.sort(() => random.next() - 0.5);
}

/** The correction a person makes next: a click in the middle of the largest wrong area. */
export function correctionClick({ mask, width }, answer) {
  const wrong = mask.map((value, i) => (value === answer[i] ? 0 : 1));
  const labels = new Int32Array(wrong.length);
  let best = [];
  let next = 0;
  for (let start = 0; start < wrong.length; start++) {
    if (!wrong[start] || labels[start]) continue;
    const pixels = [start];
    labels[start] = ++next;
    for (let k = 0; k < pixels.length; k++) {
      const at = pixels[k];
      const x = at % width;
      for (const [dx, step] of [
        [1, 1],
        [-1, -1],
        [0, width],
        [0, -width],
      ]) {
        const to = at + step;
        const isInside = x + dx >= 0 && x + dx < width && to >= 0 && to < wrong.length;
        // An error ends where its kind changes: what is missing and what is too much are two errors.
        if (isInside && wrong[to] && !labels[to] && mask[to] === mask[at]) {
          labels[to] = next;
          pixels.push(to);
        }
      }
    }
    if (pixels.length > best.length) best = pixels;
  }
  if (best.length === 0) return undefined;
  const member = new Set(best);
  let centre = best[0];
  let depth = -1;
  let ring = best;
  const layer = new Map();
  for (let d = 0; ring.length > 0; d++) {
    // Peels the area from outside; what is left last is its middle.
    const edge = ring.filter((at) => [1, -1, width, -width].some((step) => !member.has(at + step)));
    if (edge.length === 0) break;
    for (const at of edge) layer.set(at, d);
    for (const at of edge) member.delete(at);
    ring = ring.filter((at) => member.has(at));
    if (d > depth) {
      depth = d;
      centre = edge[edge.length >> 1];
    }
  }
  return { x: (centre % width) + 0.5, y: Math.floor(centre / width) + 0.5, isObject: mask[centre] === 1, depth };
}

/** Intersection over union of two masks. */
export function iou(mask, answer) {
  let both = 0;
  let either = 0;
  for (let i = 0; i < mask.length; i++) {
    both += mask[i] & answer[i];
    either += mask[i] | answer[i];
  }
  return either === 0 ? 1 : both / either;
}
