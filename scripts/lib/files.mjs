import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', '.git', '.cache', 'storybook-static']);

/** Every file under `folder` for which `accepts(path)` holds, sorted, with forward slashes; none when it is missing. */
export function filesUnder(folder, accepts = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED_FOLDERS.has(entry.name) ? [] : filesUnder(path, accepts);
      const name = path.split(sep).join('/');
      return accepts(name) ? [name] : [];
    })
    .sort();
}

/** The registration entries: `src/elements/<tag>.ts`, without those in the folders of the families. */
export function elementEntries(root = '.') {
  const folder = join(root, 'src/elements');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^crowd-[a-z-]+\.ts$/.test(name) || name === 'iron-icon.ts')
    .sort()
    .map((name) => `src/elements/${name}`);
}
