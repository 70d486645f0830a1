import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import '../../../src/elements/crowd-instance-segmentation.js';
import '../../../src/elements/crowd-bounding-box.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, setViewport } from '../../support/input.js';
import { closeTasks, openTask, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, settled, until } from './mask-harness.js';

const GREEN = '#2ca02c';
const CT = "{black: -1000, white: 1000, unit: 'HU', presets: {Lung: [-600, 1500], Bone: [500, 1000]}}";

/** Colours on the canvas of the mask, each with its number of pixels. */
function shownColors(task: AnnotatorHarness): Map<string, number> {
  const canvas = task.root.querySelector<HTMLCanvasElement>('.mask-canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  const counts = new Map<string, number>();
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 0) continue;
    const key = data.slice(i, i + 4).join();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

async function square(tag: 'semantic' | 'instance' = 'semantic', attributes: Record<string, string> = {}) {
  const task = await open(tag, { attributes });
  await task.chooseLabel('Car');
  await task.use('rectangle');
  await task.drag([
    [100, 100],
    [200, 200],
  ]);
  await painted();
  return task;
}

const filter = (task: AnnotatorHarness) => task.root.querySelector<HTMLElement>('.picture')!.style.filter;

describe('how masks look', () => {
  beforeEach(() => localStorage.removeItem('oce-mask-look'));
  afterEach(closeTasks);

  for (const tag of ['semantic', 'instance'] as const) {
    it(`show letters on request of the requester, and answer the same colours: ${tag}`, async () => {
      const plain = await square(tag);
      expect(shownColors(plain).size, 'fill and outline').to.be.most(2);
      const answer = maskOf(plain);
      closeTasks();
      const task = await square(tag, { marks: 'letters' });
      expect(shownColors(task).size, 'fill, outline, letter and its rim').to.be.least(3);
      const mask = await decode(maskOf(task).labeledImage.pngImageData);
      expect(mask.counts.get(GREEN)).to.equal(100 * 100);
      expect(maskOf(task).labeledImage).to.deep.equal(answer.labeledImage);
    });
  }

  it('say what became of a region that is hidden, locked and shown again', async () => {
    const task = await square();
    await task.press('Shift+O');
    expect(task.announcement).to.equal('Car: hidden');
    await task.press('Shift+L');
    expect(task.announcement).to.equal('Car: hidden, locked');
    await task.press('Shift+O', 'Shift+L');
    expect(task.announcement).to.equal('Car: 10,000 pixels.');
  });

  it('keep all painting options in sight on a screen of 1280 pixels', async () => {
    await setViewport(1280, 720);
    const task = await square();
    // As wide as the stage is between both panes, where the element has the window for itself.
    task.root.querySelector<HTMLElement>('oce-mask-options')!.style.inlineSize = '736px';
    await painted();
    for (const tool of ['brush', 'fill', 'boundary', 'patch', 'pick', 'rectangle']) {
      await task.use(tool);
      const bar = task.root.querySelector<HTMLElement>('.oce-option-bar')!;
      expect(bar.clientWidth).to.equal(736);
      expect(bar.scrollWidth, tool).to.be.most(bar.clientWidth);
    }
    await setViewport(800, 600);
  });

  it('follow the worker, who goes from nothing to patterns and letters, and remember it for the next task', async () => {
    const task = await square();
    await task.press('Shift+|');
    expect(task.announcement).to.equal('Patterns');
    expect(task.element.matches(':state(patterns)')).to.equal(true);
    closeTasks();
    const next = await open('semantic');
    expect(next.element.matches(':state(patterns)')).to.equal(true);
    await next.focusStage();
    await next.press('Shift+|');
    expect(next.element.matches(':state(letters)')).to.equal(true);
    await next.press('Shift+|');
    expect(next.element.matches(':state(none)')).to.equal(true);
    closeTasks();
    const third = await open('semantic', { attributes: { marks: 'patterns' } });
    expect(third.element.matches(':state(none)'), 'the choice of the worker goes first').to.equal(true);
  });

  it('are chosen in the settings', async () => {
    const task = await square();
    await mouse.click(pointOf(task.root.querySelector('button[aria-label="Settings"]')!));
    await painted();
    const radios = [...task.root.querySelectorAll<HTMLInputElement>('oce-mask-look input[type=radio]')];
    await mouse.click(pointOf(radios[2]!));
    await painted();
    expect(shownColors(task).size).to.be.least(3);
  });

  it('put the mask aside and back with one key', async () => {
    const task = await square();
    await task.press('`');
    expect(shownColors(task).size).to.equal(0);
    await task.press('`');
    expect(shownColors(task).size).to.be.greaterThan(0);
  });

  it('preview what a region command would do, and do it by any distance as one step', async () => {
    const task = await square();
    await mouse.click(pointOf(task.root.querySelector('oce-region-menu > button')!));
    await painted();
    const distance = task.root.querySelector<HTMLInputElement>('oce-region-menu input')!;
    distance.select();
    await press('1', '0');
    await painted();
    const overlay = task.root.querySelector<HTMLCanvasElement>('.mask-overlay')!;
    const marked = () => {
      const { data } = overlay.getContext('2d')!.getImageData(0, 0, overlay.width, overlay.height);
      let count = 0;
      for (let i = 3; i < data.length; i += 4) if (data[i]) count++;
      return count;
    };
    const item = task.root.querySelector<HTMLElement>('oce-region-menu #grow')!;
    expect(item.textContent).to.contain('10 px');
    await mouse.move(pointOf(item));
    await until(() => marked() > 1000);
    await mouse.click(pointOf(item));
    await until(() => marked() < 1000);
    const count = async () => (await decode(maskOf(task).labeledImage.pngImageData)).counts.get(GREEN)!;
    await until(async () => (await count()) > 100 * 100);
    expect(await count()).to.be.within(100 * 100 + 4 * 1000, 100 * 100 + 4 * 1000 + 400);
    await task.focusStage();
    await task.press('Control+z');
    expect(await count()).to.equal(100 * 100);
  });

  it('close gaps of a label up to a distance, and wider ones not', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    await task.use('rectangle');
    for (const [left, right] of [
      [50, 100],
      [106, 150],
      [180, 220],
    ] as const) {
      await task.drag([
        [left, 50],
        [right, 100],
      ]);
    }
    (task.element as unknown as { session: { options: { change(part: object): void } } }).session.options.change({
      distance: 8,
    });
    await task.press('Shift+P');
    await settled(task);
    const mask = await decode(maskOf(task).labeledImage.pngImageData);
    expect(mask.at(103, 75)).to.equal(GREEN);
    expect(mask.at(165, 75)).to.equal('');
    await task.press('Control+z');
    const before = await decode(maskOf(task).labeledImage.pngImageData);
    expect(before.counts.get(GREEN)).to.equal(50 * (50 + 44 + 40));
  });
});

describe('the bars of mask tools', () => {
  afterEach(closeTasks);

  it('say how auto-segment is used, in words and drawings, where there is such a tool', async () => {
    const task = await open('semantic');
    const link = () =>
      [...task.root.querySelectorAll<HTMLElement>('oce-instructions .oce-link')].find(
        ({ textContent }) => textContent?.trim() === 'How to use the Auto-segment tool',
      );
    await mouse.click(pointOf(link()!));
    const dialog = task.root.querySelector<HTMLDialogElement>('dialog[open]')!;
    expect(dialog.querySelector('h2')!.textContent).to.equal('How to use the Auto-segment tool');
    expect([...dialog.querySelectorAll('.oce-figure li svg')].map((each) => each.checkVisibility())).to.deep.equal([
      true,
      true,
      true,
    ]);
    await expectAccessible(task.element);
    await task.press('Escape');
    (task.element as unknown as { segmenter: null }).segmenter = null;
    await painted();
    expect(link()).to.equal(undefined);
  });

  it('leave nothing to complain about for assistive technology', async () => {
    const task = await square('semantic', { 'grey-window': CT, marks: 'letters' });
    for (const key of ['Shift+R', 'o', 'c', 'Shift+W']) {
      await task.press(key);
      await expectAccessible(task.element);
    }
    await mouse.click(pointOf(task.root.querySelector('button[aria-label="Settings"]')!));
    await painted();
    await expectAccessible(task.element);
  });
});

describe('window and level', () => {
  beforeEach(() => localStorage.removeItem('oce-mask-look'));
  afterEach(closeTasks);

  it('follow a drag, and never touch the answer', async () => {
    const task = await square('semantic', { 'grey-window': CT });
    const before = maskOf(task).labeledImage.pngImageData;
    expect(filter(task)).to.equal('');
    await task.press('Shift+W');
    await task.drag([
      [200, 150],
      [150, 120],
    ]);
    expect(filter(task)).to.contain('contrast(');
    expect(task.announcement).to.match(/Level -?\d+ HU, width 1,\d+ HU/);
    expect(maskOf(task).labeledImage.pngImageData).to.equal(before);
    // The same key goes back to the tool before.
    await task.press('Shift+W');
    expect(task.button('rectangle')!.getAttribute('aria-pressed')).to.equal('true');
    await task.press('Shift+)');
    expect(filter(task)).to.equal('');
  });

  it('have keys for level, width and the presets of the requester', async () => {
    const task = await open('semantic', { attributes: { 'grey-window': CT } });
    await task.focusStage();
    await task.press('Shift+!');
    expect(task.announcement).to.equal('Level -600 HU, width 1,500 HU');
    await task.press('PageUp');
    expect(task.announcement).to.equal('Level -510 HU, width 1,500 HU');
    await task.press('Shift+PageDown');
    expect(task.announcement).to.equal('Level -510 HU, width 1,410 HU');
    await task.press('Shift+@');
    expect(task.announcement).to.equal('Level 500 HU, width 1,000 HU');
  });

  it('work in read-only tasks too', async () => {
    const task = await open('semantic', { attributes: { 'grey-window': CT, readonly: '' } });
    await task.focusStage();
    await task.press('Shift+W');
    await task.drag([
      [200, 150],
      [260, 150],
    ]);
    expect(filter(task)).to.contain('contrast(');
  });

  it('are in the settings, also for shapes when the requester says what grey means', async () => {
    const task = await openTask('crowd-bounding-box', { labels: ['Car'], attributes: { 'grey-window': CT } });
    await mouse.click(pointOf(task.root.querySelector('button[aria-label="Settings"]')!));
    await painted();
    const select = task.root.querySelector<HTMLSelectElement>('oce-window select')!;
    select.value = [...select.options].find(({ text }) => text === 'Bone')!.value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await painted();
    expect(filter(task)).to.contain('brightness(');
    closeTasks();
    const plain = await openTask('crowd-bounding-box', { labels: ['Car'] });
    expect(plain.root.querySelector('oce-window')).to.equal(null);
  });

  it('follow the right button on any picture whose grey levels have a meaning, and draw nothing', async () => {
    const drag = async (task: AnnotatorHarness) => {
      await task.chooseLabel('Car');
      await task.drag(
        [
          [200, 150],
          [150, 120],
        ],
        { button: 'right' },
      );
    };
    for (const tag of ['crowd-bounding-box', 'crowd-semantic-segmentation']) {
      const task = await openTask(tag, { labels: ['Car'], attributes: { 'grey-window': CT } });
      await drag(task);
      expect(filter(task)).to.contain('contrast(');
      expect(task.announcement).to.match(/^Level -?\d+ HU, width 1,\d+ HU$/);
      expect(task.objects.length).to.equal(0);
      closeTasks();
      const plain = await openTask(tag, { labels: ['Car'] });
      await drag(plain);
      expect(filter(plain)).to.equal('');
      closeTasks();
    }
  });

  it('say what is wrong with the attribute', async () => {
    const warn = console.warn;
    const said: string[] = [];
    console.warn = (...words: unknown[]) => void said.push(words.join(' '));
    try {
      await open('semantic', { attributes: { 'grey-window': '{presets: {Lung: 40}}', marks: 'stripes' } });
    } finally {
      console.warn = warn;
    }
    expect(said.join()).to.match(/grey-window[^]*Lung/);
    expect(said.join()).to.match(/marks[^]*stripes[^]*letters/);
  });
});
