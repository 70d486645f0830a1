/** The output manifest of an earlier box job whose workers were a little careless: something to adjust. */
import { Random } from './random.mjs';

/**
 * @param {Record<string, { width: number, height: number, boxes: { label: string, left: number, top: number, width: number, height: number }[] }>} truth
 * @param {readonly string[]} labels
 */
export function adjustmentManifest(truth, labels) {
  const streets = Object.entries(truth).filter(([name]) => name.startsWith('street-'));
  return `${streets.map(([name, picture], n) => JSON.stringify(line(name, picture, labels, n))).join('\n')}\n`;
}

function line(name, { width, height, boxes }, labels, position) {
  const random = new Random(500 + position);
  const careless = boxes
    // One in seven is forgotten.
    .filter(() => !random.chance(1 / 7))
    .map((box) => {
      const shift = (size, most) => Math.round(random.between(-1, 1) * Math.min(size * 0.08, most));
      const left = clamp(box.left + shift(box.width, 16), 0, width - 8);
      const top = clamp(box.top + shift(box.height, 16), 0, height - 8);
      const label = box.label === 'Bus' || random.chance(0.05) ? 'Car' : box.label;
      return {
        class_id: labels.indexOf(label),
        height: clamp(box.height + shift(box.height, 20), 6, height - top),
        left,
        top,
        width: clamp(box.width + shift(box.width, 20), 6, width - left),
      };
    });
  const used = [...new Set(careless.map(({ class_id }) => class_id))].sort((a, b) => a - b);
  return {
    'source-ref': `s3://open-crowd-examples/${name}.jpg`,
    'street-boxes': { image_size: [{ width, height, depth: 3 }], annotations: careless },
    'street-boxes-metadata': {
      objects: careless.map(() => ({ confidence: Math.round(random.between(0.55, 0.97) * 100) / 100 })),
      'class-map': Object.fromEntries(used.map((id) => [String(id), labels[id]])),
      type: 'groundtruth/object-detection',
      'human-annotated': 'yes',
      'creation-date': `2026-10-0${position + 1}T09:30:00.000000`,
      'job-name': 'labeling-job/street-boxes',
    },
  };
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value));
