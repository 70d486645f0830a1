// The limit: no library at all. The picture is an <img> moved by a CSS transform; idle shapes are drawn whole on one
// canvas with fill + stroke, in z order and culled; the shape in hand has a canvas of its own.

import { COLORS, FILLS, FITTED, PICTURE, SHAPE, STAGE, loadPicture, makeStage } from './scene.js';
import { runPage } from './probe.js';

const ZOOM_PER_DELTA = 0.002;
const REACH = 6;

const stage = makeStage();
const camera = { x: FITTED.x, y: FITTED.y, scale: FITTED.width / PICTURE.width };
const dirty = { idle: false, active: false, scheduled: false };
let shapes = [];
let active = -1;
let gesture = null;
let image = null;

function makeCanvas() {
  const canvas = document.createElement('canvas');
  canvas.width = STAGE.width;
  canvas.height = STAGE.height;
  Object.assign(canvas.style, { position: 'absolute', inset: '0' });
  return canvas;
}

const idleCanvas = makeCanvas();
const activeCanvas = makeCanvas();
const idle = idleCanvas.getContext('2d');
const hand = activeCanvas.getContext('2d');

function isSeen({ x, y, width, height }) {
  const left = x * camera.scale + camera.x;
  const top = y * camera.scale + camera.y;
  return !(
    left > STAGE.width ||
    top > STAGE.height ||
    left + width * camera.scale < 0 ||
    top + height * camera.scale < 0
  );
}

function withBounds({ points, color }) {
  const bounds = { x: Infinity, y: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    bounds.x = Math.min(bounds.x, x);
    bounds.y = Math.min(bounds.y, y);
    bounds.right = Math.max(bounds.right, x);
    bounds.bottom = Math.max(bounds.bottom, y);
  }
  const { x, y, right, bottom } = bounds;
  return { x, y, width: right - x, height: bottom - y, points, color };
}

const boxes = {
  prepare: (data) => data,
  paint(context, { x, y, width, height }) {
    const { scale } = camera;
    const rect = [x * scale + camera.x, y * scale + camera.y, width * scale, height * scale];
    context.fillRect(...rect);
    context.strokeRect(...rect);
  },
  gripAt: (box, point) =>
    point.x >= box.x && point.y >= box.y && point.x <= box.x + box.width && point.y <= box.y + box.height
      ? box
      : undefined,
  moved: (box) => box,
  count: () => shapes.length,
  target: () => ({ x: shapes.at(-1).x, y: shapes.at(-1).y }),
};

const polygons = {
  // A list of its own for each: what is dragged is changed in place.
  prepare: (data) => data.map(({ points, color }) => withBounds({ points: points.map((p) => ({ ...p })), color })),
  paint(context, { points }) {
    context.beginPath();
    for (const point of points) context.lineTo(point.x * camera.scale + camera.x, point.y * camera.scale + camera.y);
    context.closePath();
    context.fill();
    context.stroke();
  },
  gripAt: ({ points }, { x, y }) => points.find((p) => Math.hypot(p.x - x, p.y - y) <= REACH / camera.scale),
  moved: withBounds,
  count: () => (SHAPE === 'outline' ? (shapes[0]?.points.length ?? 0) : shapes.length),
  target: () => ({ ...shapes.at(-1).points[0] }),
};

const kind = SHAPE === 'box' ? boxes : polygons;

function draw(context, shape, fill, lineWidth) {
  if (!isSeen(shape)) return;
  context.lineWidth = lineWidth;
  context.fillStyle = fill;
  context.strokeStyle = COLORS[shape.color];
  kind.paint(context, shape);
}

function paint() {
  dirty.scheduled = false;
  if (dirty.idle) {
    image.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
    idle.clearRect(0, 0, STAGE.width, STAGE.height);
    for (let i = 0; i < shapes.length; i++) {
      if (i !== active) draw(idle, shapes[i], FILLS[shapes[i].color], 1.5);
    }
  }
  hand.clearRect(0, 0, STAGE.width, STAGE.height);
  if (active >= 0) draw(hand, shapes[active], COLORS[shapes[active].color] + '55', 2);
  dirty.idle = false;
}

function schedule(idleToo) {
  dirty.idle ||= idleToo;
  if (dirty.scheduled) return;
  dirty.scheduled = true;
  requestAnimationFrame(paint);
}

/** The topmost shape under the pointer, and what of it is dragged: a box as a whole, or one vertex. */
function gripAt(event) {
  const x = (event.clientX - STAGE.left - camera.x) / camera.scale;
  const y = (event.clientY - STAGE.top - camera.y) / camera.scale;
  for (let index = shapes.length - 1; index >= 0; index--) {
    const grip = kind.gripAt(shapes[index], { x, y });
    if (grip) return { index, grip };
  }
  return { index: -1 };
}

stage.addEventListener('pointerdown', (event) => {
  stage.setPointerCapture(event.pointerId);
  gesture = { ...(event.button === 0 ? gripAt(event) : { index: -1 }), x: event.clientX, y: event.clientY };
  if (gesture.index < 0) return;
  active = gesture.index;
  schedule(true);
});

stage.addEventListener('pointermove', (event) => {
  if (!gesture) return;
  const dx = event.clientX - gesture.x;
  const dy = event.clientY - gesture.y;
  gesture.x = event.clientX;
  gesture.y = event.clientY;
  if (gesture.index < 0) {
    camera.x += dx;
    camera.y += dy;
    schedule(true);
  } else {
    gesture.grip.x += dx / camera.scale;
    gesture.grip.y += dy / camera.scale;
    shapes[gesture.index] = kind.moved(shapes[gesture.index]);
    schedule(false);
  }
});

stage.addEventListener('pointerup', () => {
  if (active >= 0) {
    active = -1;
    schedule(true);
  }
  gesture = null;
});

stage.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    const factor = Math.exp(-event.deltaY * ZOOM_PER_DELTA);
    const x = event.clientX - STAGE.left;
    const y = event.clientY - STAGE.top;
    camera.x = x - (x - camera.x) * factor;
    camera.y = y - (y - camera.y) * factor;
    camera.scale *= factor;
    schedule(true);
  },
  { passive: false },
);

async function mount() {
  image = await loadPicture();
  Object.assign(image.style, { position: 'absolute', left: '0', top: '0', transformOrigin: '0 0', maxWidth: 'none' });
  stage.append(image, idleCanvas, activeCanvas);
  schedule(true);
}

runPage({
  name: 'Raw Canvas 2D',
  version: '',
  ready: mount(),
  prepare: kind.prepare,
  load(data) {
    shapes = data;
    schedule(true);
  },
  count: kind.count,
  target: kind.target,
  pictureRect: () => ({
    x: STAGE.left + camera.x,
    y: STAGE.top + camera.y,
    width: PICTURE.width * camera.scale,
    height: PICTURE.height * camera.scale,
  }),
  gestures: { selectFirst: false, pan: { button: 'middle', modifiers: 0 }, zoom: { modifiers: 0 } },
});
