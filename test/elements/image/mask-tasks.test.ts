import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import '../../../src/elements/crowd-instance-segmentation.js';
import '../../../src/elements/crowd-form.js';
import type { MaskSession } from '../../../src/canvas/mask/mask-session.js';
import { expectAccessible } from '../../support/a11y.js';
import { expectNoLeak } from '../../support/leak.js';
import { mouse, painted, pointOf } from '../../support/input.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngForm, pngFrom, until } from './mask-harness.js';

const GREEN = '#2ca02c';
const STREET = { src: '/examples/pictures/street-1.jpg', labels: ['Person', 'Car', 'Bus', 'Tree', 'Traffic light'] };

const decoded = (task: AnnotatorHarness) => decode(maskOf(task).labeledImage.pngImageData);

const isOpening = (task: AnnotatorHarness) =>
  !(task.element as unknown as { session: { pixels: { isReady: boolean } } }).session.pixels.isReady;

describe('mask tasks', () => {
  afterEach(closeTasks);

  it('bring unfinished masks back with their undo history', async () => {
    const attributes = { drafts: '1 day', 'task-id': `mask-${Math.random()}` };
    const task = await open('semantic', { attributes });
    await task.chooseLabel('Car');
    await task.drag([
      [50, 50],
      [150, 50],
    ]);
    const first = maskOf(task).labeledImage.pngImageData;
    await task.drag([
      [50, 150],
      [150, 150],
    ]);
    const second = maskOf(task).labeledImage.pngImageData;
    await new Promise((resolve) => setTimeout(resolve, 200));
    task.element.remove();
    const again = await open('semantic', { attributes });
    await until(() => again.root.querySelector('oce-restore-banner button') !== null);
    await mouse.click(pointOf(again.root.querySelector('oce-restore-banner button')!));
    await until(() => again.objects.length === 1);
    await painted();
    expect(maskOf(again).labeledImage.pngImageData).to.equal(second);
    await again.focusStage();
    await again.press('Control+z');
    expect(maskOf(again).labeledImage.pngImageData).to.equal(first);
    await again.press('Control+Shift+z');
    expect(maskOf(again).labeledImage.pngImageData).to.equal(second);
  });

  it('keep the mask when the address of the picture is signed anew, and begin anew with another picture', async () => {
    const signed = (n: number) => `/examples/pictures/street-1.jpg?X-Amz-Date=2026&X-Amz-Signature=${n}`;
    const task = await open('semantic', { src: signed(1) });
    await task.chooseLabel('Car');
    await task.click([400, 400]);
    const before = maskOf(task).labeledImage.pngImageData;
    const show = async (src: string) => {
      const ready = new Promise((resolve) => task.element.addEventListener('picture-ready', resolve, { once: true }));
      task.element.setAttribute('src', src);
      await ready;
      await painted();
    };
    await show(signed(2));
    expect(maskOf(task).labeledImage.pngImageData).to.equal(before);
    await task.press('Control+z');
    expect((await decoded(task)).counts.size).to.equal(1);
    await task.press('Control+y');
    await show('/examples/pictures/street-2.jpg');
    expect((await decoded(task)).counts.size).to.equal(1);
    expect(task.objects.length).to.equal(0);
  });

  it('submit a well compressed mask through crowd-form', async () => {
    const form = document.createElement('crowd-form') as HTMLElement & { submit(): void };
    document.body.append(form);
    const sent = new Promise<Record<string, never>>((resolve) => {
      form.addEventListener('crowd-submit', (event) => {
        event.preventDefault();
        resolve((event as CustomEvent<{ answers: Record<string, never> }>).detail.answers);
      });
    });
    const task = await open('semantic', { within: form });
    await task.chooseLabel('Car');
    for (let y = 20; y < 280; y += 30) {
      await task.drag([
        [20, y],
        [380, y + 20],
      ]);
    }
    const quick = maskOf(task).labeledImage.pngImageData;
    await mouse.click(pointOf(task.root.querySelector('[data-testid="crowd-submit"] button')!));
    const { task: answer } = (await sent) as unknown as { task: ReturnType<typeof maskOf> };
    expect(pngForm(answer.labeledImage.pngImageData).size).to.be.lessThan(pngForm(quick).size);
    const [a, b] = [await decode(quick), await decode(answer.labeledImage.pngImageData)];
    for (let y = 0; y < 300; y += 7) for (let x = 0; x < 400; x += 3) expect(b.at(x, y)).to.equal(a.at(x, y));
    form.remove();
  });

  it('keep painting possible on a picture of one pixel', async () => {
    const task = await open('semantic', { width: 1, height: 1, src: await pngFrom(1, 1, () => [90, 90, 90]) });
    await task.chooseLabel('Car');
    await task.click([0.5, 0.5]);
    const mask = await decoded(task);
    expect([mask.width, mask.height, mask.at(0, 0)]).to.deep.equal([1, 1, GREEN]);
  });

  it('take inexact colours for the nearest label, and say so', async () => {
    const src = await pngFrom(400, 300, (x) => (x < 200 ? [0x2f, 0x9e, 0x2a] : [255, 255, 255]));
    const initialValue = { labelMappings: { Car: { color: GREEN } }, src };
    const task = await open('semantic', { initialValue });
    expect((await decoded(task)).counts.get(GREEN)).to.equal(200 * 300);
    expect(task.announcement).to.contain('nearest label');
  });

  it('read grey levels by the numbers of their labels, in both kinds of tasks', async () => {
    // Stripes of the levels 0 to 3; what nobody named is background, however near.
    const src = await pngFrom(400, 300, (x) => [Math.floor(x / 100), Math.floor(x / 100), Math.floor(x / 100)]);
    const labelMappings = { Car: { index: 1 }, Bus: { index: 2 } };
    const task = await open('semantic', { initialValue: { labelMappings, src } });
    await until(() => !isOpening(task));
    const { counts } = await decoded(task);
    expect([counts.get(GREEN), counts.get('#1f77b4'), counts.get('')]).to.deep.equal([30_000, 30_000, 60_000]);
    expect([maskOf(task).initialValueModified, task.announcement]).to.deep.equal([false, '']);
    const instances = [3, 1].map((index) => ({ label: 'Car', index }));
    const objects = await open('instance', { initialValue: { instances, src } });
    await until(() => !isOpening(objects));
    const mask = await decoded(objects);
    expect([50, 150, 250, 350].map((x) => mask.at(x, 9))).to.deep.equal(['', '#1f77b4', '', GREEN]);
  });

  it('never take the colour of a label that is not on offer for a label that is', async () => {
    const src = await pngFrom(400, 300, (x) => (x < 200 ? [0x2c, 0xa0, 0x2c] : [0x30, 0xa0, 0x30]));
    const labelMappings = { Car: { color: GREEN }, Dog: { color: '#30a030' } };
    const task = await open('semantic', { initialValue: { labelMappings, src } });
    await until(() => !isOpening(task));
    expect((await decoded(task)).counts.get(GREEN)).to.equal(200 * 300);
    expect(task.announcement).to.contain('could not be read and were skipped');
  });

  it('say when a mask cannot be read, and go on without it', async () => {
    const initialValue = { labelMappings: { Car: { color: GREEN } }, src: '/test/fixtures/no-such-mask.png' };
    const said: string[] = [];
    const { error } = console;
    console.error = (text: unknown) => said.push(String(text));
    const task = await open('semantic', { initialValue });
    await until(() => !isOpening(task));
    console.error = error;
    expect(task.announcement).to.contain('could not be read');
    expect(said.join()).to.contain('`/test/fixtures/no-such-mask.png`. The server answered 404.');
    await task.chooseLabel('Car');
    await task.click([100, 100]);
    expect((await decoded(task)).at(100, 100)).to.equal(GREEN);
  });

  it('find a car of the street scene from four clicks', async () => {
    const task = await open('semantic', STREET);
    const truth = await (await fetch('/examples/pictures/truth/street-1.mask.png')).blob();
    const base64 = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result).split(',')[1]!);
      reader.readAsDataURL(truth);
    });
    const exact = await decode(base64);
    const CAR = '#1f77b4';
    const boxes = (await (await fetch('/examples/pictures/truth/boxes.json')).json()) as Record<
      string,
      { boxes: { label: string; left: number; top: number; width: number; height: number }[] }
    >;
    const car = boxes['street-1']!.boxes.find(({ label, width }) => label === 'Car' && width > 300)!;
    const isCar = (x: number, y: number) => exact.at(x, y) === CAR;
    const { left, top } = car;
    const [right, bottom] = [left + car.width - 1, top + car.height - 1];
    const find = (points: [number, number][]) => points.find(([x, y]) => isCar(x, y))!;
    const across = Array.from({ length: car.width }, (_, i) => left + ((i + (car.width >> 1)) % car.width));
    const down = Array.from({ length: car.height }, (_, i) => top + ((i + (car.height >> 1)) % car.height));
    await task.chooseLabel('Car');
    await task.press('a');
    for (const point of [
      find(across.map((x) => [x, top])),
      find(across.map((x) => [x, bottom])),
      find(down.map((y) => [left, y])),
      find(down.map((y) => [right, y])),
    ]) {
      await task.click([point[0] + 0.5, point[1] + 0.5]);
    }
    await until(() => task.announcement.startsWith('Click a wrong part'));
    await task.press('Enter');
    const found = await decoded(task);
    let [both, either] = [0, 0];
    for (let y = top - 40; y < bottom + 40; y++) {
      for (let x = left - 40; x < right + 40; x++) {
        const [a, b] = [isCar(x, y), found.at(x, y) === CAR];
        if (a && b) both++;
        if (a || b) either++;
      }
    }
    expect(both / either).to.be.greaterThan(0.75);
  });

  it('paint alike on twelve megapixels and on small pictures', async () => {
    const times: number[] = [];
    for (const [width, height] of [
      [400, 300],
      [4000, 3000],
    ] as const) {
      const task = await open('semantic', { width, height });
      const { session } = task.element as unknown as {
        session: MaskSession;
      };
      session.chooseLabel(session.labels[0]!);
      session.options.change({ brushSize: 64 });
      const tool = session.tool;
      const input = (x: number) =>
        ({
          point: { x, y: height / 2 },
          modifiers: { shift: false, alt: false, mod: false },
          pointer: 'mouse',
          clicks: 1,
        }) as const;
      tool.press(undefined as never, input(40));
      // The first dabs run code that is not compiled yet, and keep the tiles as they were.
      for (let i = 0; i < 300; i++) tool.move(undefined as never, input(40 + i));
      const start = performance.now();
      for (let i = 0; i < 300; i++) tool.move(undefined as never, input(40 + i));
      times.push((performance.now() - start) / 300);
      tool.release(undefined as never, input(340));
      closeTasks();
    }
    // A dab takes hundredths of a millisecond; the bound leaves room for a busy machine.
    expect(Math.max(...times), times.join()).to.be.lessThan(0.2);
  });

  for (const tag of ['semantic', 'instance'] as const) {
    it(`leave nothing to complain about for assistive technology: ${tag}`, async () => {
      const task = await open(tag);
      await expectAccessible(task.element);
      await task.chooseLabel('Car');
      await task.drag([
        [50, 50],
        [150, 150],
      ]);
      await task.use('fill');
      await expectAccessible(task.element);
    });
  }

  it('leave no memory behind', async () => {
    await expectNoLeak({
      open: async () => (await open('semantic')).element,
      close: () => closeTasks(),
      times: 20,
    });
  });

  it('show nothing but the picture and the mask when read-only', async () => {
    const src = await pngFrom(400, 300, () => [0x2c, 0xa0, 0x2c]);
    const task = await open('semantic', {
      initialValue: { labelMappings: { Car: { color: GREEN } }, src },
      attributes: { readonly: '' },
    });
    await task.drag([
      [50, 50],
      [150, 150],
    ]);
    const answer = maskOf(task);
    expect(answer.initialValueModified).to.equal(false);
    expect((await decode(answer.labeledImage.pngImageData)).counts.get(GREEN)).to.equal(400 * 300);
  });
});
