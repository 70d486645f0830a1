import { existsSync, readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import esbuild from 'rollup-plugin-esbuild';
import { engineSource } from './scripts/lib/engine-plugin.mjs';
import { elementEntries } from './scripts/lib/files.mjs';
import { minifyScript } from './scripts/lib/minify.mjs';
import { templateWhitespace } from './scripts/lib/template-whitespace.mjs';

const { dependencies, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const target = 'es2022';
const isDependency = (id) => Object.keys(dependencies).some((name) => id === name || id.startsWith(`${name}/`));
const compile = () => [engineSource(), esbuild({ tsconfig: 'tsconfig.json', target }), templateWhitespace()];

/** Only entry points do something when they are merely loaded; what nobody uses of all others is left out. */
const treeshake = {
  moduleSideEffects: (id, isExternal) =>
    isExternal || id.includes('node_modules') || /src\/(index|crowd-html-elements|elements\/[\w-]+)\.ts$/.test(id),
};

// A defect in the sources must not become a defect in the package.
const onLog = (level, log, handler) => {
  if (log.code === 'CIRCULAR_DEPENDENCY' && log.ids?.every((id) => id.includes('node_modules'))) return;
  if (level === 'warn') throw new Error(log.message);
  handler(level, log);
};

/** ES modules, one per source file, dependencies left to the application's own bundler. */
const modules = {
  input: ['src/index.ts', 'src/classes.ts', 'src/answers/index.ts', 'src/segmenters.ts', ...elementEntries()].filter(
    (path) => existsSync(path),
  ),
  external: isDependency,
  treeshake,
  onLog,
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
  plugins: [nodeResolve(), ...compile()],
};

/**
 * What Konva takes for the global object of a page. Left to itself it puts `Konva` there, over one that the template
 * uses, and takes an element with the id `global` for the object.
 */
const globalOfKonva = 'const global = { document, performance, get devicePixelRatio() { return devicePixelRatio; } };';

/** The drop-in: one classic script that needs nothing beside it. */
const dropIn = {
  input: 'src/crowd-html-elements.ts',
  treeshake,
  onLog,
  output: {
    file: 'dist/crowd-html-elements.js',
    format: 'iife',
    inlineDynamicImports: true,
    sourcemap: true,
    intro: globalOfKonva,
    banner: `/*! open-crowd-elements ${version} | Apache-2.0 */`,
  },
  plugins: [nodeResolve(), ...compile(), minifyScript({ ecma: 2020 })],
};

/** `rollup -c --configDropIn` builds the classic script only, for tests that load it. */
export default ({ configDropIn }) => {
  const scripts = existsSync(dropIn.input) ? [dropIn] : [];
  return configDropIn ? scripts : [modules, ...scripts];
};
