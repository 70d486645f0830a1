/**
 * Turns `.changeset/*.md` into sections of the changelogs and raises the versions (`npm run release`).
 * With `--check` it only reads them. Commit and tag by hand: a release is a decision.
 */
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { changelogSection, nextVersion, parseChangeset } from './lib/changesets.mjs';

const FOLDER = '.changeset';
const PACKAGES = [
  { manifest: 'package.json', changelog: 'CHANGELOG.md' },
  { manifest: 'portal/package.json', changelog: 'portal/CHANGELOG.md' },
];

const changesets = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .sort()
  .map((file) => parseChangeset(readFileSync(`${FOLDER}/${file}`, 'utf8'), `${FOLDER}/${file}`));

if (process.argv.includes('--check')) {
  console.log(`${changesets.length} changes wait for a release`);
} else {
  const date = new Date().toISOString().slice(0, 10);
  for (const { manifest, changelog } of PACKAGES) {
    const content = JSON.parse(readFileSync(manifest, 'utf8'));
    const own = changesets.filter(({ levels }) => levels[content.name]);
    if (own.length === 0) continue;
    content.version = nextVersion(
      content.version,
      own.map(({ levels }) => levels[content.name]),
    );
    const section = changelogSection(content.name, content.version, date, own);
    const before = existsSync(changelog) ? readFileSync(changelog, 'utf8') : '# Changelog\n';
    const at = before.indexOf('\n## ');
    const [head, rest] = at < 0 ? [before, ''] : [before.slice(0, at + 1), before.slice(at + 1)];
    writeFileSync(changelog, `${head.trimEnd()}\n\n${section}${rest ? `\n${rest}` : ''}`);
    writeFileSync(manifest, `${JSON.stringify(content, null, 2)}\n`);
    console.log(`${content.name} ${content.version}`);
  }
  for (const { file } of changesets) rmSync(file);
  console.log('Run "npm install --package-lock-only", look at the changelogs, then commit and tag.');
}
