import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/**
 * Serves the drop-in script as an application's own build may make it of the library: `?kept-names` lets esbuild keep the
 * names of functions, for which it calls a helper that stands outside of all of them.
 */
export const keptNames = () => ({
  name: 'kept-names',
  async serve({ path, query }) {
    if (path !== '/dist/crowd-html-elements.js' || query['kept-names'] === undefined) return undefined;
    const { code } = await transform(await readFile(`.${path}`, 'utf8'), { keepNames: true, minify: true });
    return { body: code, type: 'js' };
  },
});
