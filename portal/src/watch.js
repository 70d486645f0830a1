/** Notices edits to templates, manifests and pictures, and says which jobs they concern. */
import { watch } from 'node:fs';
import path from 'node:path';

/** Editors write a file in several steps; one report is enough. */
const SETTLE_MS = 80;

/**
 * Watches folders, each once, without their subfolders.
 *
 * @param {readonly string[]} folders
 * @param {(files: readonly string[]) => void} report Absolute paths of what changed.
 * @returns {() => void} Ends the watching.
 */
export function watchFolders(folders, report) {
  /** @type {Set<string>} */
  const changed = new Set();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const watchers = [...new Set(folders)].flatMap((folder) => {
    try {
      const watcher = watch(folder, (_event, name) => {
        if (name === null || isTemporary(name)) return;
        changed.add(path.join(folder, name));
        clearTimeout(timer);
        timer = setTimeout(() => {
          const files = [...changed];
          changed.clear();
          report(files);
        }, SETTLE_MS);
      });
      // A folder that is taken away ends its watching, not the lab.
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      return [];
    }
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** @param {string} name */
function isTemporary(name) {
  return name.startsWith('.') || name.endsWith('~') || name.endsWith('.swp') || /^4913$/.test(name);
}
