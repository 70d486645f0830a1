import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { circlesOf } from '../graph.mjs';
import { changelogSection, nextVersion, parseChangeset } from '../lib/changesets.mjs';
import { floorViolation, packageViolation } from '../lib/floors.mjs';
import { withReference } from '../lib/reference.mjs';
import { addSummaries, readSummary, summaryLine } from '../lib/summary.mjs';
import { shortenCss, shortenMarkup } from '../lib/template-whitespace.mjs';

describe('white space of templates', () => {
  it('shortens css without changing what it says', () => {
    const css = '\n  :host {\n    inset: 0 auto;\n    width: calc(1px + 2em); /* why */\n  }\n';
    assert.equal(shortenCss(css), ' :host{inset: 0 auto;width: calc(1px + 2em)}');
  });

  it('keeps the space that separates a selector from what comes before it', () => {
    assert.equal(shortenCss(' .a'), ' .a');
    assert.equal(shortenCss('}\n  a b'), '}a b');
  });

  it('joins lines of markup and keeps spaces within a line', () => {
    assert.equal(shortenMarkup('<p>\n    a  b\n  </p>'), '<p> a  b </p>');
  });
});

describe('floors', () => {
  it('lets imports go down and sideways', () => {
    assert.equal(floorViolation('src/elements/image/crowd-polygon.ts', 'src/geometry/box.js'), undefined);
    assert.equal(floorViolation('src/mask/png.ts', 'src/geometry/box.js'), undefined);
    assert.equal(floorViolation('src/index.ts', 'src/elements/crowd-form.js'), undefined);
    assert.equal(floorViolation('src/canvas/tool.ts', 'src/locales/en.js'), undefined);
  });

  it('stops imports that go up, out, or to texts from below', () => {
    assert.match(floorViolation('src/geometry/box.ts', 'src/document/store.js'), /downward only/);
    assert.match(floorViolation('src/elements/crowd-form.ts', 'src/index.js'), /entry point/);
    assert.match(floorViolation('src/answers/index.ts', 'src/locales/en.js'), /downward only/);
    assert.equal(floorViolation('src/locales/locale.ts', 'src/document/signal.js'), undefined);
    assert.match(floorViolation('src/canvas/tool.ts', 'test/support/input.js'), /outside/);
    assert.match(floorViolation('src/canvas/tool.ts', 'src/attic/old.js'), /no floor/);
  });

  it('keeps painting and pages out of the pure floors', () => {
    assert.match(packageViolation('src/geometry/box.ts', 'konva/lib/Core.js'), /konva/);
    assert.match(packageViolation('src/document/store.ts', 'lit'), /lit/);
    assert.equal(packageViolation('src/canvas/painter.ts', 'konva/lib/Core.js'), undefined);
  });

  it('finds each circle of imports', () => {
    const graph = (edges) => new Map(Object.entries(edges));
    assert.deepEqual(circlesOf(graph({ a: ['b'], b: ['c'], c: [] })), []);
    assert.deepEqual(circlesOf(graph({ a: ['b'], b: ['c'], c: ['a'] })), [['a', 'b', 'c', 'a']]);
  });
});

describe('closing line', () => {
  it('is read back as it was written', () => {
    const counts = { passed: 12, failed: 0, skipped: 3 };
    assert.deepEqual(readSummary(`noise\n${summaryLine(counts)}\n`), counts);
    assert.equal(readSummary('12 passed, 0 failed\nmore'), undefined);
  });

  it('adds up', () => {
    const sum = addSummaries([
      { passed: 1, failed: 0 },
      { passed: 2, failed: 1, skipped: 1 },
    ]);
    assert.equal(summaryLine(sum), '3 passed, 1 failed, 1 skipped');
  });
});

describe('releases', () => {
  const change = parseChangeset('---\nopen-crowd-elements: minor\n---\n\nBoxes can be locked.\n', 'a.md');

  it('reads a changeset and says what is wrong with a bad one', () => {
    assert.deepEqual(change.levels, { 'open-crowd-elements': 'minor' });
    assert.throws(() => parseChangeset('Boxes', 'b.md'), /b\.md: begin with/);
    assert.throws(() => parseChangeset('---\nx: huge\n---\nBoxes', 'c.md'), /patch, minor or major/);
    assert.throws(() => parseChangeset('---\nx: minor\n---\n', 'd.md'), /nothing to users/);
  });

  it('raises versions, gently before 1.0', () => {
    assert.equal(nextVersion('0.1.4', ['patch']), '0.1.5');
    assert.equal(nextVersion('0.1.4', ['patch', 'major']), '0.2.0');
    assert.equal(nextVersion('1.2.3', ['minor', 'major']), '2.0.0');
  });

  it('writes a section for one package', () => {
    assert.equal(
      changelogSection('open-crowd-elements', '0.2.0', '2026-11-20', [change]),
      '## 0.2.0 (2026-11-20)\n\n### New\n\n- Boxes can be locked.\n',
    );
  });
});

describe('reference tables', () => {
  const declaration = {
    tagName: 'crowd-x',
    attributes: [{ name: 'labels', type: { text: "'a' | 'b'" }, description: 'Labels,\nas JSON.' }],
  };

  it('replace what is between the markers and keep the words around them', () => {
    const page = '# X\n\nMine.\n\n<!-- reference -->\nold\n<!-- /reference -->\n\nMine too.\n';
    const fresh = withReference(page, declaration);
    assert.match(fresh, /^# X\n\nMine\./);
    assert.match(fresh, /Mine too\.\n$/);
    assert.doesNotMatch(fresh, /old/);
    assert.match(fresh, /\| `labels` \| `'a' \\\| 'b'` \| {3}\| Labels, as JSON\. \|/);
    assert.equal(withReference(fresh, declaration), fresh);
  });
});
