import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-classifier.js';
import '../../../src/elements/crowd-image-classifier.js';
import type { CrowdImageClassifier } from '../../../src/elements/classify/crowd-image-classifier.js';
import { encodeBase64 } from '../../../src/mask/base64.js';
import { encodePng } from '../../../src/mask/png-write.js';
import { expectAccessible } from '../../support/a11y.js';
import { painted, screenshot } from '../../support/input.js';
import { closeClassifiers, openClassifier, type ClassifyHarness } from '../classify/classify-harness.js';
import { until } from '../form/form-harness.js';
import { checkerboard } from '../image/annotator-harness.js';

const size = { width: 200, height: 150 };
const red = '#d62728';
const green = '#2ca02c';

async function open(overlay: unknown, compare?: unknown): Promise<ClassifyHarness> {
  const task = await openClassifier('crowd-image-classifier', {
    attributes: { src: checkerboard(size.width, size.height), categories: "['Good', 'Bad']" },
    html: '',
  });
  const element = task.element as CrowdImageClassifier;
  element.overlay = overlay;
  if (compare) element.compareOverlay = compare;
  await element.pictureReady;
  await settled(task);
  return task;
}

async function settled(task: ClassifyHarness): Promise<void> {
  for (let i = 0; i < 30; i++) {
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (task.root.querySelector('.legend-row')) break;
  }
  await painted();
  await painted();
}

const legend = (task: ClassifyHarness) =>
  [...task.root.querySelectorAll('.legend-row')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());

/** Colour of the canvases at a place of the picture; transparent where nothing is painted. */
function colorAt(task: ClassifyHarness, [x, y]: readonly [number, number]): readonly number[] {
  const rect = task.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect();
  const place = { x: rect.left + (x / size.width) * rect.width, y: rect.top + (y / size.height) * rect.height };
  let found: readonly number[] = [0, 0, 0, 0];
  for (const canvas of task.root.querySelectorAll<HTMLCanvasElement>('.stage canvas:not(.upper-canvas)')) {
    if (getComputedStyle(canvas).visibility === 'hidden') continue;
    const box = canvas.getBoundingClientRect();
    if (!box.width || !canvas.width) continue;
    const g = canvas.getContext('2d')!;
    const pixel = g.getImageData(
      Math.round(((place.x - box.left) / box.width) * canvas.width),
      Math.round(((place.y - box.top) / box.height) * canvas.height),
      1,
      1,
    ).data;
    if (pixel[3]! > 0) found = [...pixel];
  }
  return found;
}

async function maskAddress(paint: (x: number, y: number) => number, { width, height } = size): Promise<string> {
  const data = Uint8Array.from({ length: width * height }, (_, i) => paint(i % width, Math.floor(i / width)));
  const palette = [
    { red: 214, green: 39, blue: 40 },
    { red: 44, green: 160, blue: 44 },
    { red: 1, green: 2, blue: 200 },
  ];
  return `data:image/png;base64,${encodeBase64(await encodePng({ width, height, data }, palette))}`;
}

describe('verification of earlier work', () => {
  afterEach(closeClassifiers);

  it('draws boxes that cannot be changed, with a legend that switches labels', async () => {
    const task = await open({
      boundingBox: {
        labels: ['Car', 'Bus'],
        value: [
          { label: 'Car', left: 20, top: 20, width: 60, height: 40 },
          { label: 'Bus', left: 120, top: 60, width: 60, height: 60 },
        ],
      },
    });
    expect(legend(task)).to.deep.equal(['Car 1', 'Bus 1']);
    const [r, g] = colorAt(task, [50, 40]);
    expect(g).to.be.greaterThan(r!);
    await task.clickOn('.legend-row');
    expect(colorAt(task, [50, 40])[3]).to.equal(0);
    expect(colorAt(task, [150, 90])[3]).to.be.greaterThan(0);
    await task.press('Shift+O');
    expect(colorAt(task, [50, 40])[3], 'shows all').to.be.greaterThan(0);
    await task.press('1');
    expect(task.answer).to.deep.equal({ label: 'Good' });
    await task.press('Control+z');
    expect(colorAt(task, [50, 40])[3], 'undo is about the answer alone').to.be.greaterThan(0);
    await screenshot('verify-boxes', task.element);
  });

  it('draws every other kind of shape, and names unknown labels too', async () => {
    const task = await open({
      polygon: {
        labels: ['Roof'],
        value: [
          {
            label: 'Roof',
            vertices: [
              { x: 10, y: 10 },
              { x: 90, y: 10 },
              { x: 50, y: 90 },
            ],
          },
        ],
      },
      polyline: {
        labels: [],
        value: [
          {
            label: 'Kerb',
            vertices: [
              { x: 10, y: 120 },
              { x: 190, y: 120 },
            ],
          },
        ],
      },
      line: {
        value: [
          {
            label: 'Pole',
            vertices: [
              { x: 150, y: 10 },
              { x: 150, y: 100 },
            ],
          },
        ],
      },
      keypoint: { labels: ['Eye'], value: [{ label: 'Eye', x: 120, y: 50 }] },
    });
    expect(legend(task)).to.have.members(['Roof 1', 'Kerb 1', 'Pole 1', 'Eye 1']);
    for (const point of [
      [50, 30],
      [100, 120],
      [150, 50],
      [120, 50],
    ] as const) {
      expect(colorAt(task, point)[3], String(point)).to.be.greaterThan(0);
    }
  });

  it('colours masks, also of instances, as far as they are known', async () => {
    const src = await maskAddress((x) => (x < 50 ? 1 : x < 100 ? 2 : x > 180 ? 3 : 0));
    const task = await open({
      semanticSegmentation: { labels: ['A', 'B'], labelMappings: { A: { color: red }, B: { color: green } }, src },
    });
    expect(legend(task)).to.deep.equal(['A 25 %', 'B 25 %']);
    expect(colorAt(task, [25, 70]).slice(0, 3)).to.satisfy(([r, g]: number[]) => r! > g!);
    expect(colorAt(task, [75, 70]).slice(0, 3)).to.satisfy(([r, g]: number[]) => g! > r!);
    expect(colorAt(task, [140, 70])[3]).to.equal(0);
    expect(colorAt(task, [190, 70])[3], 'an unknown colour').to.equal(0);
    closeClassifiers();
    const instances = await open({
      instanceSegmentation: {
        labels: ['Cell'],
        instances: [
          { label: 'Cell', color: red },
          { label: 'Cell', color: green },
        ],
        src,
      },
    });
    expect(legend(instances)).to.deep.equal(['Cell 50 %']);
    await instances.clickOn('.legend-row');
    expect(colorAt(instances, [25, 70])[3]).to.equal(0);
  });

  it('stretches a mask of another size and says so', async () => {
    const src = await maskAddress((x) => (x < 50 ? 1 : 0), { width: 100, height: 75 });
    const task = await open({ semanticSegmentation: { labels: ['A'], labelMappings: { A: { color: red } }, src } });
    expect(legend(task)).to.deep.equal(['A 50 %']);
    expect(task.announcement).to.contain('100 × 75');
    expect(colorAt(task, [50, 70])[3]).to.be.greaterThan(0);
    expect(colorAt(task, [150, 70])[3]).to.equal(0);
  });

  it('leaves out colours that no label has, with one message for the author and one for the worker', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void told.push(text);
    try {
      const src = await maskAddress((x) => (x < 50 ? 1 : x > 180 ? 3 : 0));
      const task = await open({ semanticSegmentation: { labels: ['A'], labelMappings: { A: { color: red } }, src } });
      expect(told.filter((text) => text.includes('colour belongs to no label'))).to.have.length(1);
      expect(task.announcement).to.contain('shown as far as possible');
      expect(task.warnings, 'to be read as well').to.have.length(1);
      expect(task.warnings[0]).to.contain('shown as far as possible');
      await task.press('1');
      expect(task.answer, 'the answer is the worker’s alone').to.deep.equal({ label: 'Good' });
      await task.clickOn('[part="warning"] button');
      expect(task.warnings).to.deep.equal([]);
      await task.press('2');
      expect(task.answer, 'the keyboard is back at the task').to.deep.equal({ label: 'Bad' });
    } finally {
      console.warn = warn;
    }
  });

  it('shows a mask whose pixels cannot be read as a picture, and says what that means', async () => {
    const told: string[] = [];
    const { warn } = console;
    console.warn = (...parts: unknown[]) => void told.push(parts.join(' '));
    try {
      const src = '/examples/pictures/guide/box-good.jpg';
      const task = await open({ semanticSegmentation: { labels: ['A'], labelMappings: { A: { color: red } }, src } });
      await until(() => task.warnings.length === 1);
      expect(told).to.have.length(1);
      expect(told[0]).to.contain('`<crowd-image-classifier name="task">`: `overlay`');
    } finally {
      console.warn = warn;
    }
  });

  it('can be answered when the overlay is broken', async () => {
    for (const broken of [
      '{{ task.input.overlay }}',
      { boundingBox: 'x' },
      { semanticSegmentation: { labelMappings: {}, src: '/no.png' } },
    ]) {
      const task = await open(broken);
      await until(() => task.warnings.length === 1);
      await task.press('2');
      expect(task.answer).to.deep.equal({ label: 'Bad' });
      closeClassifiers();
    }
  });

  it('shows what differs between two answers', async () => {
    const box = (label: string, left: number) => ({ label, left, top: 20, width: 40, height: 40 });
    const task = await open(
      { boundingBox: { labels: ['Car', 'Bus'], value: [box('Car', 10), box('Bus', 70)] } },
      { boundingBoxes: [box('Car', 10), box('Bus', 130)] },
    );
    expect(legend(task)).to.deep.equal([
      'Same in both 1',
      'Only in the first 1',
      'Only in the second 1',
      'Another label',
    ]);
    const [first] = task.root.querySelectorAll<HTMLElement>('.legend-mode input');
    first!.click();
    await painted();
    expect(legend(task)).to.deep.equal(['Car 1', 'Bus 1']);
    await expectAccessible(task.element);
  });

  const textTask = (attributes: Record<string, string>, text = 'Kim Seoul City') =>
    openClassifier('crowd-classifier', {
      attributes,
      html: `<classification-target>\n  ${text}\n</classification-target>`,
    });
  const spans = (...list: [string, number, number][]) =>
    JSON.stringify({
      entityAnnotation: {
        labels: [{ label: 'person', shortDisplayName: 'per', fullDisplayName: 'Person' }, 'place'],
        value: list.map(([label, startOffset, endOffset]) => ({ label, startOffset, endOffset })),
      },
    });
  /** Names over the text with the words under them, by where they are painted. */
  const marks = (task: ClassifyHarness) =>
    [...task.root.querySelectorAll('.chip-name')].map(
      (name) => `${name.textContent}: ${name.getAttribute('aria-label')?.split(': ').at(-1)}`,
    );
  const marksWere = async (task: ClassifyHarness, expected: readonly string[]) => {
    for (let frame = 0; frame < 200 && String(marks(task)) !== String(expected); frame++) await painted();
    expect(marks(task)).to.deep.equal(expected);
  };

  it('paints entities as the annotator does, nested ones too, and changes nothing', async () => {
    const task = await textTask({ overlay: spans(['person', 0, 3], ['place', 4, 14], ['org', 4, 9]) });
    await marksWere(task, ['per: Kim', 'place: Seoul City', 'org: Seoul']);
    expect(legend(task)).to.deep.equal(['Person 1', 'place 1', 'org 1']);
    // The marks lie under the words they are about.
    const fill = task.root.querySelector('.ground')!.getBoundingClientRect();
    const range = document.createRange();
    const words = task.root.querySelector('.text-block')!.firstChild!;
    range.setStart(words, 0);
    range.setEnd(words, 3);
    expect(Math.abs(fill.left - range.getBoundingClientRect().left)).to.be.lessThan(1.5);
    expect(Math.abs(fill.width - range.getBoundingClientRect().width)).to.be.lessThan(1.5);
    expect(task.root.querySelectorAll('.chip button')).to.have.length(0);
    await task.clickOn('.legend-row');
    await marksWere(task, ['place: Seoul City', 'org: Seoul']);
    await task.press('Shift+O');
    await marksWere(task, ['per: Kim', 'place: Seoul City', 'org: Seoul']);
    await task.press('1');
    expect(task.answer).to.deep.equal({ label: 'Cat' });
    await expectAccessible(task.element);
    await screenshot('verify-entities', task.element);
  });

  it('makes the ground of entities fainter', async () => {
    const task = await textTask({ overlay: spans(['person', 0, 3]) });
    await marksWere(task, ['per: Kim']);
    const ground = () => getComputedStyle(task.root.querySelector('.ground')!).fillOpacity;
    const before = ground();
    task.root.querySelector<HTMLInputElement>('oce-overlay-legend input[type=range]')!.focus();
    await task.press('Home');
    await painted();
    expect(ground()).not.to.equal(before);
    expect(ground()).to.equal('0');
  });

  it('shows what differs between two answers about a text', async () => {
    const task = await textTask({
      overlay: spans(['person', 0, 3], ['place', 4, 9]),
      'compare-overlay': spans(['person', 0, 3], ['person', 4, 9], ['place', 10, 14]),
    });
    await marksWere(task, ['per: Kim', 'place / per: Seoul', 'place: City']);
    expect(legend(task)).to.deep.equal([
      'Same in both 1',
      'Only in the first',
      'Only in the second 1',
      'Another label 1',
    ]);
    await task.clickOn('.legend-row');
    await marksWere(task, ['place / per: Seoul', 'place: City']);
    task.root.querySelectorAll<HTMLElement>('.legend-mode input')[1]!.click();
    await marksWere(task, ['per: Kim', 'per: Seoul', 'place: City']);
    expect(legend(task)).to.deep.equal(['Person 2', 'place 1']);
    await expectAccessible(task.element);
    await screenshot('verify-entities-difference', task.element);
  });

  it('never lays answers about different texts over each other', async () => {
    const about = (text: string) =>
      JSON.stringify({ entityAnnotation: { text, value: [{ label: 'person', startOffset: 0, endOffset: 3 }] } });
    const task = await textTask({ overlay: about('Kim left.'), 'compare-overlay': about('Lee left.') });
    expect(task.root.querySelectorAll('.legend-mode')).to.have.length(2);
    await marksWere(task, ['person: Kim']);
  });

  it('cuts entities at the end of the text, says so once, and goes on with other overlays', async () => {
    const told: string[] = [];
    const { warn, error } = console;
    console.warn = console.error = (text: string) => void told.push(text);
    try {
      const task = await textTask({ overlay: spans(['person', 0, 3], ['place', 10, 400]) });
      await marksWere(task, ['per: Kim', 'place: City']);
      expect(task.announcement).to.contain('beyond the text');
      expect(
        told.filter((text) => text.includes('outside the text')),
        told.join(),
      ).to.have.length(1);
      closeClassifiers();
      const other = await textTask({
        overlay: '{boundingBox: {value: [{label: "a", left: 1, top: 1, width: 2, height: 2}]}}',
      });
      expect(told.filter((text) => text.includes('crowd-image-classifier'))).to.have.length(1);
      await other.press('1');
      expect(other.answer).to.deep.equal({ label: 'Cat' });
    } finally {
      Object.assign(console, { warn, error });
    }
  });
});
