/**
 * Draws the form of the document review, and writes the manifests of the tasks in which earlier work is reviewed.
 *
 *   node examples/make-reviews.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { drawForm, FORM_SIZE, formBlocks } from './drawing/form.mjs';
import { openRenderer } from './drawing/render.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const write = (name, bytes) => writeFileSync(path.join(HERE, name), bytes);
const lines = (records) => `${records.map((record) => JSON.stringify(record)).join('\n')}\n`;

const renderer = await openRenderer();
write('pictures/form.jpg', await renderer.jpeg(drawForm(), { ...FORM_SIZE, maxBytes: 180_000 }));
await renderer.close();
write(
  'form-review/input.manifest',
  lines([{ 'source-ref': 's3://open-crowd-examples/form.jpg', blocks: formBlocks() }]),
);

const truth = JSON.parse(readFileSync(path.join(HERE, 'pictures/truth/boxes.json'), 'utf8'));

/** An earlier job, nearly right: in each picture one box is loose, one is missing and one has another label. */
function earlier(boxes) {
  return boxes.flatMap((box, index) => {
    if (index === 2) return [];
    if (index === 5) return [{ ...box, left: Math.max(0, box.left - 30), width: box.width + 70 }];
    if (index === 8) return [{ ...box, label: box.label === 'Bus' ? 'Car' : 'Bus' }];
    return [box];
  });
}

write(
  'verify-boxes/input.manifest',
  lines(
    ['street-1', 'street-2', 'street-3'].map((name) => ({
      'source-ref': `s3://open-crowd-examples/${name}.jpg`,
      earlier: earlier(truth[name].boxes),
    })),
  ),
);
