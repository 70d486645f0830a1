// Where things are.

import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder `bench/`. */
export const benchDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The root of the repository. */
export const rootDir = path.resolve(benchDir, '..');

export const pagesDir = path.join(benchDir, 'pages');
export const builtDir = path.join(benchDir, 'dist');
export const peersDir = path.join(benchDir, 'peers');
export const resultsDir = path.join(benchDir, 'results');

/** The library as users get it. */
export const libraryDir = path.join(rootDir, 'dist');

export const dropInFile = path.join(libraryDir, 'crowd-html-elements.js');
export const reportFile = path.join(rootDir, 'docs', 'performance.md');
