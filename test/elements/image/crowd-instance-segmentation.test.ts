import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-instance-segmentation.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom, settled } from './mask-harness.js';

const [GREEN, BLUE, ORANGE] = ['#2ca02c', '#1f77b4', '#ff7f0e'];

const decoded = (task: AnnotatorHarness) => decode(maskOf(task).labeledImage.pngImageData);

async function addInstance(task: AnnotatorHarness, label: string): Promise<void> {
  const row = task.labelRows.find((each) => each.textContent?.includes(label))!;
  await mouse.click(pointOf(row.querySelector('.oce-row-action')!));
  await painted();
}

const box = (left: number, top: number) =>
  [
    [left, top],
    [left + 50, top + 50],
  ] as const;

async function twoCatsAndADog(): Promise<AnnotatorHarness> {
  const task = await open('instance', { labels: ['Cat', 'Dog'] });
  await task.use('rectangle');
  for (const [label, left] of [
    ['Cat', 20],
    ['Cat', 120],
    ['Dog', 220],
  ] as const) {
    await addInstance(task, label);
    await task.drag(box(left, 50));
  }
  return task;
}

describe('crowd-instance-segmentation', () => {
  afterEach(closeTasks);

  it('answers objects in their order, with colours in the default order whatever the label', async () => {
    const task = await twoCatsAndADog();
    const answer = maskOf(task);
    expect(Object.keys(answer)).to.deep.equal(['inputImageProperties', 'instances', 'labeledImage']);
    expect(answer.instances).to.deep.equal([
      { color: GREEN, label: 'Cat' },
      { color: BLUE, label: 'Cat' },
      { color: ORANGE, label: 'Dog' },
    ]);
    const { counts } = await decoded(task);
    for (const color of [GREEN, BLUE, ORANGE]) expect(counts.get(color!)).to.equal(2500);
  });

  it('gives labels no colour that could be taken for that of an object', async () => {
    const task = await open('instance');
    const swatches = () => [...task.root.querySelectorAll('.oce-swatch')].filter((each) => each.checkVisibility());
    expect(swatches()).to.deep.equal([]);
    await addInstance(task, 'Bus');
    expect(swatches().length).to.equal(1);
  });

  it('makes the first object of a label by itself, and leaves empty objects out of the answer', async () => {
    const task = await open('instance', { labels: ['Cat', 'Dog'] });
    await task.chooseLabel('Cat');
    await task.click([100, 100]);
    await addInstance(task, 'Dog');
    expect(task.objects.length).to.equal(2);
    expect(maskOf(task).instances).to.deep.equal([{ color: GREEN, label: 'Cat' }]);
  });

  it('paints on the object that is selected in the list', async () => {
    const task = await twoCatsAndADog();
    await mouse.click(pointOf(task.objects[0]!));
    await painted();
    await task.drag(box(20, 150));
    expect((await decoded(task)).counts.get(GREEN!)).to.equal(5000);
    expect(task.objects[0]!.textContent).to.contain('5,000');
  });

  it('merges, splits, deletes, relabels, and undoes each as one step', async () => {
    const task = await twoCatsAndADog();
    await mouse.click(pointOf(task.objects[0]!));
    await mouse.click(pointOf(task.objects[1]!), { modifiers: ['Control'] });
    await painted();
    await task.press('Shift+M');
    expect(maskOf(task).instances).to.deep.equal([
      { color: GREEN, label: 'Cat' },
      { color: ORANGE, label: 'Dog' },
    ]);
    expect((await decoded(task)).counts.get(GREEN!)).to.equal(5000);
    await task.press('Shift+D');
    await settled(task);
    expect(maskOf(task).instances!.length).to.equal(3);
    expect((await decoded(task)).counts.get(GREEN!)).to.equal(2500);
    await task.press('Control+z', 'Control+z');
    expect(maskOf(task).instances!.map(({ label }) => label)).to.deep.equal(['Cat', 'Cat', 'Dog']);
    await mouse.click(pointOf(task.objects[2]!));
    await painted();
    await task.press('Delete');
    expect((await decoded(task)).counts.get(ORANGE!)).to.equal(undefined);
    expect(maskOf(task).instances!.length).to.equal(2);
    await task.press('Control+z');
    expect((await decoded(task)).counts.get(ORANGE!)).to.equal(2500);
  });

  it('does not relabel an object when another label is chosen to paint with', async () => {
    const task = await twoCatsAndADog();
    await task.press('1');
    await task.press('2');
    expect(maskOf(task).instances!.map(({ label }) => label)).to.deep.equal(['Cat', 'Cat', 'Dog']);
  });

  it('opens with an earlier answer and keeps its colours', async () => {
    const src = await pngFrom(400, 300, (x) =>
      x < 50 ? [0x11, 0x22, 0x33] : x < 100 ? [0xaa, 0xbb, 0xcc] : undefined,
    );
    const instances = [
      { color: '#112233', label: 'Car' },
      { color: '#aabbcc', label: 'Car' },
    ];
    const task = await open('instance', { initialValue: { instances, src } });
    expect(maskOf(task).instances).to.deep.equal(instances);
    expect(maskOf(task).initialValueModified).to.equal(false);
    const { counts } = await decoded(task);
    expect(counts.get('#112233')).to.equal(50 * 300);
  });

  it('goes beyond 255 objects: two bytes a pixel inside, an RGBA picture outside, every colour exact', async () => {
    const count = 300;
    const colorOf = (i: number) => [i & 255, 100 + (i >> 8), 50] as const;
    const src = await pngFrom(400, 300, (x, y) => {
      const i = Math.floor(y / 10) * 10 + Math.floor(x / 40);
      return i < count - 1 ? colorOf(i) : undefined;
    });
    const hex = (i: number) =>
      `#${colorOf(i)
        .map((part) => part.toString(16).padStart(2, '0'))
        .join('')}`;
    const instances = Array.from({ length: count - 1 }, (_, i) => ({ color: hex(i), label: 'Car' }));
    const task = await open('instance', { initialValue: { instances, src } });
    await addInstance(task, 'Bus');
    await task.use('rectangle');
    await task.drag([
      [0, 0],
      [10, 5],
    ]);
    const { counts, translucent } = await decoded(task);
    expect(translucent).to.equal(0);
    expect([...counts.keys()].filter(Boolean).length).to.equal(count);
    expect(maskOf(task).instances!.length).to.equal(count);
  });
});
