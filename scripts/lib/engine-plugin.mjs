import { build } from 'esbuild';

/** The module that is replaced, see there for the reason. */
const SOURCE = /\/src\/mask\/engine\/engine-source\.ts$/;
const ENTRY = 'src/mask/engine/engine-code.ts';
const EXPORTS = /export\s*\{([^}]*)\};?\s*$/;

/** A module whose one function holds the engine with everything that it imports. */
async function engineModule() {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'esm',
    write: false,
    target: 'es2022',
    tsconfig: 'tsconfig.json',
    // Names stay for whoever reads a stack; an application's own build shortens them as all others.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    logLevel: 'error',
  });
  const code = outputFiles[0].text;
  const found = EXPORTS.exec(code);
  if (!found) throw new Error(`${ENTRY} has no exports: the engine's worker cannot be built.`);
  const names = found[1].split(',').map((pair) => {
    const [local, exported = local] = pair.trim().split(/\s+as\s+/);
    return `${exported}: ${local}`;
  });
  return `export function engineCode() {\n${code.slice(0, found.index)}\nreturn { ${names.join(', ')} };\n}\n`;
}

/** For Rollup and Vite. */
export const engineSource = () => ({
  name: 'engine-source',
  load: (id) => (SOURCE.test(id.replaceAll('\\', '/').replace(/\?.*$/, '')) ? engineModule() : undefined),
});

/** For the server of Web Test Runner. */
export const serveEngineSource = () => ({
  name: 'engine-source',
  async serve({ path }) {
    return SOURCE.test(path) ? { body: await engineModule(), type: 'js' } : undefined;
  },
});
