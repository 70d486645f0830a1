/** A small harbour with boats, a lighthouse and gulls, by day and in the evening, for saying what a picture shows. */
import { drawCloud } from './nature.mjs';
import { drawPerson, randomPerson } from './people.mjs';
import { Random } from './random.mjs';
import { darker, lighter, mix, Scene } from './scene.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;
const HORIZON = 520;
const QUAY = 872;

/** What stands in which picture; `people` on the quay and `gulls` in the air. */
export const HARBOURS = [
  {
    name: 'harbour-1',
    seed: 5,
    sky: ['#5f9fd4', '#e9f2f2'],
    sea: ['#8db9cf', '#2f6687'],
    hill: '#7f9d92',
    people: 3,
    gulls: 7,
    boats: 5,
    isLit: false,
  },
  {
    name: 'harbour-2',
    seed: 31,
    sky: ['#27335c', '#e88e62'],
    sea: ['#c98770', '#1d2a45'],
    hill: '#3c3f5e',
    people: 0,
    gulls: 0,
    boats: 3,
    isLit: true,
  },
];

/** @param {typeof HARBOURS[number]} harbour */
export function drawHarbour({ seed, sky, sea, hill, people, gulls, boats, isLit }) {
  const scene = new Scene(WIDTH, HEIGHT);
  const random = new Random(seed);
  const shade = (color) => (isLit ? mix(darker(color, 0.52), '#4a3a52', 0.25) : color);
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HORIZON + 4, { fill: scene.gradient(sky.map((color, at) => [at, color])) });
    for (let n = 0; n < 5; n++) {
      const [x, y] = [random.between(0, WIDTH), random.between(60, 260)];
      drawCloud(pen, x, y, random.between(90, 190), random, isLit ? '#d98a78' : '#ffffff', isLit ? 0.5 : 0.8);
    }
    for (const [base, height] of [
      [HORIZON, 150],
      [HORIZON, 84],
    ]) {
      const points = [];
      for (let x = 0; x <= WIDTH; x += 20)
        points.push([x, base - height * (0.5 + 0.5 * Math.sin(x * 0.0035 + height)) * (1 - (0.75 * x) / WIDTH)]);
      pen.polygon([...points, [WIDTH, base + 4], [0, base + 4]], { fill: height > 100 ? lighter(hill, 0.2) : hill });
    }
    pen.rect(0, HORIZON, WIDTH, HEIGHT - HORIZON, { fill: scene.gradient(sea.map((color, at) => [at, color])) });
    for (let n = 0; n < 320; n++) {
      const depth = random.next() ** 1.6;
      const y = HORIZON + 8 + depth * (QUAY - HORIZON);
      const length = 12 + depth * 90;
      const x = random.between(-40, WIDTH);
      pen.path(`M${x} ${y} q${length / 2} ${-2 - depth * 6} ${length} 0`, {
        stroke: random.chance(0.6) ? lighter(sea[0], 0.35) : darker(sea[1], 0.25),
        width: 1 + depth * 2.2,
        opacity: 0.4,
        effect: true,
      });
    }
  });
  scene.add('Lighthouse', (pen) => pen.at(1290, HORIZON + 16, 1, (inner) => lighthouse(inner, shade, isLit)));
  const fleet = Array.from({ length: boats }, (_, n) => ({
    x: 120 + (n + random.between(0.2, 0.7)) * (1300 / boats),
    y: HORIZON + 70 + random.between(0, 190),
    hull: random.pick(['#b8402f', '#2f5f8f', '#e3b23c', '#3f7a5c', '#e9e4d8']),
    sails: random.chance(0.6),
    isMirrored: random.chance(0.5),
  })).sort((a, b) => a.y - b.y);
  for (const { x, y, hull, sails, isMirrored } of fleet)
    scene.add('Boat', (pen) =>
      pen.at(x, y, 0.5 + (y - HORIZON) / 330, (inner) => boat(inner, { hull: shade(hull), sails, shade, isLit }), {
        mirrored: isMirrored,
      }),
    );
  scene.add('Quay', (pen) => quay(pen, shade, random));
  for (let n = 0; n < people; n++) {
    const person = randomPerson(random);
    const isMirrored = random.chance(0.5);
    scene.add('Person', (pen) =>
      pen.at(250 + n * 470 + random.between(-80, 80), QUAY + 84 + n * 18, 1.3, (inner) => drawPerson(inner, person), {
        mirrored: isMirrored,
      }),
    );
  }
  for (let n = 0; n < gulls; n++) {
    const [x, y, size] = [random.between(80, 1500), random.between(110, 430), random.between(20, 52)];
    scene.add('Bird', (pen) => gull(pen, x, y, size));
  }
  scene.add(undefined, (pen) =>
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#808080', filter: 'grain', opacity: 0.15, blend: 'overlay', effect: true }),
  );
  return scene;
}

/** Origin: foot of the tower. */
function lighthouse(pen, shade, isLit) {
  const { scene } = pen;
  const rock = shade('#6d675f');
  pen.path('M-190 20 Q-150 -34 -90 -26 Q-60 -64 0 -54 Q70 -66 100 -28 Q170 -30 210 20 Z', { fill: rock });
  pen.path('M-150 18 Q-90 -10 -40 -8 Q40 -22 120 -2 Q160 0 190 18 Z', { fill: darker(rock, 0.25) });
  const tower = (from, to, color) => {
    const half = (y) => 34 + (y + 40) * 0.045;
    pen.polygon(
      [
        [-half(from), from],
        [half(from), from],
        [half(to), to],
        [-half(to), to],
      ],
      {
        fill: scene.gradient(
          [
            [0, lighter(shade(color), 0.1)],
            [1, darker(shade(color), 0.35)],
          ],
          [0, 0, 1, 0],
        ),
      },
    );
  };
  for (let band = 0; band < 5; band++) tower(-330 + band * 58, -272 + band * 58, band % 2 ? '#f1ede4' : '#c23b31');
  pen.rect(-32, -344, 64, 14, { fill: shade('#3a3f45') });
  if (isLit) {
    pen.polygon(
      [
        [0, -364],
        [-900, -430],
        [-900, -290],
      ],
      {
        fill: scene.gradient(
          [
            [0, '#ffe9a8', 0],
            [1, '#ffe9a8', 0.4],
          ],
          [0, 0, 1, 0],
        ),
        effect: true,
      },
    );
    pen.circle(0, -364, 60, { fill: '#ffe9a8', opacity: 0.4, filter: 'soft10', effect: true });
  }
  pen.rect(-20, -384, 40, 40, { fill: isLit ? '#fff3c4' : '#9fc4d6' });
  for (const x of [-20, 0, 18]) pen.rect(x, -384, 3, 40, { fill: shade('#3a3f45') });
  pen.path('M-28 -384 L0 -416 L28 -384 Z', { fill: shade('#c23b31') });
  for (const y of [-250, -150]) pen.rect(-7, y, 14, 22, { fill: isLit ? '#ffd98a' : shade('#3a3f45') });
}

/** Origin: the middle of the water line; about 260 long. Bow to the right. */
function boat(pen, { hull, sails, shade, isLit }) {
  const { scene } = pen;
  pen.ellipse(0, 10, 140, 12, { fill: '#0b1a26', opacity: 0.35, filter: 'soft4', effect: true });
  const wood = shade('#6b4a2f');
  pen.rect(-8, sails ? -262 : -140, 7, sails ? 222 : 100, { fill: wood });
  if (sails) {
    const sail = shade('#f4efe2');
    pen.path('M4 -256 Q78 -150 88 -62 L4 -54 Z', {
      fill: scene.gradient(
        [
          [0, lighter(sail, 0.2)],
          [1, darker(sail, 0.18)],
        ],
        [0, 0, 1, 1],
      ),
    });
    pen.path('M-14 -236 Q-66 -140 -96 -58 L-14 -54 Z', { fill: darker(sail, 0.12) });
  } else {
    pen.rect(-74, -98, 74, 60, { r: 5, fill: shade('#ece6d8') });
    pen.rect(-82, -106, 90, 11, { r: 4, fill: darker(hull, 0.3) });
    for (const x of [-64, -36]) pen.rect(x, -86, 20, 20, { r: 2, fill: isLit ? '#ffd98a' : '#4d6f84' });
  }
  pen.path('M-126 -46 Q0 -34 138 -62 Q112 4 70 8 L-92 8 Q-120 -4 -126 -46 Z', {
    fill: scene.gradient([
      [0, lighter(hull, 0.16)],
      [1, darker(hull, 0.4)],
    ]),
  });
  pen.path('M-126 -46 Q0 -34 138 -62 L134 -52 Q0 -24 -124 -36 Z', { fill: shade('#f0eade') });
}

function quay(pen, shade, random) {
  const { scene } = pen;
  pen.rect(0, QUAY, WIDTH, HEIGHT - QUAY, {
    fill: scene.gradient([
      [0, shade('#b7ab98')],
      [1, shade('#85796a')],
    ]),
  });
  pen.rect(0, QUAY, WIDTH, 12, { fill: shade('#d9cfbd') });
  for (let row = 0; row < 4; row++)
    for (let x = -60 + (row % 2) * 70; x < WIDTH; x += 140)
      pen.rect(x + random.between(-6, 6), QUAY + 22 + row * 46, 132, 3, { fill: shade('#6e6354'), opacity: 0.5 });
  for (const x of [150, 640, 1130, 1500]) {
    pen.ellipse(x, QUAY + 36, 34, 9, { fill: '#0b0f14', opacity: 0.4, effect: true });
    pen.path(`M${x - 18} ${QUAY + 36} L${x - 14} ${QUAY - 14} L${x + 14} ${QUAY - 14} L${x + 18} ${QUAY + 36} Z`, {
      fill: shade('#3b4046'),
    });
    pen.ellipse(x, QUAY - 16, 26, 10, { fill: shade('#545b63') });
  }
}

function gull(pen, x, y, size) {
  const at = (dx, dy) => `${(x + dx * size).toFixed(1)} ${(y + dy * size).toFixed(1)}`;
  pen.path(
    `M${at(-1.5, -0.3)} Q${at(-0.8, -0.75)} ${at(-0.15, -0.05)} Q${at(0, 0.05)} ${at(0.15, -0.05)} ` +
      `Q${at(0.8, -0.75)} ${at(1.5, -0.3)} Q${at(0.75, -0.45)} ${at(0.25, 0.2)} L${at(0, 0.32)} L${at(-0.25, 0.2)} ` +
      `Q${at(-0.75, -0.45)} ${at(-1.5, -0.3)} Z`,
    { fill: '#f7f8f8', stroke: '#5f6b75', width: 1.2 },
  );
}
