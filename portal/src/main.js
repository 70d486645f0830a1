/** Command line entry of the task lab; `scripts/start.mjs` has installed and built before this runs. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCommand, USAGE } from './arguments.js';
import { startLab } from './lab.js';
import { displayPath } from './paths.js';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * @param {readonly string[]} args
 */
export async function main(args) {
  const command = parseCommand(args);
  if (command.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { template, labels, header, buckets } = command;
  const own =
    template === undefined
      ? undefined
      : { template, data: command.data ?? manifestBeside(template), labels, header, buckets };
  for (const file of own ? [own.template, own.data] : []) {
    if (!existsSync(file)) throw new Error(`There is no file ${displayPath(path.resolve(file))}.`);
  }
  const output = path.resolve(command.output ?? path.join(ROOT, 'output'));
  const lab = await startLab({
    examples: path.join(ROOT, 'examples'),
    dist: path.join(ROOT, 'dist'),
    output,
    port: command.port,
    own,
  });
  process.stdout.write(`\n  Task lab   ${lab.url}\n  Answers    ${displayPath(output)}/\n  Stop       Ctrl+C\n\n`);
  if (command.open) openBrowser(lab.url);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void lab.close().then(() => process.exit(0)));
  }
}

/**
 * The manifest that lies beside a template: the one with its name, or the only one.
 *
 * @param {string} template
 */
function manifestBeside(template) {
  const folder = path.dirname(path.resolve(template));
  const stem = path.basename(template).split('.')[0];
  const manifests = existsSync(folder)
    ? readdirSync(folder).filter((name) => /\.(manifest|jsonl)(\.json)?$/.test(name))
    : [];
  const chosen =
    manifests.find((name) => name.split('.')[0] === stem) ?? (manifests.length === 1 ? manifests[0] : undefined);
  if (!chosen) throw new Error(`Which data goes with ${template}? Add --data my.manifest.`);
  return path.join(folder, chosen);
}

/**
 * Opens the system's browser, if there is one; the address has been printed in any case.
 *
 * @param {string} url
 */
function openBrowser(url) {
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url];
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}
