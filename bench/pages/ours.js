// This library: one <crowd-bounding-box> or <crowd-polygon> on its own, from the drop-in script.

import { LABELS, PICTURE, SHAPE, STAGE, isStart } from './scene.js';
import { runPage } from './probe.js';

// About what toolbar, status line and side pane take; put right once they are there.
const PANES = { width: 265, height: 70 };

const shapes = {
  box: {
    tag: 'crowd-bounding-box',
    prepare: ({ x, y, width, height, color }) => ({ left: x, top: y, width, height, label: LABELS[color] }),
    count: () => element.value.boundingBoxes.length,
    target() {
      const { left, top } = element.value.boundingBoxes.at(-1);
      return { x: left, y: top };
    },
  },
  polygon: {
    tag: 'crowd-polygon',
    prepare: ({ points, color }) => ({ label: LABELS[color], vertices: points }),
    count: () => element.value.polygons.length,
    target: () => element.value.polygons.at(-1).vertices[0],
  },
};
shapes.outline = { ...shapes.polygon, count: () => element.value.polygons[0]?.vertices.length ?? 0 };

const { tag, prepare, count, target } = shapes[SHAPE];
const element = document.createElement(tag);

/** The canvas that always covers the whole displayed picture. */
const pictureRect = () => element.shadowRoot.querySelector('canvas.upper-canvas').getBoundingClientRect().toJSON();

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

function resize(width, height) {
  Object.assign(element.style, { width: `${width}px`, height: `${height}px` });
}

/** Gives the stage the size that it has in all pages: whatever the panes around it take is added to the element. */
async function fitStage() {
  const stage = element.shadowRoot.querySelector('.stage');
  const host = element.getBoundingClientRect();
  const shown = stage.getBoundingClientRect();
  resize(host.width + STAGE.width - shown.width, host.height + STAGE.height - shown.height);
  await frame();
  await frame();
}

async function mount() {
  const ready = new Promise((resolve) => element.addEventListener('crowd-element-ready', resolve, { once: true }));
  element.setAttribute('drafts', 'off');
  element.toggleAttribute('compact', true);
  element.src = PICTURE.url;
  element.labels = LABELS;
  Object.assign(element.style, { position: 'absolute', left: '0', top: '0' });
  resize(STAGE.width + PANES.width, STAGE.height + PANES.height);
  document.body.append(element);
  await ready;
  if (!isStart) await fitStage();
  await element.pictureReady;
}

runPage({
  name: 'This library',
  version: '',
  ready: mount(),
  prepare: (all) => all.map(prepare),
  load(data) {
    element.initialValue = data;
  },
  count,
  target,
  pictureRect,
  gestures: { selectFirst: true, pan: { button: 'middle', modifiers: 0 }, zoom: { modifiers: 0 } },
  labelKey: 'Digit1',
});
