// The limit: no library at all. The picture is an <img> moved by a CSS transform; idle boxes are drawn whole on one
// canvas with fillRect + strokeRect, in z order and culled; the box in hand has a canvas of its own.

import { COLORS, FILLS, FITTED, PICTURE, STAGE, loadPicture, makeStage } from './scene.js';
import { runPage } from './probe.js';

const ZOOM_PER_DELTA = 0.002;

const stage = makeStage();
const camera = { x: FITTED.x, y: FITTED.y, scale: FITTED.width / PICTURE.width };
const dirty = { idle: false, active: false, scheduled: false };
let boxes = [];
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

function drawBox(context, box, fill, lineWidth) {
  const x = box.x * camera.scale + camera.x;
  const y = box.y * camera.scale + camera.y;
  const width = box.width * camera.scale;
  const height = box.height * camera.scale;
  if (x > STAGE.width || y > STAGE.height || x + width < 0 || y + height < 0) return;
  context.lineWidth = lineWidth;
  context.fillStyle = fill;
  context.strokeStyle = COLORS[box.color];
  context.fillRect(x, y, width, height);
  context.strokeRect(x, y, width, height);
}

function paint() {
  dirty.scheduled = false;
  if (dirty.idle) {
    image.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
    idle.clearRect(0, 0, STAGE.width, STAGE.height);
    for (let i = 0; i < boxes.length; i++) {
      if (i !== active) drawBox(idle, boxes[i], FILLS[boxes[i].color], 1.5);
    }
  }
  hand.clearRect(0, 0, STAGE.width, STAGE.height);
  if (active >= 0) drawBox(hand, boxes[active], COLORS[boxes[active].color] + '55', 2);
  dirty.idle = false;
}

function schedule(idleToo) {
  dirty.idle ||= idleToo;
  if (dirty.scheduled) return;
  dirty.scheduled = true;
  requestAnimationFrame(paint);
}

function boxAt(event) {
  const x = (event.clientX - STAGE.left - camera.x) / camera.scale;
  const y = (event.clientY - STAGE.top - camera.y) / camera.scale;
  return boxes.findLastIndex((b) => x >= b.x && y >= b.y && x <= b.x + b.width && y <= b.y + b.height);
}

stage.addEventListener('pointerdown', (event) => {
  stage.setPointerCapture(event.pointerId);
  gesture = { box: event.button === 0 ? boxAt(event) : -1, x: event.clientX, y: event.clientY };
  if (gesture.box < 0) return;
  active = gesture.box;
  schedule(true);
});

stage.addEventListener('pointermove', (event) => {
  if (!gesture) return;
  const dx = event.clientX - gesture.x;
  const dy = event.clientY - gesture.y;
  gesture.x = event.clientX;
  gesture.y = event.clientY;
  if (gesture.box < 0) {
    camera.x += dx;
    camera.y += dy;
    schedule(true);
  } else {
    boxes[gesture.box].x += dx / camera.scale;
    boxes[gesture.box].y += dy / camera.scale;
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
  prepare: (data) => data,
  load(data) {
    boxes = data;
    schedule(true);
  },
  count: () => boxes.length,
  target: () => ({ x: boxes.at(-1).x, y: boxes.at(-1).y }),
  pictureRect: () => ({
    x: STAGE.left + camera.x,
    y: STAGE.top + camera.y,
    width: PICTURE.width * camera.scale,
    height: PICTURE.height * camera.scale,
  }),
  gestures: { selectFirst: false, pan: { button: 'middle', modifiers: 0 }, zoom: { modifiers: 0 } },
});
