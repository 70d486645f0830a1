/**
 * Draws the pictures of the examples, their exact masks and boxes, and the manifests that are made from them.
 *
 *   node examples/make-pictures.mjs                 everything
 *   node examples/make-pictures.mjs street-1 hand   some pictures only
 *
 * The same sources give the same pictures; what is committed is what this script has written.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { adjustmentManifest } from './drawing/adjustment.mjs';
import { drawBoxGuide } from './drawing/guide.mjs';
import { drawHand, HAND_POINTS } from './drawing/hand.mjs';
import { drawHarbour, HARBOURS } from './drawing/harbour.mjs';
import { drawLanes } from './drawing/lanes.mjs';
import { drawLeaves } from './drawing/leaves.mjs';
import { drawPhantom, PHANTOM_SIZE, PHANTOM_SLICES } from './drawing/phantom.mjs';
import { palettePng } from './drawing/png.mjs';
import { openRenderer } from './drawing/render.mjs';
import { drawStreet, STREET_LABELS, STREET_THINGS, STREETS } from './drawing/street.mjs';
import { classMask, visibleBoxes } from './drawing/truth.mjs';
import { drawYard } from './drawing/yard.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const PICTURES = path.join(HERE, 'pictures');
const GUIDE = path.join(HERE, 'pictures', 'guide');
const TRUTH = path.join(HERE, 'pictures', 'truth');

/** No picture of the examples is larger. */
const MAX_BYTES = 290_000;

/** Default label colours by position, as the elements use them. */
const COLORS = ['#2ca02c', '#1f77b4', '#ff7f0e', '#d62728', '#9467bd', '#7f7f7f', '#e377c2', '#8c564b', '#17becf'];

const chosen = process.argv.slice(2);
const wanted = (name) => chosen.length === 0 || chosen.includes(name);
const write = (folder, name, bytes) => {
  writeFileSync(path.join(folder, name), bytes);
  console.log(`${name.padEnd(22)} ${bytes.length.toLocaleString('en').padStart(9)} bytes`);
};
const json = (value) => `${JSON.stringify(value, null, 1)}\n`;

mkdirSync(TRUTH, { recursive: true });
mkdirSync(GUIDE, { recursive: true });
const renderer = await openRenderer();
const boxes = {};

for (const street of STREETS.filter(({ name }) => wanted(name))) {
  const scene = drawStreet(street);
  const { width, height } = scene;
  write(PICTURES, `${street.name}.jpg`, await renderer.jpeg(scene.picture(), { width, height, maxBytes: MAX_BYTES }));
  const mask = await classMask(renderer, scene, STREET_LABELS);
  write(TRUTH, `${street.name}.mask.png`, palettePng(mask, { width, height, palette: ['#ffffff', ...COLORS] }));
  boxes[street.name] = { width, height, boxes: await visibleBoxes(renderer, scene, STREET_THINGS) };
}

for (const [name, draw] of [
  ['leaves', drawLeaves],
  ['lanes', drawLanes],
  ['hand', drawHand],
  ['yard', drawYard],
  ...HARBOURS.map((harbour) => [harbour.name, () => drawHarbour(harbour)]),
]) {
  if (!wanted(name)) continue;
  const scene = draw();
  const { width, height } = scene;
  write(PICTURES, `${name}.jpg`, await renderer.jpeg(scene.picture(), { width, height, maxBytes: MAX_BYTES }));
}

for (const kind of ['good', 'loose', 'shadow']) {
  if (!wanted('guide')) continue;
  const scene = drawBoxGuide(kind);
  const { width, height } = scene;
  write(GUIDE, `box-${kind}.jpg`, await renderer.jpeg(scene.picture(), { width, height, maxBytes: 20_000 }));
}

for (const slice of PHANTOM_SLICES.filter(({ name }) => wanted(name))) {
  const { grey, boxes: found } = drawPhantom(slice);
  const size = { width: PHANTOM_SIZE, height: PHANTOM_SIZE };
  write(PICTURES, `${slice.name}.jpg`, await renderer.greyJpeg(grey, { ...size, quality: 0.86 }));
  boxes[slice.name] = { ...size, boxes: found };
}
await renderer.close();

if (chosen.length === 0) {
  write(TRUTH, 'boxes.json', json(boxes));
  write(TRUTH, 'hand.json', json(HAND_POINTS));
  write(path.join(HERE, 'street-adjustment'), 'input.manifest', adjustmentManifest(boxes, STREET_THINGS));
}
