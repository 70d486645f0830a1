// The command line of the bench.

import { parseArgs } from 'node:util';
import { shapes } from './shapes.mjs';
import { tools } from './tools.mjs';

export const usage = `npm run bench -- [options]

  --only ours,raw     tools to measure: ${Object.keys(tools).join(', ')}
  --shape box,polygon what is on the picture: ${Object.keys(shapes).join(', ')} (default all)
  --n 100,10000       numbers of shapes, or of vertices of the outline (default: see lib/shapes.mjs)
  --runs 5            runs of each tool and number (default 3)
  --quick             ours and raw only, boxes and polygons, 100 and 10,000, two runs
  --script file.js    measure this build of the drop-in script instead of dist/ (to compare two versions)
  --write             put the tables into docs/performance.md
  --check             exit with 1 when a target is missed
  --report file.json  print the tables of an earlier run; measure nothing
  --strict            repeat runs until the machine was quiet (default: up to two repeats, then mark as noisy)
  --noise 0.15        CPU cores that others may use before a run counts as noisy
  --shots             keep a screenshot of each tool with its shapes in bench/results/
`;

const list = (text) => text.split(',').map((part) => part.trim());

/** Reads the options, with defaults filled in; throws with a sentence for the user when one makes no sense. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      shape: { type: 'string' },
      n: { type: 'string' },
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      report: { type: 'string' },
      script: { type: 'string' },
      strict: { type: 'boolean', default: false },
      noise: { type: 'string', default: '0.15' },
      shots: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const only = values.only ? list(values.only) : values.quick ? ['ours', 'raw'] : Object.keys(tools);
  const unknown = only.filter((id) => !tools[id]);
  if (unknown.length) throw new Error(`--only: no tool is called ${unknown.join(', ')}.`);
  const kinds = values.shape ? list(values.shape) : values.quick ? ['box', 'polygon'] : Object.keys(shapes);
  const strange = kinds.filter((id) => !shapes[id]);
  if (strange.length) throw new Error(`--shape: no shape is called ${strange.join(', ')}.`);
  const counts = values.n ?? (values.quick ? '100,10000' : undefined);
  const numbers = counts && list(counts).map(Number);
  if (numbers && !numbers.every((n) => Number.isInteger(n) && n > 0)) {
    throw new Error('--n: whole numbers from 1, please.');
  }
  const runs = Number(values.runs ?? (values.quick ? 2 : 3));
  if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs: a whole number from 1, please.');
  const noise = Number(values.noise);
  if (!(noise > 0)) throw new Error('--noise: a number of CPU cores above 0, please.');
  // Texts and categories have no shapes: they belong to the whole.
  const words = !values.shape && !values.quick && !values.only;
  return { ...values, only, words, shapes: kinds, counts: numbers, runs, noise, repeats: values.strict ? Infinity : 2 };
}
