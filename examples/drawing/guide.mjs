/** Small pictures for instructions: the same car with a good and with a bad box. */
import { Scene } from './scene.mjs';
import { drawCar } from './vehicles.mjs';

const WIDTH = 420;
const HEIGHT = 210;

/** @param {'good' | 'loose' | 'shadow'} kind */
export function drawBoxGuide(kind) {
  const scene = new Scene(WIDTH, HEIGHT);
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.gradient([
        [0, '#9aa3a8'],
        [0.6, '#6b7075'],
        [1, '#5a5f64'],
      ]),
    });
    pen.rect(0, 176, WIDTH, 6, { fill: '#e9e6dc', opacity: 0.8 });
    pen.at(212, 164, 0.74, (inner) => drawCar(inner, { kind: 'hatchback', color: '#c0392f' }));
    const color = kind === 'good' ? '#2fbf5b' : '#e5484d';
    const [x, y, width, height] = { good: [62, 50, 300, 116], loose: [26, 16, 372, 176], shadow: [100, 64, 208, 126] }[
      kind
    ];
    pen.rect(x, y, width, height, { stroke: color, width: 4 });
    for (const [cx, cy] of [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ])
      pen.circle(cx, cy, 5, { fill: '#ffffff', stroke: color, width: 3 });
  });
  return scene;
}
