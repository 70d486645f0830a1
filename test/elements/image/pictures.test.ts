import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import { mouse, painted, pointOf, wheel } from '../../support/input.js';
import { checkerboard, closeTasks, openTask, type AnnotatorHarness, type TaskOptions } from './annotator-harness.js';

const open = (options: TaskOptions = {}) => openTask('crowd-bounding-box', { labels: ['Car'], ...options });

const explanation = (task: AnnotatorHarness) =>
  task.root.querySelector('oce-picture-state')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

const retry = (task: AnnotatorHarness) =>
  [...task.root.querySelectorAll<HTMLButtonElement>('oce-picture-state button')].find((button) =>
    /try again|retry/i.test(button.textContent ?? ''),
  );

const canvas = (width: number, height: number) => {
  const element = document.createElement('canvas');
  element.width = width;
  element.height = height;
  const g = element.getContext('2d')!;
  g.fillStyle = '#88aacc';
  g.fillRect(0, 0, width, height);
  return element;
};

const fileOf = (source: HTMLCanvasElement, type: string) =>
  new Promise<Blob>((resolve) => source.toBlob((blob) => resolve(blob!), type));

/** A JPEG that asks to be turned by 90 degrees. */
async function turnedJpeg(width: number, height: number): Promise<string> {
  const bytes = new Uint8Array(await (await fileOf(canvas(width, height), 'image/jpeg')).arrayBuffer());
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
  const segment = [0xff, 0xe1, 0, exif.length + entry.length + 2, ...exif, ...entry];
  const file = new Blob([bytes.slice(0, 2), new Uint8Array(segment), bytes.slice(2)], { type: 'image/jpeg' });
  return URL.createObjectURL(file);
}

describe('pictures', () => {
  afterEach(closeTasks);

  it('that are missing are explained in a sentence that names the address, with a way to try again', async () => {
    const task = await open({ src: '/test/fixtures/no-such-picture.png' });
    expect(explanation(task)).to.include('no-such-picture.png');
    expect(retry(task), 'a button to try again').to.exist;
  });

  it('come up on a retry when the server has recovered', async () => {
    const real = window.fetch;
    window.fetch = () => Promise.resolve(new Response('', { status: 503 }));
    const task = await open({ src: '/test/fixtures/a.png' });
    expect(explanation(task)).not.to.equal('');
    const file = await fileOf(canvas(30, 20), 'image/png');
    window.fetch = () => Promise.resolve(new Response(file, { status: 200 }));
    const ready = new Promise((resolve) => task.element.addEventListener('picture-ready', resolve, { once: true }));
    await mouse.click(pointOf(retry(task)!));
    await ready;
    window.fetch = real;
    expect(task.answer['inputImageProperties']).to.deep.equal({ height: 20, width: 30 });
  });

  for (const [name, response] of [
    ['empty files', () => new Response(new Blob([]), { status: 200 })],
    ['broken files', () => new Response(new Blob(['not a picture'], { type: 'image/png' }), { status: 200 })],
    ['forbidden addresses', () => new Response('', { status: 403 })],
  ] as const) {
    it(`of ${name} leave a usable page`, async () => {
      const real = window.fetch;
      window.fetch = () => Promise.resolve(response());
      const task = await open({ src: '/test/fixtures/picture.png' });
      window.fetch = real;
      expect(explanation(task)).to.include('picture.png');
      expect(task.element.value['boundingBoxes']).to.deep.equal([]);
      await task.chooseLabel('Car');
    });
  }

  it('can be awaited in the same breath as their address is set', async () => {
    const task = await open();
    task.element.src = checkerboard(50, 40);
    await task.element.pictureReady;
    expect(task.answer['inputImageProperties']).to.deep.equal({ height: 40, width: 50 });
  });

  it('are asked for once', async () => {
    const real = window.fetch;
    let requests = 0;
    const file = await fileOf(canvas(30, 20), 'image/png');
    window.fetch = () => {
      requests += 1;
      return Promise.resolve(new Response(file, { status: 200 }));
    };
    await open({ src: '/test/fixtures/once.png' });
    window.fetch = real;
    expect(requests).to.equal(1);
  });

  it('are asked for once when the element is moved meanwhile, and not waited for when it is taken away', async () => {
    const real = window.fetch;
    const asked: AbortSignal[] = [];
    const file = await fileOf(canvas(30, 20), 'image/png');
    let answer: () => void = () => undefined;
    window.fetch = (_url, init) => {
      asked.push(init!.signal!);
      return new Promise((resolve, reject) => {
        answer = () => resolve(new Response(file, { status: 200 }));
        init!.signal!.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
      });
    };
    try {
      const element = document.createElement('crowd-bounding-box');
      element.setAttribute('drafts', 'off');
      element.setAttribute('src', '/test/fixtures/moved.png');
      const box = document.createElement('div');
      document.body.append(element, box);
      await painted();
      box.append(element);
      await painted();
      expect(asked.map(({ aborted }) => aborted)).to.deep.equal([false]);
      const ready = new Promise((resolve) => element.addEventListener('picture-ready', resolve, { once: true }));
      answer();
      await ready;
      element.setAttribute('src', '/test/fixtures/left.png');
      await painted();
      box.remove();
      await painted();
      expect(asked.map(({ aborted }) => aborted)).to.deep.equal([false, true]);
    } finally {
      window.fetch = real;
    }
  });

  it('with an unresolved placeholder as address say so', async () => {
    const task = await open({ src: '{{ task.input.taskObject | grant_read_access }}' });
    expect(explanation(task)).to.include('task.input.taskObject');
  });

  it('are shown as stored, whatever their EXIF orientation says', async () => {
    const task = await open({ src: await turnedJpeg(120, 60) });
    expect(task.answer['inputImageProperties']).to.deep.equal({ height: 60, width: 120 });
    const shown = task.root.querySelector('.picture img')!.getBoundingClientRect();
    expect(shown.width / shown.height).to.be.closeTo(2, 0.01);
  });

  for (const [width, height] of [
    [1, 1],
    [30000, 100],
    [100, 30000],
  ] as const) {
    it(`of ${width} by ${height} pixels can be drawn on`, async () => {
      const task = await open({ width, height });
      await task.drag([
        [width * 0.1, height * 0.1],
        [width * 0.9, height * 0.9],
      ]);
      const [box] = task.answer['boundingBoxes'] as { left: number; top: number; width: number; height: number }[];
      expect(box, 'a box').to.exist;
      expect(box!.left).to.be.within(0, width);
      expect(box!.left + box!.width).to.be.within(1, width);
      expect(box!.top + box!.height).to.be.within(1, height);
    });
  }

  it('without a size of their own have the same size in every window', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40"><rect width="64" height="40"/></svg>';
    const task = await open({ src: `data:image/svg+xml,${encodeURIComponent(svg)}` });
    expect(task.answer['inputImageProperties']).to.deep.equal({ height: 150, width: 240 });
  });

  it('are neither announced nor fitted anew when the element is moved in the page', async () => {
    const task = await open({ width: 400, height: 300 });
    const told: string[] = [];
    for (const type of ['picture-ready', 'picture-failed']) {
      task.element.addEventListener(type, () => told.push(type));
    }
    await wheel(task.at([100, 100]), -300);
    const before = task.scale;
    const box = document.createElement('div');
    document.body.append(box);
    box.append(task.element);
    await task.settled();
    expect(task.scale).to.be.closeTo(before, 1e-4);
    expect(told).to.be.empty;
    box.replaceWith(task.element);
  });

  it('may be replaced; annotations of the old one do not outlive it unless given anew', async () => {
    const task = await open();
    const ready = new Promise((resolve) => task.element.addEventListener('picture-ready', resolve, { once: true }));
    task.element.src = checkerboard(50, 40);
    await ready;
    await painted();
    expect(task.answer['inputImageProperties']).to.deep.equal({ height: 40, width: 50 });
  });

  it('brightness and contrast never reach the answer', async () => {
    const task = await open();
    await task.drag([
      [20, 20],
      [80, 80],
    ]);
    const before = JSON.stringify(task.answer);
    const session = (task.element as unknown as { session: { changeSettings(part: object): void } }).session;
    session.changeSettings({ brightness: 2, contrast: 0.5 });
    await painted();
    expect(getComputedStyle(task.root.querySelector('.picture')!).filter).to.include('brightness(2)');
    expect(JSON.stringify(task.answer)).to.equal(before);
  });
});
