import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-form.js';
import type { CrowdBoundingBox } from '../../../src/elements/image/crowd-bounding-box.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import { mouse, painted, pointOf, type } from '../../support/input.js';
import { AnnotatorHarness, checkerboard, closeTasks, openTask } from './annotator-harness.js';

/** Things that scripts of public templates do to annotators. */
describe('templates whose scripts work on an annotator', () => {
  afterEach(closeTasks);

  it('begin with a placeholder for labels, empty it when ready, and let the worker add labels', async () => {
    const form = document.createElement('div');
    document.body.append(form);
    const task = await openTask('crowd-bounding-box', { labels: ['placeholder'], within: form });
    const field = document.createElement('input');
    form.append(field);
    task.element.labels = [];
    await painted();
    expect(task.labelRows).to.be.empty;
    await task.drag([
      [20, 20],
      [80, 80],
    ]);
    expect(task.answer['boundingBoxes'], 'without a label nothing can be drawn').to.be.empty;

    await mouse.click(pointOf(field));
    await type('Owl');
    task.element.labels = [...task.element.labels, field.value];
    await painted();
    await task.drag([
      [20, 20],
      [80, 80],
    ]);
    expect(task.answer['boundingBoxes']).to.deep.equal([{ label: 'Owl', left: 20, top: 20, width: 60, height: 60 }]);
    form.remove();
  });

  it('find the parts by the names they had', async () => {
    const form = document.createElement('crowd-form') as CrowdForm;
    document.body.append(form);
    const { root } = await openTask('crowd-bounding-box', { within: form.form });
    const names = {
      pane: '.awsui-app-layout__navigation',
      dialog: '.awsui-modal-dialog',
      canvas: 'canvas.upper-canvas',
      submit: '#actionsContainer > awsui-button[data-testid="crowd-submit"] > button.awsui-button[type="submit"]',
      settings: 'paper-icon-button',
      header: '.headerContainer',
      instructions: '.headerButtonsContainer button',
      fullInstructions: '.moreInstructionsLink',
      labels: '.label-pane-content .label-button',
      remove: 'button#delete',
      nothing: '#nothing-to-annotate .awsui-checkbox-label',
    };
    const missing = Object.values(names).filter((selector) => !root.querySelector(selector));
    expect(missing).to.be.empty;
    const buttons = [...root.querySelectorAll('awsui-button')].map(({ textContent }) => textContent?.trim());
    expect(buttons).to.deep.equal(['Instructions', 'Shortcuts', 'Submit']);
    form.remove();
  });

  it('take one annotator away and append another made by createElement and properties', async () => {
    const form = document.createElement('crowd-form') as CrowdForm;
    form.innerHTML = '<input type="hidden" name="kept" value="yes">';
    document.body.append(form);
    const first = await openTask('crowd-bounding-box', { within: form.form });
    await first.chooseLabel('Car');
    await first.drag([
      [20, 20],
      [80, 80],
    ]);
    first.element.remove();

    const next = Object.assign(document.createElement('crowd-bounding-box') as CrowdBoundingBox, {
      name: 'second',
      header: 'Once more',
      labels: ['Cat'],
      src: checkerboard(400, 300),
    });
    next.setAttribute('drafts', 'off');
    form.form.append(next);
    await next.pictureReady;
    const second = new AnnotatorHarness(next as never);
    await second.settled();
    await second.drag([
      [100, 100],
      [150, 150],
    ]);
    expect(form.answers).to.deep.equal({
      kept: 'yes',
      second: {
        boundingBoxes: [{ height: 50, label: 'Cat', left: 100, top: 100, width: 50 }],
        inputImageProperties: { height: 300, width: 400 },
      },
    });
    form.remove();
  });

  it('click on the parts of a label and rely on bubbling to its button', async () => {
    const task = await openTask('crowd-bounding-box');
    const [, bus] = task.labelRows;
    bus!.querySelector<HTMLElement>('kbd, .label-hotkey, span')!.click();
    await painted();
    expect(task.chosenLabel).to.contain('Bus');
  });

  it('lay a picture of their own over the canvas, through which the worker draws', async () => {
    const task = await openTask('crowd-bounding-box', { labels: ['Car'] });
    const { left, top, width, height } = task.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect();
    const overlay = new Image();
    overlay.src = checkerboard(400, 300);
    overlay.style.cssText = `position:absolute;left:${left + scrollX}px;top:${top + scrollY}px;width:${width}px;height:${height}px;opacity:.5;pointer-events:none`;
    document.body.append(overlay);
    await task.drag([
      [20, 20],
      [80, 80],
    ]);
    expect(task.answer['boundingBoxes']).to.have.length(1);
    overlay.remove();
  });
});
