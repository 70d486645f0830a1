import { dirname, relative, resolve } from 'node:path';
import { floorViolation, packageViolation } from './floors.mjs';

function visitImports(check) {
  const visit = (node) => {
    if (node.source && typeof node.source.value === 'string') check(node.source, node.source.value);
  };
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
    ImportExpression: visit,
  };
}

const floors = {
  meta: { type: 'problem', docs: { description: 'imports of src/ go downward only' }, schema: [] },
  create(context) {
    const from = relative(context.cwd, context.filename);
    return visitImports((node, specifier) => {
      const message = specifier.startsWith('.')
        ? floorViolation(from, relative(context.cwd, resolve(dirname(context.filename), specifier)))
        : packageViolation(from, specifier);
      if (message) context.report({ node, message });
    });
  },
};

const jsEndings = {
  meta: { type: 'problem', docs: { description: 'relative imports end in .js' }, schema: [], fixable: 'code' },
  create(context) {
    return visitImports((node, specifier) => {
      if (!specifier.startsWith('.') || /\.(js|json)$/.test(specifier)) return;
      context.report({ node, message: `Write '${specifier}.js': modules are loaded by their file names.` });
    });
  },
};

/** The house rules of this repository, as an ESLint plugin. */
export const floorsPlugin = { rules: { floors, 'js-endings': jsEndings } };
