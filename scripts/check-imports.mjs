/** Imports every entry point of the built package in Node, where there is no DOM: none may throw or leave one behind. */
import { readFileSync, readdirSync } from 'node:fs';
import { Script } from 'node:vm';

const { name, exports } = JSON.parse(readFileSync('package.json', 'utf8'));
const failures = [];

const elementFiles = readdirSync('dist/elements').filter((file) => file.endsWith('.js'));
const specifiers = Object.entries(exports).flatMap(([path, target]) => {
  if (!target || typeof target !== 'object') return [];
  if (path === './elements/*.js') return elementFiles.map((file) => `${name}/elements/${file}`);
  return [name + path.slice(1)];
});

for (const specifier of specifiers) {
  try {
    const module = await import(specifier);
    if (Object.keys(module).length === 0) failures.push(`${specifier} exports nothing`);
    if ('default' in module) failures.push(`${specifier} has a default export`);
  } catch (error) {
    failures.push(`${specifier}: ${error.message}`);
  }
}
for (const global of ['window', 'document', 'customElements']) {
  if (typeof globalThis[global] === 'object' && global !== 'customElements') failures.push(`an import made ${global}`);
}

// The drop-in is loaded by a plain script tag: it must parse as a classic script.
try {
  const script = readFileSync('dist/crowd-html-elements.js', 'utf8');
  new Script(script, { filename: 'dist/crowd-html-elements.js' });
  if ([...script].some((letter) => letter > '~'))
    failures.push('the drop-in holds letters that depend on the charset of the page');
} catch (error) {
  if (error.code !== 'ENOENT') failures.push(`dist/crowd-html-elements.js: ${error.message}`);
}

for (const failure of failures) console.error(failure);
console.log(`${specifiers.length} entry points imported, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;
