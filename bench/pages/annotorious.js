// Annotorious on a plain <img>. That version of it has no zoom and no pan of its own, so neither is measured.

import { createImageAnnotator } from '@annotorious/annotorious';
import '@annotorious/annotorious/annotorious.css';
import { COLORS, FITTED, SHAPE, loadPicture, makeStage } from './scene.js';
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

function rectangle({ x, y, width, height }) {
  const bounds = { minX: x, minY: y, maxX: x + width, maxY: y + height };
  return { type: 'RECTANGLE', geometry: { x, y, w: width, h: height, bounds } };
}

function polygon({ points }) {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const bounds = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
  return { type: 'POLYGON', geometry: { points: points.map(({ x, y }) => [x, y]), bounds } };
}

function toAnnotation(shape, index, all) {
  const id = index === all.length - 1 ? 'target' : `shape-${index}`;
  return {
    id,
    bodies: [],
    properties: { color: COLORS[shape.color] },
    target: { annotation: id, selector: shape.points ? polygon(shape) : rectangle(shape) },
  };
}

/** The middle of the handle at the first vertex: handles are in the order of the vertices. */
function firstHandle() {
  const handle = document.querySelector('.a9s-handle')?.getBoundingClientRect();
  return handle ? { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 } : null;
}

runPage({
  name: 'Annotorious',
  version: PEER_VERSION,
  ready: mount(),
  prepare: (shapes) => shapes.map(toAnnotation),
  load: (annotations) => annotator.setAnnotations(annotations),
  count: () => document.querySelectorAll('.a9s-annotation').length,
  target() {
    const { geometry } = annotator.getAnnotationById('target').target.selector;
    const [x, y] = geometry.points?.[0] ?? [geometry.x, geometry.y];
    return { x, y };
  },
  grip: () => (SHAPE === 'box' ? null : firstHandle()),
  pictureRect: () => image.getBoundingClientRect().toJSON(),
  gestures: { selectFirst: true, pan: null, zoom: null },
});
