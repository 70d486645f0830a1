/** The command line of `npm start`. */
import { parseArgs } from 'node:util';

export const USAGE = `Usage: npm start -- [template.liquid.html] [options]

Without a template the gallery of examples is shown.

  --data <file>           input manifest for your template (JSON Lines); default: a .manifest beside it
  --labels <list|file>    labels as "Car,Bus" or a label category configuration file (.json)
  --header <text>         text for task.input.header
  --s3 <bucket=folder>    where the objects of a bucket are on this machine; may be repeated
  --output <folder>       where answers are written (default: output)
  --port <number>         first port to try (default: 4400)
  --no-open               do not open a browser
  --help                  show this text
`;

/** First port that is tried. */
const DEFAULT_PORT = 4400;

/**
 * @typedef {object} Command
 * @property {string} [template]
 * @property {string} [data]
 * @property {string} [labels]
 * @property {string} [header]
 * @property {Record<string, string>} buckets
 * @property {string} [output]
 * @property {number} port
 * @property {boolean} open
 * @property {boolean} help
 */

/**
 * Reads the arguments. Throws an Error whose message can be shown as it is.
 *
 * @param {readonly string[]} args
 * @returns {Command}
 */
export function parseCommand(args) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      labels: { type: 'string' },
      header: { type: 'string' },
      s3: { type: 'string', multiple: true },
      output: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      open: { type: 'boolean', default: true },
      'no-open': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (positionals.length > 1)
    throw new Error(`One template at a time; ${positionals.slice(1).join(', ')} is too much.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`--port ${values.port} is not a port number.`);
  if (values.data !== undefined && positionals.length === 0) throw new Error('--data needs a template to go with it.');
  return {
    template: positionals[0],
    data: values.data,
    labels: values.labels,
    header: values.header,
    buckets: Object.fromEntries((values.s3 ?? []).map(readBucket)),
    output: values.output,
    port,
    open: values.open && !values['no-open'],
    help: values.help,
  };
}

/**
 * @param {string} text
 * @returns {[bucket: string, folder: string]}
 */
function readBucket(text) {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new Error(`--s3 ${text} should look like --s3 my-bucket=pictures.`);
  return [
    text
      .slice(0, at)
      .replace(/^s3:\/\//, '')
      .replace(/\/$/, ''),
    text.slice(at + 1),
  ];
}
