// Annotorious on a plain <img>. That version of it has no zoom and no pan of its own, so neither is measured.

import { createImageAnnotator } from '@annotorious/annotorious';
import '@annotorious/annotorious/annotorious.css';
import { COLORS, FITTED, loadPicture, makeStage } from './scene.js';
import { runPage } from './probe.js';

let image = null;
let annotator = null;

async function mount() {
  image = await loadPicture();
  Object.assign(image.style, { width: `${FITTED.width}px`, height: `${FITTED.height}px` });
  makeStage().append(image);
  annotator = createImageAnnotator(image, {
    drawingEnabled: false,
    style: (annotation) => ({
      fill: annotation.properties.color,
      fillOpacity: 0.2,
      stroke: annotation.properties.color,
      strokeWidth: 1.5,
    }),
  });
}

function toAnnotation({ x, y, width, height, color }, index, all) {
  const id = index === all.length - 1 ? 'target' : `box-${index}`;
  const bounds = { minX: x, minY: y, maxX: x + width, maxY: y + height };
  return {
    id,
    bodies: [],
    properties: { color: COLORS[color] },
    target: { annotation: id, selector: { type: 'RECTANGLE', geometry: { x, y, w: width, h: height, bounds } } },
  };
}

runPage({
  name: 'Annotorious',
  version: PEER_VERSION,
  ready: mount(),
  prepare: (boxes) => boxes.map(toAnnotation),
  load: (annotations) => annotator.setAnnotations(annotations),
  count: () => document.querySelectorAll('.a9s-annotation').length,
  target() {
    const { x, y } = annotator.getAnnotationById('target').target.selector.geometry;
    return { x, y };
  },
  pictureRect: () => image.getBoundingClientRect().toJSON(),
  gestures: { selectFirst: true, pan: null, zoom: null },
});
