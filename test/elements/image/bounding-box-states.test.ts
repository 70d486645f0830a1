import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import { expectAccessible } from '../../support/a11y.js';
import { painted, setMedia, wheel } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { closeTasks, openTask, type AnnotatorHarness, type TaskOptions } from './annotator-harness.js';

const two = [
  { label: 'Car', left: 50, top: 50, width: 200, height: 150 },
  { label: 'Bus', left: 100, top: 80, width: 60, height: 40 },
];

const open = (options: TaskOptions = {}) => openTask('crowd-bounding-box', options);

describe('crowd-bounding-box in every state', () => {
  afterEach(async () => {
    closeTasks();
    await setMedia({ colorScheme: null, forcedColors: null, contrast: null });
  });

  const states: readonly [string, TaskOptions][] = [
    ['empty', {}],
    ['with boxes', { initialValue: two }],
    ['read-only', { initialValue: two, attributes: { readonly: '' } }],
    ['without labels', { labels: [] }],
    ['with 200 labels', { labels: Array.from({ length: 200 }, (_, i) => `A label with a rather long name ${i}`) }],
    ['without a picture', { src: null }],
    ['with a missing picture', { src: '/test/fixtures/nothing.png' }],
    ['compact', { attributes: { compact: '' } }],
    ['on a tablet', { page: { width: 768, height: 1000 } }],
    ['on a phone', { page: { width: 390, height: 800 } }],
  ];
  for (const [name, options] of states) {
    it(`is accessible ${name}`, async () => {
      const task = await open(options);
      await expectAccessible(task.element);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible in ${colorScheme} colours with a selection`, async () => {
      await setMedia({ colorScheme });
      const task = await open({ initialValue: two });
      await task.click([120, 100]);
      await expectAccessible(task.element);
    });
  }

  it('leaves nothing behind when it goes', async function () {
    // Twenty-five tasks and several garbage collections.
    this.timeout(60_000);
    await expectNoLeak({
      open: async () => (await open({ initialValue: two })).element,
      use: async (element) => {
        const rect = element.getBoundingClientRect();
        await wheel([rect.left + rect.width / 2, rect.top + rect.height / 2], -200);
      },
      close: closeTasks,
      times: 25,
    });
  });

  it('is seen and drawn in the next task as the worker likes it, but not where nothing may be kept', async () => {
    const { prototype } = Storage;
    const { setItem, getItem } = prototype;
    const kept = new Map<string, string>();
    // Other pages of the same origin are under test at the same time.
    prototype.setItem = (key, value) => void kept.set(key, value);
    prototype.getItem = (key) => kept.get(key) ?? null;
    const isOn = (task: AnnotatorHarness) => task.button('snap')!.getAttribute('aria-checked');
    try {
      const first = await openTask('crowd-bounding-box', { attributes: { drafts: '1h' } });
      await first.press('q');
      expect(isOn(first)).to.equal('true');
      expect(isOn(await openTask('crowd-bounding-box', { attributes: { drafts: '1h' } }))).to.equal('true');
      expect(isOn(await openTask('crowd-bounding-box'))).to.equal('false');
      kept.set('oce-settings', '{"snap":"yes","contrast":{},"window":null,"brightness":2}');
      const odd = await openTask('crowd-bounding-box', { attributes: { drafts: '1h' } });
      expect(isOn(odd)).to.equal('false');
      expect(getComputedStyle(odd.root.querySelector('.picture')!).filter).to.equal('brightness(2)');
    } finally {
      Object.assign(prototype, { setItem, getItem });
    }
  });

  it('keeps its work when it is moved in the document', async () => {
    const task = await open({ labels: ['Car'] });
    await task.drag([
      [50, 40],
      [150, 120],
    ]);
    const home = document.createElement('section');
    document.body.append(home);
    home.append(task.element);
    await painted();
    expect(task.answer['boundingBoxes']).to.have.length(1);
    await task.drag([
      [200, 100],
      [250, 150],
    ]);
    expect(task.answer['boundingBoxes']).to.have.length(2);
    await task.focusStage();
    await task.press('Control+z');
    expect(task.answer['boundingBoxes']).to.have.length(1);
    home.remove();
  });
});
