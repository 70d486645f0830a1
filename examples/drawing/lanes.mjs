/** A country motorway through the windscreen: lane markings that bend and fade. */
import { drawCloud, drawTree } from './nature.mjs';
import { Random } from './random.mjs';
import { darker, lighter, mix, Scene } from './scene.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;
const HORIZON = 470;

export const LANE_LABELS = ['Lane line', 'Road edge', 'Guard rail'];

/** Road sideways in metres, distance ahead in metres, to the picture. */
function project(side, ahead) {
  const depth = 1 / ahead;
  const bend = 0.0011 * ahead * ahead;
  return [WIDTH / 2 + 40 + (side + bend) * 1300 * depth, HORIZON + 2050 * depth];
}

const NEAR = 3.1;
const FAR = 140;

function strip(from, to, start = NEAR, end = FAR) {
  const steps = 60;
  const ahead = (n) => start * (end / start) ** (n / steps);
  const left = Array.from({ length: steps + 1 }, (_, n) => project(from, ahead(n)));
  const right = Array.from({ length: steps + 1 }, (_, n) => project(to, ahead(n)));
  return [...left, ...right.reverse()];
}

export function drawLanes(seed = 12) {
  const scene = new Scene(WIDTH, HEIGHT);
  const random = new Random(seed);
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HORIZON + 40, {
      fill: scene.gradient([
        [0, '#4f8fc9'],
        [0.7, '#b9d9ea'],
        [1, '#eef2ee'],
      ]),
    });
    for (let n = 0; n < 6; n++)
      drawCloud(pen, random.between(0, WIDTH), random.between(60, 300), random.between(80, 180), random);
    for (const [base, color, height, wave] of [
      [470, '#9bb4c2', 120, 0.004],
      [478, '#7f9f92', 84, 0.0062],
      [486, '#6f9468', 52, 0.009],
    ]) {
      const points = [];
      for (let x = 0; x <= WIDTH; x += 20)
        points.push([
          x,
          base - height * (0.5 + 0.5 * Math.sin(x * wave + base)) * (0.7 + 0.3 * Math.sin(x * wave * 2.7 + 1)),
        ]);
      pen.polygon([...points, [WIDTH, 560], [0, 560]], { fill: color });
    }
    pen.rect(0, HORIZON + 4, WIDTH, HEIGHT, {
      fill: scene.gradient([
        [0, '#93ad62'],
        [0.35, '#74963f'],
        [1, '#55752f'],
      ]),
    });
    for (let n = 0; n < 260; n++) {
      const y = HORIZON + 20 + random.next() ** 2 * 560;
      pen.ellipse(random.between(0, WIDTH), y, (y - HORIZON) * 0.09, (y - HORIZON) * 0.014, {
        fill: random.chance(0.5) ? '#86a651' : '#4f6e2c',
        opacity: 0.45,
      });
    }
  });
  for (const [side, ahead] of [
    [-24, 90],
    [-17, 58],
    [26, 76],
    [-31, 50],
    [22, 40],
    [34, 60],
    [-15, 30],
  ]) {
    const [x, y] = project(side, ahead);
    const leaf = random.pick(['#557f38', '#47703a', '#6a8b3d']);
    const own = random.whole(1, 1e6);
    scene.add(undefined, (pen) =>
      pen.at(x, y, 12.2 / ahead, (inner) =>
        drawTree(inner, { random: new Random(own), leaf, height: 780, spread: 260 }),
      ),
    );
  }
  const asphalt = '#5d6063';
  scene.add(undefined, (pen) => {
    pen.polygon(strip(-7.6, 7.4), { fill: '#8d8a80' });
    pen.polygon(strip(-7, 6.8), {
      fill: scene.gradient([
        [0, lighter(asphalt, 0.26)],
        [0.3, asphalt],
        [1, darker(asphalt, 0.22)],
      ]),
    });
    for (const side of [-4.4, -2.9, -0.8, 0.8, 2.9, 4.4])
      pen.polygon(strip(side - 0.3, side + 0.3), { fill: '#2e3032', opacity: 0.14, effect: true });
    pen.rect(0, HORIZON, WIDTH, HEIGHT - HORIZON, { fill: '#ffffff', filter: 'mottle', opacity: 0.14, effect: true });
  });
  const paint = '#ecebe4';
  for (const side of [-5.4, 5.2])
    scene.add('Road edge', (pen) => pen.polygon(strip(side - 0.09, side + 0.09), { fill: paint, opacity: 0.94 }));
  for (const side of [-1.85, 1.75]) {
    scene.add('Lane line', (pen) => {
      for (let ahead = 3.1; ahead < 120; ahead += 9)
        pen.polygon(strip(side - 0.075, side + 0.075, ahead, ahead + 3.6), { fill: paint, opacity: 0.92 });
    });
  }
  scene.add('Guard rail', (pen) => rail(pen, 7.2));
  for (const [side, ahead, color] of [
    [-3.6, 46, '#8f979e'],
    [3.4, 27, '#b03a31'],
    [0.1, 19, '#2f567f'],
  ]) {
    const [x, y] = project(side, ahead);
    scene.add('Car', (pen) => pen.at(x, y, 13 / ahead, (inner) => carFromBehind(inner, color)));
  }
  scene.add(undefined, (pen) => {
    pen.path(`M-20 ${HEIGHT + 10} L-20 1034 Q420 966 800 962 Q1180 966 1620 1034 L1620 ${HEIGHT + 10} Z`, {
      fill: scene.gradient([
        [0, '#39424b'],
        [1, '#14181c'],
      ]),
      effect: true,
    });
    pen.path('M0 1030 Q420 964 800 960 Q1180 964 1600 1030', {
      stroke: '#8fa3b3',
      width: 3,
      opacity: 0.5,
      effect: true,
    });
    pen.rect(0, HORIZON - 70, WIDTH, 150, {
      fill: scene.gradient([
        [0, '#f2f4ee', 0],
        [0.5, '#f2f4ee', 0.5],
        [1, '#f2f4ee', 0],
      ]),
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.radial(
        [
          [0.5, '#000000', 0],
          [1, '#000000', 0.36],
        ],
        [0.5, 0.5, 0.74],
      ),
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#808080', filter: 'grain', opacity: 0.15, blend: 'overlay', effect: true });
  });
  return scene;
}

function rail(pen, side) {
  for (let ahead = 4; ahead < 70; ahead += 4) {
    const [x, y] = project(side, ahead);
    pen.rect(x - 46 / ahead, y - 1250 / ahead, 92 / ahead, 1250 / ahead, { fill: '#6b747a' });
  }
  const raised = (height) => {
    const points = [];
    for (let n = 0; n <= 60; n++) {
      const ahead = NEAR * (90 / NEAR) ** (n / 60);
      const [x, y] = project(side, ahead);
      points.push([x, y - height / ahead]);
    }
    return points;
  };
  pen.polygon([...raised(1350), ...raised(850).reverse()], { fill: '#aab4ba' });
  pen.polygon([...raised(1190), ...raised(1020).reverse()], { fill: '#7a858c' });
}

/** Origin: ground under the middle; 1 metre = 100. */
function carFromBehind(pen, color) {
  pen.ellipse(0, -2, 108, 12, { fill: '#0b0f14', opacity: 0.55, filter: 'soft4', effect: true });
  pen.rect(-84, -34, 30, 34, { r: 6, fill: '#15181b' }).rect(54, -34, 30, 34, { r: 6, fill: '#15181b' });
  pen.path(
    'M-92 -26 L-94 -74 Q-92 -90 -80 -94 L-64 -138 Q-60 -148 -48 -149 L48 -149 Q60 -148 64 -138 L80 -94 Q92 -90 94 -74 L92 -26 Q90 -18 80 -18 L-80 -18 Q-90 -18 -92 -26 Z',
    {
      fill: pen.scene.gradient([
        [0, lighter(color, 0.3)],
        [0.5, color],
        [1, darker(color, 0.45)],
      ]),
    },
  );
  pen.path('M-66 -98 L-54 -136 Q-52 -141 -45 -141 L45 -141 Q52 -141 54 -136 L66 -98 Z', {
    fill: pen.scene.gradient([
      [0, '#a7c0cc'],
      [1, '#2b3a43'],
    ]),
  });
  for (const side of [-1, 1])
    pen.path(`M${side * 88} -84 l${-side * 30} 2 q${-side * 4} 16 ${side * 2} 20 l${side * 28} -2z`, {
      fill: '#c22f28',
      stroke: mix(color, '#000000', 0.5),
      width: 1.5,
    });
  pen.rect(-26, -62, 52, 16, { r: 3, fill: '#e8e6da' }).rect(-82, -34, 164, 8, { r: 4, fill: darker(color, 0.6) });
}
