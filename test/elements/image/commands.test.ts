import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-instance-segmentation.js';
import '../../../src/elements/crowd-keypoint.js';
import '../../../src/elements/crowd-line.js';
import '../../../src/elements/crowd-polygon.js';
import '../../../src/elements/crowd-polyline.js';
import '../../../src/elements/crowd-semantic-segmentation.js';
import { closeTasks, openTask } from './annotator-harness.js';

describe('commands', () => {
  afterEach(closeTasks);

  for (const kind of [
    'bounding-box',
    'polygon',
    'polyline',
    'line',
    'keypoint',
    'semantic-segmentation',
    'instance-segmentation',
  ]) {
    it(`of crowd-${kind} have an icon and keys of their own`, async () => {
      const task = await openTask(`crowd-${kind}`, {
        labels: Array.from({ length: 40 }, (_, index) => `Label ${index}`),
      });
      const buttons = [...task.root.querySelectorAll('oce-toolbar button[id]')];
      expect(buttons.length).to.be.greaterThan(5);
      expect(buttons.filter((button) => !button.querySelector('path')).map(({ id }) => id)).to.be.empty;
      await task.press('Shift+Slash');
      await task.settled();
      const keys = [...task.root.querySelectorAll('.oce-chord')].map((chord) => chord.textContent!.trim());
      expect(keys).to.include.members(['1', '\\']);
      const listed = task.root.querySelector('.oce-shortcuts')!.textContent;
      expect(listed.includes('Resize by 1 pixel'), 'boxes alone').to.equal(kind === 'bounding-box');
      expect(keys.filter((key, at) => keys.indexOf(key) !== at)).to.be.empty;
    });
  }
});
