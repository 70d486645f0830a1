import { expect } from '@open-wc/testing';
import type { ShapeAnnotation } from '../../../src/document/annotation.js';
import type { ImageAnnotator } from '../../../src/elements/image/image-annotator.js';
import { setViewport } from '../../support/input.js';
import { AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, until } from './mask-harness.js';

/** What the page of the fixture has noted about workers. */
interface Watched {
  readonly answers: readonly string[];
  readonly violations: readonly string[];
  /** What workers broke down with. */
  readonly errors: readonly string[];
  readonly started: number;
  readonly ended: number;
}

const FIXTURE = '/test/fixtures/segment/task.html';
const NO_WORKERS =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; worker-src 'none'; connect-src 'self'";
const GREEN = '#2ca02c';

let frame: HTMLIFrameElement | undefined;

/** Opens the shipped script in a page of its own, under a policy. */
async function openPage(address: string): Promise<{ task: AnnotatorHarness; watched: () => Watched }> {
  await setViewport(1180, 720);
  frame = document.createElement('iframe');
  // At the origin of the test page, so that points in both are the same.
  frame.style.cssText = 'position: fixed; inset: 0; width: 1180px; height: 720px; border: 0; background: white';
  const loaded = new Promise((resolve) => frame?.addEventListener('load', resolve));
  frame.src = address;
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Window & { watched: Watched };
  const element = page.document.querySelector(
    'crowd-semantic-segmentation',
  ) as unknown as ImageAnnotator<ShapeAnnotation>;
  await until(() => 'pictureReady' in element);
  await (element as unknown as { pictureReady: Promise<void> }).pictureReady;
  const task = new AnnotatorHarness(element);
  await task.settled();
  return { task, watched: () => page.watched };
}

const pixels = async (task: AnnotatorHarness) =>
  (await decode(maskOf(task).labeledImage.pngImageData)).counts.get(GREEN) ?? 0;

/** A box around the nearest car of the street scene. */
async function findCar(task: AnnotatorHarness): Promise<number> {
  await task.chooseLabel('Car');
  await task.press('a');
  await task.drag([
    [66, 707],
    [533, 885],
  ]);
  await until(() => task.announcement.startsWith('Click a wrong part'));
  await task.press('Enter');
  return pixels(task);
}

describe('auto-segment and its worker', () => {
  const close = () => {
    frame?.remove();
    frame = undefined;
  };
  afterEach(close);

  it('works in a worker under a strict policy, and on the page where workers are forbidden, with the same mask', async () => {
    const allowed = await openPage(`${FIXTURE}?csp`);
    const found = await findCar(allowed.task);
    expect(allowed.watched().violations).to.deep.equal([]);
    expect(allowed.watched().answers).to.include('ready').and.to.include('done');
    expect(found).to.be.greaterThan(30_000);
    close();

    const forbidden = await openPage(`${FIXTURE}?csp=${encodeURIComponent(NO_WORKERS)}`);
    expect(await findCar(forbidden.task)).to.equal(found);
    expect(forbidden.watched().violations).to.deep.equal(['worker-src']);
    expect(forbidden.watched().answers).to.deep.equal([]);
  });

  it('cuts superpixels in the worker as well, and ends it with the element', async () => {
    const { task, watched } = await openPage(FIXTURE);
    await task.chooseLabel('Car');
    await task.use('patch');
    await task.hover([300, 800]);
    // The picture, and then its patches.
    await until(() => watched().answers.filter((answer) => answer === 'done').length >= 2);
    await task.click([300, 800]);
    expect(await pixels(task)).to.be.within(20, 5000);
    task.element.remove();
    await until(() => watched().ended === 1);
  });

  it('does the work on the page when a build has put helpers outside of the code for the worker', async () => {
    const { task, watched } = await openPage('/test/fixtures/segment/kept-names.html');
    expect(await findCar(task)).to.be.greaterThan(30_000);
    const { started, ended, answers, errors } = watched();
    expect([started, ended]).to.deep.equal([1, 1]);
    expect(answers).to.deep.equal([]);
    // One error, in the worker: none is left for the page.
    expect(errors).to.have.length(1);
    expect(errors[0]).to.match(/is not defined/);
    await task.press('Control+z');
    await task.use('fill');
    await task.click([300, 800]);
    await until(async () => (await pixels(task)) > 0);
  });

  it('goes on upon the page when the worker dies', async () => {
    const { task } = await openPage(`${FIXTURE}?dying`);
    expect(await findCar(task)).to.be.greaterThan(30_000);
  });
});
