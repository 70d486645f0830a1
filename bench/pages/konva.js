// Konva the way its first tutorials use it: one draggable Rect a box, everything else left at its defaults.

import Konva from 'konva';
import { COLORS, FILLS, FITTED, PICTURE, STAGE, loadPicture, makeStage } from './scene.js';
import { runPage } from './probe.js';

const scale = FITTED.width / PICTURE.width;
const stage = new Konva.Stage({
  container: makeStage(),
  width: STAGE.width,
  height: STAGE.height,
  x: FITTED.x,
  y: FITTED.y,
  scaleX: scale,
  scaleY: scale,
  draggable: true,
});
const pictureLayer = new Konva.Layer();
const boxLayer = new Konva.Layer();
stage.add(pictureLayer, boxLayer);

stage.on('wheel', (event) => {
  event.evt.preventDefault();
  const before = stage.scaleX();
  const after = before * Math.exp(-event.evt.deltaY * 0.002);
  const pointer = stage.getPointerPosition();
  stage.scale({ x: after, y: after });
  stage.position({
    x: pointer.x - ((pointer.x - stage.x()) / before) * after,
    y: pointer.y - ((pointer.y - stage.y()) / before) * after,
  });
});

async function mount() {
  const image = await loadPicture();
  pictureLayer.add(new Konva.Image({ image, width: PICTURE.width, height: PICTURE.height }));
}

runPage({
  name: 'Konva, naive',
  version: Konva.version,
  ready: mount(),
  prepare: (shapes) => shapes,
  load(boxes) {
    boxLayer.destroyChildren();
    for (const { x, y, width, height, color } of boxes) {
      boxLayer.add(
        new Konva.Rect({
          x,
          y,
          width,
          height,
          fill: FILLS[color],
          stroke: COLORS[color],
          strokeWidth: 1.5,
          strokeScaleEnabled: false,
          draggable: true,
        }),
      );
    }
  },
  count: () => boxLayer.getChildren().length,
  target: () => boxLayer.getChildren().at(-1).position(),
  pictureRect: () => ({
    x: STAGE.left + stage.x(),
    y: STAGE.top + stage.y(),
    width: PICTURE.width * stage.scaleX(),
    height: PICTURE.height * stage.scaleY(),
  }),
  gestures: { selectFirst: false, pan: { button: 'left', modifiers: 0 }, zoom: { modifiers: 0 } },
});
