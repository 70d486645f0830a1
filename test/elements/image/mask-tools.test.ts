import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import { hold, mouse, painted, pointOf, release, wheel } from '../../support/input.js';
import { rowsOf } from '../../../src/mask/runs.js';
import { nextTask } from '../../../src/mask/slices.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom, sessionOf, settled, until } from './mask-harness.js';

const GREEN = '#2ca02c';
const BLUE = '#1f77b4';

const decoded = (task: AnnotatorHarness) => decode(maskOf(task).labeledImage.pngImageData);
const greens = async (task: AnnotatorHarness) => (await decoded(task)).counts.get(GREEN) ?? 0;

/** A dark disc of radius 60 in the middle of a light picture of 400 by 300. */
const disc = () =>
  pngFrom(400, 300, (x, y) => (Math.hypot(x + 0.5 - 200, y + 0.5 - 150) <= 60 ? [40, 60, 120] : [220, 215, 200]));

async function start(src?: string): Promise<AnnotatorHarness> {
  const task = await open('semantic', src ? { src } : {});
  await task.chooseLabel('Car');
  return task;
}

/** Holds back what tools look for in the picture until it is released. */
function holdBack(task: AnnotatorHarness) {
  const { engine } = sessionOf(task);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let asked = 0;
  for (const kind of ['flood', 'boundary'] as const) {
    const search = engine[kind].bind(engine) as (...args: unknown[]) => Promise<never>;
    engine[kind] = async (...args: unknown[]) => {
      asked++;
      await released;
      return search(...args);
    };
  }
  return { release, asked: () => asked };
}

/** Share of the disc and of the mask that both have. */
async function overlapWithDisc(task: AnnotatorHarness): Promise<number> {
  const mask = await decoded(task);
  let [both, either] = [0, 0];
  for (let y = 0; y < 300; y++) {
    for (let x = 0; x < 400; x++) {
      const isDisc = Math.hypot(x + 0.5 - 200, y + 0.5 - 150) <= 60;
      const isMask = mask.at(x, y) === GREEN;
      if (isDisc && isMask) both++;
      if (isDisc || isMask) either++;
    }
  }
  return both / either;
}

describe('mask tools', () => {
  afterEach(closeTasks);

  it('fills a polygon by clicks, takes back single points, and fills once', async () => {
    const task = await start();
    await task.use('polygon');
    for (const point of [
      [50, 50],
      [150, 50],
      [170, 170],
      [190, 120],
    ] as const) {
      await task.click(point);
    }
    await task.press('Control+z', 'Control+z');
    await task.click([150, 150]);
    await task.click([50, 150]);
    await task.click([50, 50]);
    expect(await greens(task)).to.equal(100 * 100);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
    await task.press('Control+Shift+z');
    expect(await greens(task)).to.equal(100 * 100);
  });

  it('fills by Enter, and drops an outline on Escape', async () => {
    const task = await start();
    await task.use('polygon');
    for (const point of [
      [20, 20],
      [120, 20],
      [120, 120],
    ] as const) {
      await task.click(point);
    }
    await task.press('Escape');
    expect(await greens(task)).to.equal(0);
    for (const point of [
      [20, 20],
      [120, 20],
      [120, 120],
      [20, 120],
    ] as const) {
      await task.click(point);
    }
    await task.press('Enter');
    expect(await greens(task)).to.equal(100 * 100);
  });

  it('fills rectangles and what a lasso encloses', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [100, 80],
      [40, 20],
    ]);
    expect(await greens(task)).to.equal(60 * 60);
    await task.use('lasso');
    await task.drag([
      [200, 100],
      [300, 100],
      [300, 200],
      [200, 200],
    ]);
    expect((await decoded(task)).at(250, 150)).to.equal(GREEN);
    expect((await decoded(task)).at(320, 150)).to.equal('');
  });

  it('fills by colour', async () => {
    const task = await start(await disc());
    await task.use('fill');
    await task.click([200, 150]);
    await until(async () => (await greens(task)) > 0);
    expect(await overlapWithDisc(task)).to.equal(1);
  });

  it('fills in the order of the presses, with the label and the settings of each', async () => {
    const task = await start(await disc());
    await task.use('fill');
    const { release: answer } = holdBack(task);
    await task.click([200, 150]);
    await task.chooseLabel('Bus');
    await task.click([20, 20]);
    expect((await decoded(task)).counts.size).to.equal(1);
    answer();
    await until(() => task.objects.length === 2);
    expect(await overlapWithDisc(task)).to.equal(1);
    const mask = await decoded(task);
    expect([mask.at(200, 150), mask.at(20, 20)]).to.deep.equal([GREEN, BLUE]);
    await task.press('Control+z');
    expect((await decoded(task)).at(20, 20)).to.equal('');
    expect(await overlapWithDisc(task)).to.equal(1);
  });

  it('takes back a fill that is still being looked for, by undo and by Escape, and nothing else', async () => {
    const task = await start(await disc());
    await task.use('rectangle');
    await task.drag([
      [0, 0],
      [20, 20],
    ]);
    for (const key of ['Control+z', 'Escape']) {
      await task.use('fill');
      const { release: answer, asked } = holdBack(task);
      await task.click([200, 150]);
      await until(() => asked() > 0);
      await task.press(key);
      answer();
      await settled(task);
      expect(await greens(task), key).to.equal(20 * 20);
    }
  });

  it('paints after a fill that is still being looked for, in the order and with the label of each press', async () => {
    const task = await start(await disc());
    await task.use('fill');
    const { release: answer, asked } = holdBack(task);
    await task.click([200, 150]);
    await until(() => asked() > 0);
    await task.chooseLabel('Bus');
    await task.use('rectangle');
    await task.drag([
      [0, 0],
      [20, 20],
    ]);
    answer();
    await until(async () => (await greens(task)) > 0);
    expect(await overlapWithDisc(task)).to.equal(1);
    expect((await decoded(task)).counts.get(BLUE)).to.equal(20 * 20);
    await task.press('Control+z');
    expect((await decoded(task)).counts.get(BLUE)).to.equal(undefined);
    expect(await overlapWithDisc(task)).to.equal(1);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('takes back what came last while a fill is looked for: strokes that wait, then the fill, then earlier steps', async () => {
    const task = await start(await disc());
    await task.use('rectangle');
    await task.drag([
      [0, 0],
      [20, 20],
    ]);
    await task.use('fill');
    const { release: answer, asked } = holdBack(task);
    await task.click([200, 150]);
    await until(() => asked() > 0);
    // Another label and another tool are for what comes next: the fill stays what undo takes back.
    await task.chooseLabel('Bus');
    await task.use('brush');
    await task.drag([
      [30, 200],
      [60, 200],
    ]);
    await task.press('Control+z', 'Control+z');
    answer();
    await settled(task);
    const mask = await decoded(task);
    expect([mask.counts.get(GREEN), mask.counts.get(BLUE)]).to.deep.equal([20 * 20, undefined]);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
    expect(task.announcement).to.match(/^Undone/);
  });

  it('holds strokes back that begin while a fill is looked for, and loses none of their points', async () => {
    const task = await start(await disc());
    await task.use('brush');
    const stroke = () =>
      task.drag([
        [20, 30],
        [150, 60],
        [40, 90],
      ]);
    await stroke();
    const alone = await greens(task);
    await task.press('Control+z');
    await task.use('fill');
    const { release: answer, asked } = holdBack(task);
    await task.click([200, 150]);
    await until(() => asked() > 0);
    await task.chooseLabel('Bus');
    await task.use('brush');
    await stroke();
    expect((await decoded(task)).counts.get(BLUE)).to.equal(undefined);
    // Chosen after the stroke: not for it.
    await task.chooseLabel('Car');
    answer();
    await settled(task);
    const { counts } = await decoded(task);
    expect(counts.get(BLUE)).to.equal(alone);
    expect(await overlapWithDisc(task)).to.equal(1);
  });

  it('answers with a region as a whole, at whatever moment the answer is asked for', async () => {
    const task = await start();
    const session = sessionOf(task);
    const clock = performance.now.bind(performance);
    let looks = 0;
    // Every look at the clock tells that it is time for a break.
    performance.now = () => clock() + 100 * looks++;
    try {
      session.paintRegion('fillRectangle', () => rowsOf({ left: 0, top: 0, right: 400, bottom: 300 }));
      while (session.pixels.mask!.data[0] === 0) await nextTask();
      expect(session.pixels.mask!.data.at(-1), 'under way').to.equal(0);
      expect(await greens(task)).to.equal(400 * 300);
    } finally {
      performance.now = clock;
    }
    await settled(task);
    expect(session.store.history.length).to.equal(1);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('drops a fill that is looked for when the task is replaced', async () => {
    const task = await start(await disc());
    await task.use('fill');
    const { release: answer, asked } = holdBack(task);
    await task.click([200, 150]);
    await until(() => asked() > 0);
    const { src } = task.element as unknown as { src: string };
    (task.element as unknown as { src: string }).src = await pngFrom(300, 300, () => [9, 9, 9]);
    answer();
    await settled(task);
    (task.element as unknown as { src: string }).src = src;
    await (task.element as unknown as { pictureReady: Promise<void> }).pictureReady;
    expect(await greens(task)).to.equal(0);
    expect(task.objects.length).to.equal(0);
  });

  it('answers with the fill that was asked for last', async () => {
    const task = await start(await disc());
    await task.use('fill');
    const { release: answer } = holdBack(task);
    await task.click([200, 150]);
    const prepared = (task.element as unknown as { prepareAnswer(): Promise<void> }).prepareAnswer();
    answer();
    await prepared;
    expect(await overlapWithDisc(task)).to.equal(1);
  });

  it('paints superpixels that follow the edges', async () => {
    const task = await start(await disc());
    await task.use('patch');
    await task.hover([200, 150]);
    await until(async () => {
      await task.click([200, 150]);
      return (await greens(task)) > 0;
    });
    await task.drag([
      [170, 130],
      [230, 130],
      [230, 170],
      [170, 170],
    ]);
    const mask = await decoded(task);
    expect(mask.at(200, 150)).to.equal(GREEN);
    let outside = 0;
    for (let y = 0; y < 300; y++) {
      for (let x = 0; x < 400; x++) {
        if (mask.at(x, y) === GREEN && Math.hypot(x - 200, y - 150) > 64) outside++;
      }
    }
    expect(outside).to.equal(0);
  });

  it('follows an edge with the live boundary', async () => {
    const task = await start(await disc());
    await task.use('boundary');
    for (const angle of [0, 1, 2, 3, 4, 5]) {
      await task.click([200 + 61 * Math.cos(angle), 150 + 61 * Math.sin(angle)]);
    }
    await task.press('Enter');
    await until(async () => (await greens(task)) > 0);
    expect(await overlapWithDisc(task)).to.be.greaterThan(0.93);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('follows the edge as well when the worker is faster than the search, and takes back single points', async () => {
    const task = await start(await disc());
    await task.use('boundary');
    const { release: answer } = holdBack(task);
    const around = (angle: number) => [200 + 61 * Math.cos(angle), 150 + 61 * Math.sin(angle)] as const;
    for (const angle of [0, 1, 2, 3]) await task.click(around(angle));
    // One that is far off, and is taken back.
    await task.click([30, 30]);
    await task.press('Control+z');
    for (const angle of [4, 5]) await task.click(around(angle));
    await task.press('Enter');
    expect(await greens(task)).to.equal(0);
    answer();
    await until(async () => (await greens(task)) > 0);
    expect(await overlapWithDisc(task)).to.be.greaterThan(0.93);
  });

  it('masks an object from four extreme points, corrects it, and takes all of it back at once', async () => {
    const task = await start(await disc());
    await task.use('auto-segment');
    for (const point of [
      [200, 91],
      [259, 150],
      [200, 209],
      [141, 150],
    ] as const) {
      await task.click(point);
    }
    await until(() => task.announcement.startsWith('Click a wrong part'));
    // A correction, taken back before the mask is kept.
    await task.click([200, 150]);
    await task.press('Control+z');
    await until(() => task.announcement.startsWith('Click a wrong part'));
    await task.press('Enter');
    expect(await overlapWithDisc(task)).to.be.greaterThan(0.93);
    expect(task.objects.length).to.equal(1);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('keeps an auto-segmented mask when another label is chosen, and takes a box as well', async () => {
    const task = await start(await disc());
    await task.press('a');
    await task.drag([
      [138, 88],
      [262, 212],
    ]);
    await until(() => task.announcement.startsWith('Click a wrong part'));
    await task.chooseLabel('Bus');
    expect(await overlapWithDisc(task)).to.be.greaterThan(0.9);
    expect(task.objects.length).to.equal(1);
  });

  /** The segmenter's answers wait until they are released. */
  function holdSegmenter(task: AnnotatorHarness) {
    const session = sessionOf(task);
    const search = session.segment.bind(session);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    session.segment = async (prompt, signal) => {
      const runs = await search(prompt, signal);
      await released;
      return runs;
    };
    return { release };
  }

  const extremesOfDisc = [
    [200, 90],
    [260, 150],
    [200, 210],
    [140, 150],
  ] as const;

  it('keeps what auto-segment is still looking for when the worker goes on', async () => {
    for (const goOn of ['label', 'tool', 'object', 'answer'] as const) {
      const task = await start(await disc());
      const { release } = holdSegmenter(task);
      await task.use('auto-segment');
      for (const point of extremesOfDisc) await task.click(point);
      if (goOn === 'label') await task.press('2');
      if (goOn === 'tool') await task.press('m');
      if (goOn === 'object') await task.click([390, 10]);
      const answered =
        goOn === 'answer'
          ? (task.element as unknown as { prepareAnswer(): Promise<void> }).prepareAnswer()
          : Promise.resolve();
      release();
      await answered;
      if (goOn !== 'answer') await until(async () => (await greens(task)) > 0);
      expect(await overlapWithDisc(task), goOn).to.be.greaterThan(0.9);
      expect(sessionOf(task).store.history.map(({ name }) => name)).to.deep.equal(['autoSegment']);
      closeTasks();
    }
  });

  it('keeps a stroke and a polygon when another tool is chosen or the answer is sent before their end', async () => {
    const task = await start();
    await mouse.move(task.at([50, 50]));
    await mouse.down();
    await mouse.move(task.at([100, 50]), { via: 4 });
    // A label that comes early is for what comes next; what was painted is announced by its own.
    await task.press('2');
    await mouse.up();
    await painted();
    expect(task.announcement).to.match(/^Car: [\d,]+ pixels\.$/);
    await task.press('1');
    const first = await greens(task);
    await mouse.move(task.at([50, 100]));
    await mouse.down();
    await mouse.move(task.at([100, 100]), { via: 4 });
    await task.press('e');
    await mouse.up();
    const second = await greens(task);
    expect(second).to.be.greaterThan(first + 1000);
    await task.press('p');
    for (const point of [
      [200, 20],
      [240, 20],
      [240, 60],
    ] as const) {
      await task.click(point);
    }
    await task.press('b');
    await until(async () => (await greens(task)) > second);
    const third = await greens(task);
    await task.press('p');
    for (const point of [
      [300, 20],
      [340, 20],
      [340, 60],
    ] as const) {
      await task.click(point);
    }
    await (task.element as unknown as { prepareAnswer(): Promise<void> }).prepareAnswer();
    expect(await greens(task)).to.be.greaterThan(third + 700);
  });

  it('switches tools off that cannot read the picture, and says why', async () => {
    // The same server under its other name: another origin, without a CORS header.
    const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const src = `http://${other}:${location.port}/examples/pictures/phantom-1.jpg`;
    const task = await open('semantic', { src });
    await task.chooseLabel('Car');
    for (const id of ['auto-segment', 'fill', 'patch', 'boundary']) {
      const button = task.button(id)!;
      expect(button.getAttribute('aria-disabled'), id).to.equal('true');
      expect(button.title).to.contain('no CORS');
      await task.use('brush');
      await task.use(id);
      expect(task.announcement).to.contain('no CORS');
      expect(task.button('brush')!.getAttribute('aria-pressed')).to.equal('true');
    }
    await task.focusStage();
    await task.press('a');
    expect(task.button('brush')!.getAttribute('aria-pressed')).to.equal('true');
    await task.click([200, 150]);
    expect(await greens(task)).to.be.greaterThan(400);
  });

  it('paints only on unlabelled pixels, or only inside a label, when asked to', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    const select = task.root.querySelector<HTMLSelectElement>('oce-mask-options select')!;
    const choose = async (pattern: RegExp) => {
      select.value = [...select.options].find(({ text }) => pattern.test(text))!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await painted();
    };
    await choose(/unlabelled/);
    await task.chooseLabel('Bus');
    await task.drag([
      [100, 50],
      [200, 150],
    ]);
    expect((await decoded(task)).counts.get(BLUE)).to.equal(50 * 100);
    expect(await greens(task)).to.equal(100 * 100);
    await choose(/inside Car/);
    await task.drag([
      [40, 40],
      [60, 160],
    ]);
    expect((await decoded(task)).counts.get(BLUE)).to.equal(50 * 100 + 10 * 100);
  });

  it('leaves locked regions alone', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    await task.press('Shift+L');
    await task.chooseLabel('Bus');
    await task.drag([
      [100, 50],
      [200, 150],
    ]);
    expect(await greens(task)).to.equal(100 * 100);
    await task.chooseLabel('Car');
    await task.drag([
      [300, 50],
      [320, 70],
    ]);
    expect(task.announcement).to.contain('locked');
  });

  it('sizes the brush by keys and by Shift and the wheel', async () => {
    const task = await start();
    const size = () => Number.parseInt(task.root.querySelector('oce-mask-options output')!.textContent!, 10);
    await task.focusStage();
    await task.press('[');
    const smaller = size();
    expect(smaller).to.be.lessThan(24);
    await task.press(']', ']');
    expect(size()).to.be.greaterThan(smaller);
    const before = size();
    await wheel(task.at([200, 150]), -100, { shift: true });
    await painted();
    expect(size()).to.be.greaterThan(before);
  });

  it('draws on pages without https, where the browser gives fewer points', async () => {
    const { prototype } = PointerEvent;
    const method = Object.getOwnPropertyDescriptor(prototype, 'getCoalescedEvents')!;
    delete (prototype as Partial<PointerEvent>).getCoalescedEvents;
    try {
      const task = await start();
      await task.drag([
        [50, 100],
        [350, 100],
      ]);
      expect((await decoded(task)).at(200, 100)).to.equal(GREEN);
    } finally {
      Object.defineProperty(prototype, 'getCoalescedEvents', method);
    }
  });

  it('draws straight lines with Shift', async () => {
    const task = await start();
    await task.click([50, 100]);
    await hold('Shift');
    await task.click([350, 100]);
    await release('Shift');
    expect((await decoded(task)).at(200, 100)).to.equal(GREEN);
  });

  it('fills holes, removes islands, grows and shrinks', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    await task.use('eraser');
    await task.click([100, 100]);
    await task.press('Shift+C');
    await settled(task);
    expect(await greens(task)).to.equal(100 * 100);
    await task.press('Shift+}');
    await settled(task);
    // Three pixels on each side, and round corners of four.
    expect(await greens(task)).to.equal(100 * 100 + 4 * 300 + 4 * 4);
    await task.press('Shift+{');
    await settled(task);
    expect(await greens(task)).to.be.closeTo(100 * 100, 4);
    await task.use('brush');
    for (let i = 0; i < 20; i++) await task.press('[');
    await task.click([300, 250]);
    await task.press('Shift+E');
    await settled(task);
    expect((await decoded(task)).at(300, 250)).to.equal('');
  });

  it('picks a region and gives it to another label', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    await task.chooseLabel('Bus');
    await task.use('pick');
    await hold('Shift');
    await task.click([100, 100]);
    await release('Shift');
    await settled(task);
    expect((await decoded(task)).counts.get(BLUE)).to.equal(100 * 100);
    await task.chooseLabel('Car');
    await task.click([100, 100]);
    expect(task.chosenLabel).to.contain('Bus');
  });

  it('draws with the keyboard alone', async () => {
    const task = await start();
    await task.focusStage();
    await task.press('ArrowRight', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
    expect(await greens(task)).to.be.greaterThan(24 * 24);
    await task.press('Control+z');
    expect(await greens(task)).to.equal(0);
  });

  it('asks before the pixels of removed labels go', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    task.element.labels = ['Bus'];
    await painted();
    expect((await decoded(task)).counts.size).to.equal(1);
    const button = [...task.root.querySelectorAll<HTMLButtonElement>('.oce-banner button')][0]!;
    await mouse.click(pointOf(button));
    await painted();
    task.element.labels = ['Car', 'Bus'];
    await painted();
    expect(await greens(task)).to.equal(0);
  });

  it('clears locked regions of removed labels too, and asks again when that is taken back', async () => {
    const task = await start();
    await task.use('rectangle');
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    await task.press('Shift+L');
    task.element.labels = ['Bus'];
    await painted();
    const banner = () => task.root.querySelector('.oce-banner');
    await mouse.click(pointOf(banner()!.querySelector('button')!));
    await painted();
    expect(task.announcement).to.equal('Deleted: Car');
    expect(banner()).to.equal(null);
    await task.focusStage();
    await task.press('Control+z');
    expect(task.announcement).to.equal('Undone: clear removed labels');
    expect(banner()?.textContent).to.contain('Car');
    task.element.labels = ['Car', 'Bus'];
    await painted();
    expect(banner()).to.equal(null);
    expect(await greens(task)).to.equal(100 * 100);
  });

  it('says that there are no labels, to the worker and to the author of the page', async () => {
    const said: string[] = [];
    const { warn } = console;
    console.warn = (text: unknown) => said.push(String(text));
    try {
      const task = await open('semantic', { labels: [] });
      await task.click([100, 100]);
      expect(task.announcement).to.equal('There are no labels yet.');
      expect(said.join()).to.contain('<crowd-semantic-segmentation name="task">`: `labels` is empty');
    } finally {
      console.warn = warn;
    }
  });
});
