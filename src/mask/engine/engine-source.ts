import * as code from './engine-code.js';

/**
 * The code of the engine.
 *
 * Builds and test servers replace this module by one whose function holds the whole code in its body, so that its text can
 * start a worker (`scripts/lib/engine-plugin.mjs`). Page and worker thus share one copy of it, and a page that may start no
 * worker calls the same function. Where nothing was replaced the text starts no worker, and the page does the work itself.
 */
export function engineCode(): typeof code {
  return code;
}
