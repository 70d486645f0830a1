import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-keypoint.js';
import '../../../src/elements/crowd-line.js';
import '../../../src/elements/crowd-polygon.js';
import '../../../src/elements/crowd-polyline.js';
import { painted } from '../../support/input.js';
import { closeTasks, openTask } from './annotator-harness.js';

const corner = (x: number, y: number) => ({ x, y });
const leaf = (...vertices: readonly object[]) => ({ label: 'Leaf', vertices });
const bow = [corner(10, 10), corner(90, 90), corner(90, 10), corner(10, 90)];

/** What the author of a page reads on the console while a task opens. */
async function reading(open: () => Promise<unknown>, isDone: (said: readonly string[]) => boolean) {
  const { warn, error } = console;
  const said: string[] = [];
  console.warn = console.error = (text: string) => void said.push(text);
  try {
    await open();
    for (let frame = 0; frame < 600 && !isDone(said); frame++) await painted();
  } finally {
    Object.assign(console, { warn, error });
  }
  return said;
}

describe('initial values with mistakes', () => {
  afterEach(closeTasks);

  for (const [tag, given] of [
    ['crowd-bounding-box', { left: 380, top: 20, width: 400, height: 20 }],
    ['crowd-keypoint', { x: 20, y: 5000 }],
    ['crowd-polygon', { vertices: [corner(10, 10), corner(5000, 10), corner(10, 90)] }],
  ] as const) {
    it(`of ${tag} that reach beyond the picture are told when its size is known`, async () => {
      const inside = {
        ...given,
        ...(tag === 'crowd-polygon' ? { vertices: bow.slice(1) } : { left: 1, y: 1 }),
        width: 9,
      };
      const initialValue = [inside, given].map((shape) => ({ label: 'Leaf', ...shape }));
      const said = await reading(
        () => openTask(tag, { labels: ['Leaf'], initialValue }),
        (all) => all.length > 0,
      );
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`<${tag}`).and.to.contain('`initial-value` has entries outside the picture');
      expect(said[0]).to.contain('(counted from 1: 2)');
    });
  }

  it('of polygons are loaded as well as can be, each mistake is named once, and the answer is unharmed', async () => {
    const given = [
      leaf(corner(10, 10), corner(50, 10)),
      leaf(corner(20, 20), corner(60, 20), { x: 'NaN', y: 30 }, corner(60, 60)),
      leaf(corner(300, 200), corner(5000, 200), corner(300, -40)),
      leaf(...bow),
      leaf(...bow),
      { label: 'Leaf' },
      leaf(corner(5, 5), corner(6, 5)),
    ];
    let answer: Record<string, unknown> = {};
    const said = await reading(
      async () => {
        const task = await openTask('crowd-polygon', { labels: ['Leaf'], initialValue: given });
        answer = task.answer;
      },
      (all) => all.some((text) => text.includes('cross themselves')) && all.some((text) => text.includes('repeat')),
    );
    for (const mistake of [
      'with fewer than 3 vertices (counted from 1: 1, 7)',
      'with vertices that lack a number (counted from 1: 2)',
      'without numbers for `x` and `y` of all `vertices` (counted from 1: 6)',
      'that cross themselves',
      'that repeat an earlier one',
    ]) {
      expect(
        said.filter((text) => text.includes(mistake)),
        mistake,
      ).to.have.length(1);
    }
    expect(said.every((text) => text.includes('<crowd-polygon') && text.includes('`initial-value`'))).to.equal(true);
    expect(answer['initialValueModified']).to.equal(false);
    expect(answer['polygons']).to.deep.equal([
      leaf(corner(20, 20), corner(60, 20), corner(60, 60)),
      leaf(corner(300, 200), corner(400, 200), corner(300, 0)),
      leaf(...bow),
      leaf(...bow),
    ]);
  });

  it('of fifty thousand vertices come back as they were, and can be edited and undone', async () => {
    const many = Array.from({ length: 50_000 }, (_, i) => {
      const row = Math.floor(i / 250);
      const column = i % 250;
      return corner(20 + (row % 2 ? 249 - column : column) + (i === 49_999 ? 1 : 0), 20 + row);
    });
    const said = await reading(
      async () => {
        const task = await openTask('crowd-polygon', { labels: ['Leaf'], initialValue: [leaf(...many)] });
        const before = JSON.stringify(task.answer);
        expect(task.answer['polygons']).to.deep.equal([leaf(...many)]);
        expect(task.answer['initialValueModified']).to.equal(false);
        await task.focusStage();
        await task.press('Control+a', 'Shift+ArrowRight');
        expect(JSON.stringify(task.answer)).to.not.equal(before);
        await task.press('Control+z');
        expect(JSON.stringify(task.answer)).to.equal(before);
      },
      () => true,
    );
    expect(said.filter((text) => !text.includes('cross themselves'))).to.deep.equal([]);
  });

  for (const [tag, key, bad, good] of [
    ['crowd-polyline', 'polylines', leaf(corner(1, 1)), leaf(corner(1, 1), corner(9, 1), corner(1, 1))],
    ['crowd-line', 'lines', leaf(corner(1, 1)), leaf(corner(1, 1), corner(9, 9))],
    ['crowd-keypoint', 'keypoints', { label: 'Leaf', x: null, y: 5 }, { label: 'Leaf', x: 7, y: 5 }],
  ] as const) {
    it(`of ${tag} leave out what cannot be shown`, async () => {
      let answer: Record<string, unknown> = {};
      const said = await reading(
        async () => {
          const task = await openTask(tag, { labels: ['Leaf'], initialValue: [bad, good] });
          answer = task.answer;
        },
        (all) => all.length > 0,
      );
      expect(said).to.have.length(1);
      expect(said[0]).to.contain(`<${tag}`).and.to.contain('left out');
      expect(answer[key]).to.deep.equal([good]);
      expect(answer['initialValueModified']).to.equal(false);
    });
  }
});
