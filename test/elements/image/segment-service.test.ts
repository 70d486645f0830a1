import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import { HttpSegmenter, useSegmenter, type HostSegmenter } from '../../../src/segmenters.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom, until } from './mask-harness.js';

const GREEN = '#2ca02c';

interface Asked {
  readonly url: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body: {
    readonly image: Record<string, unknown>;
    readonly prompt?: {
      readonly box?: object;
      readonly extremes: readonly object[];
      readonly include: readonly object[];
    };
  };
}

type Reply = (asked: Asked) => Response | Promise<Response>;

const { fetch: realFetch } = window;
let asked: Asked[] = [];

/** Takes the network's place for one address; the last reply repeats. */
function serve(...replies: Reply[]): void {
  window.fetch = async (input, init) => {
    if (input !== '/segment') return realFetch(input, init);
    const signal = init?.signal as AbortSignal;
    const request = {
      url: input,
      headers: new Headers(init?.headers),
      signal,
      body: JSON.parse(String(init?.body)) as Asked['body'],
    };
    asked.push(request);
    const reply = replies[Math.min(asked.length, replies.length) - 1] as Reply;
    return Promise.race([
      reply(request),
      new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    ]);
  };
}

const json = (value: object, init?: ResponseInit) => Response.json(value, init);

/** A mask of 40 by 30 for a picture ten times as large: white between columns 10 and 20. */
const smallMask = async () => {
  const url = await pngFrom(40, 30, (x) => (x >= 10 && x < 20 ? [255, 255, 255] : [0, 0, 0]));
  return url.slice(url.indexOf(',') + 1);
};

async function start(segmenter?: HostSegmenter, src?: string): Promise<AnnotatorHarness> {
  const task = await open('semantic', src ? { src } : {});
  if (segmenter) (task.element as unknown as { segmenter: HostSegmenter }).segmenter = segmenter;
  await task.chooseLabel('Car');
  await task.press('a');
  return task;
}

const drawBox = (task: AnnotatorHarness) =>
  task.drag([
    [90, 60],
    [210, 240],
  ]);
const found = (task: AnnotatorHarness) => until(() => task.announcement.startsWith('Click a wrong part'));
const greens = async (task: AnnotatorHarness) =>
  (await decode(maskOf(task).labeledImage.pngImageData)).counts.get(GREEN) ?? 0;

describe('a segmentation service', () => {
  const { warn } = console;
  let warnings: string[] = [];

  beforeEach(() => {
    asked = [];
    warnings = [];
    console.warn = (text: string) => warnings.push(text);
  });
  afterEach(() => {
    window.fetch = realFetch;
    console.warn = warn;
    useSegmenter(undefined);
    closeTasks();
  });

  it('is given address and prompt, and its mask is stretched over the picture', async () => {
    const mask = await smallMask();
    serve(() => json({ mask }));
    const task = await start(new HttpSegmenter({ url: '/segment', headers: () => ({ authorization: 'Bearer 1' }) }));
    await drawBox(task);
    await found(task);
    await task.press('Enter');
    expect(await greens(task)).to.equal(100 * 300);
    const [{ body, headers }] = asked as [Asked];
    expect(body.image['src']).to.match(/^data:image\/svg/);
    expect([body.image['width'], body.image['height'], body.image['png']]).to.deep.equal([400, 300, undefined]);
    expect(body.prompt?.box).to.include({ left: 90, top: 60 });
    expect(headers.get('authorization')).to.equal('Bearer 1');
  });

  it('may answer a PNG of a part, and call the picture by a name of its own', async () => {
    const mask = await smallMask();
    serve(
      () => json({ mask, bounds: { left: 0, top: 0, right: 200, bottom: 150 }, session: 'street' }),
      () => json({ message: 'I have forgotten it' }, { status: 410 }),
      () => json({ mask, session: 'street 2' }),
    );
    const task = await start(new HttpSegmenter({ url: '/segment', sends: 'pixels', maxSide: 100 }));
    await drawBox(task);
    await found(task);
    expect(String(asked[0]?.body.image['png'])).to.match(/^iVBOR/);
    await task.click([300, 200]);
    await until(() => asked.length === 3);
    await found(task);
    expect([asked[1]?.body.image['session'], asked[1]?.body.image['png']]).to.deep.equal(['street', undefined]);
    expect(String(asked[2]?.body.image['png'])).to.match(/^iVBOR/);
    expect(asked[2]?.body.prompt?.include).to.have.length(1);
    await task.press('Enter');
    expect(await greens(task)).to.equal(100 * 300);
  });

  it('is asked once more when it is busy, and the worker is told when that does not help', async () => {
    const mask = await smallMask();
    serve(
      () => new Response('', { status: 503 }),
      () => Promise.reject(new TypeError('Failed to fetch')),
      () => json({ mask }),
    );
    const task = await start(new HttpSegmenter({ url: '/segment', retryDelayMs: 1 }));
    await drawBox(task);
    await until(() => task.announcement.includes('got no answer'));
    expect(asked).to.have.length(2);
    expect(warnings.join()).to.contain('/segment could not be reached').and.to.contain('after 2 attempts');
    // The next click is no correction: it asks again.
    await task.click([150, 150]);
    await found(task);
    expect(asked[2]?.body.prompt?.include).to.have.length(0);
    await task.press('Enter');
    expect(await greens(task)).to.equal(100 * 300);
  });

  it('that is too slow is given up, and a mask that cannot be read is named', async () => {
    serve(
      () => new Promise(() => {}),
      () => json({ mask: btoa('no PNG') }),
    );
    const task = await start(new HttpSegmenter({ url: '/segment', timeoutMs: 30, retries: 0 }));
    await drawBox(task);
    await until(() => task.announcement.includes('got no answer'));
    expect(warnings.join()).to.contain('did not answer within 30 ms');
    await task.click([150, 150]);
    await until(() => task.announcement.includes('does not work here'));
    expect(warnings.join()).to.contain('The mask from /segment cannot be read');
    await task.press('Escape');
    expect(await greens(task)).to.equal(0);
  });

  it('that refuses leaves what was painted untouched', async () => {
    serve(() => json({ message: 'no such picture' }, { status: 404 }));
    const task = await start(new HttpSegmenter({ url: '/segment' }));
    await task.press('m');
    await task.drag([
      [10, 10],
      [60, 60],
    ]);
    await task.press('a');
    await drawBox(task);
    await until(() => task.announcement.includes('cannot be used for this picture'));
    expect(warnings.join()).to.contain('answered 404').and.to.contain('no such picture');
    await task.press('Escape');
    expect(await greens(task)).to.equal(2500);
  });

  it('is asked no more when the worker goes back', async () => {
    serve(() => new Promise(() => {}));
    const task = await start(new HttpSegmenter({ url: '/segment' }));
    await drawBox(task);
    await until(() => asked.length === 1);
    await task.press('Escape');
    await until(() => asked[0]?.signal.aborted === true);
    expect(warnings).to.deep.equal([]);
  });

  it('that answers after the worker has pressed Enter is still heard', async () => {
    const mask = await smallMask();
    let answer = () => {};
    serve(() => new Promise((resolve) => (answer = () => resolve(json({ mask })))));
    const task = await start(new HttpSegmenter({ url: '/segment' }));
    await drawBox(task);
    await until(() => asked.length === 1);
    await task.press('Enter');
    answer();
    await until(async () => (await greens(task)) === 100 * 300);
  });

  it('works on pictures of other servers that allow no reading, where the built-in tool says why it cannot', async () => {
    // The same server under its other name: another origin, without a CORS header.
    const other = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
    const src = `http://${other}:${location.port}/examples/pictures/phantom-1.jpg`;
    const mask = await smallMask();
    serve(() => json({ mask }));
    const task = await start(undefined, src);
    expect(task.announcement).to.contain('no CORS header');
    (task.element as unknown as { segmenter: HostSegmenter }).segmenter = new HttpSegmenter({ url: '/segment' });
    await task.use('auto-segment');
    await task.drag([
      [210, 240],
      [90, 60],
    ]);
    await found(task);
    const { width, height } = task.size;
    expect(asked[0]?.body.image).to.include({ src, width, height });
    await task.press('Enter');
    expect(await greens(task)).to.equal((width / 4) * height);
  });

  it('may come from another copy of the library, or be a plain object', async () => {
    const refusal = Object.assign(new Error('not this one'), { name: 'SegmentError', reason: 'refused' });
    const task = await start({
      prepare: () => undefined as unknown as Promise<void>,
      segment: () => Promise.reject(refusal),
    });
    await drawBox(task);
    await until(() => task.announcement.startsWith('Auto-segment cannot be used for this picture'));
  });

  it('can be chosen for the whole page, and an element may differ', async () => {
    const mask = await smallMask();
    serve(() => json({ mask }));
    const task = await start();
    const choices: HTMLElement[] = [];
    useSegmenter((element) => {
      choices.push(element);
      return new HttpSegmenter({ url: '/segment' });
    });
    expect(choices).to.deep.equal([task.element]);
    await drawBox(task);
    await found(task);
    expect(asked).to.have.length(1);
    (task.element as unknown as { segmenter: null }).segmenter = null;
    await until(() => !task.button('auto-segment'));
  });
});
