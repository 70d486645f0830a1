/** Exact answers, read from a scene painted in flat colours. */

/** Things smaller than this, seen past what stands in front of them, are not asked for. */
const LEAST_PIXELS = 220;
const LEAST_SIDE = 9;

const colorOf = (index) => `#${(index * 5).toString(16).padStart(6, '0')}`;
const indexOf = (rgba, at) => ((rgba[at] << 16) | (rgba[at + 1] << 8) | rgba[at + 2]) / 5;

/**
 * The scene as one number per pixel: 0 for what no object covers.
 *
 * @param {Awaited<ReturnType<typeof import('./render.mjs').openRenderer>>} renderer
 * @param {import('./scene.mjs').Scene} scene
 * @param {(object: { label?: string }, position: number) => number | undefined} numberOf
 */
async function paintNumbers(renderer, scene, numberOf) {
  const flat = scene.flat((object, position) => {
    const number = numberOf(object, position);
    return number === undefined ? undefined : colorOf(number);
  });
  const rgba = await renderer.pixels(flat, scene);
  const numbers = new Uint16Array(scene.width * scene.height);
  for (let i = 0; i < numbers.length; i++) {
    const number = indexOf(rgba, i * 4);
    if (!Number.isInteger(number) || number > scene.objects.length + 1) {
      throw new Error(`Pixel ${i} is blended; a mask must not be softened.`);
    }
    numbers[i] = number;
  }
  return numbers;
}

/** Index mask of classes: 0 where nothing is labelled, then the position in `labels` plus one. */
export async function classMask(renderer, scene, labels) {
  const numbers = await paintNumbers(renderer, scene, ({ label }) => labels.indexOf(label) + 1);
  return Uint8Array.from(numbers);
}

/** Boxes around what can be seen of each object, in the order in which they are painted. */
export async function visibleBoxes(renderer, scene, labels) {
  const numbers = await paintNumbers(renderer, scene, ({ label }, position) =>
    labels.includes(label) ? position + 1 : 0,
  );
  const found = new Map();
  numbers.forEach((number, i) => {
    if (number === 0) return;
    const x = i % scene.width;
    const y = Math.floor(i / scene.width);
    const box = found.get(number) ?? { x1: x, y1: y, x2: x, y2: y, pixels: 0 };
    found.set(number, {
      x1: Math.min(box.x1, x),
      y1: Math.min(box.y1, y),
      x2: Math.max(box.x2, x),
      y2: Math.max(box.y2, y),
      pixels: box.pixels + 1,
    });
  });
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([number, { x1, y1, x2, y2, pixels }]) => ({
      label: scene.objects[number - 1].label,
      left: x1,
      top: y1,
      width: x2 - x1 + 1,
      height: y2 - y1 + 1,
      pixels,
    }))
    .filter(({ width, height, pixels }) => pixels >= LEAST_PIXELS && width >= LEAST_SIDE && height >= LEAST_SIDE)
    .map(({ pixels: _pixels, ...box }) => box);
}
