import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import { expectAccessible } from '../../support/a11y.js';
import { painted, setMedia, wheel } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { closeTasks, openTask, type TaskOptions } from './annotator-harness.js';

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
