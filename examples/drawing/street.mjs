/** A city street, looked at from the first floor of the other side. Several variants with their own hour and traffic. */
import { drawCloud, drawTree } from './nature.mjs';
import { drawPerson, randomPerson } from './people.mjs';
import { Random } from './random.mjs';
import { darker, lighter, mix, Scene } from './scene.mjs';
import { CAR_COLORS, drawBus, drawCar } from './vehicles.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;
/** Height of the eye in the picture: everything on this line is as high as the camera. */
const HORIZON = 360;

/** Pixels per centimetre for something that stands at this height of the picture. */
const scaleAt = (y) => ((y - HORIZON) * 0.375) / 172;

/** Classes in the order of the examples; the first five are labelled with boxes. */
export const STREET_LABELS = ['Person', 'Car', 'Bus', 'Tree', 'Traffic light', 'Road', 'Sidewalk', 'Building', 'Sky'];

/** Things that can be counted. */
export const STREET_THINGS = STREET_LABELS.slice(0, 5);

const HOURS = {
  noon: {
    sky: ['#5b9fd6', '#a9d2ec', '#dcecf2'],
    cloud: '#ffffff',
    haze: '#c9dce6',
    light: '#fff4d6',
    shade: 0,
    leaf: ['#5f8f3a', '#4d8446', '#74983f'],
    road: '#63686d',
  },
  morning: {
    sky: ['#7fb0d8', '#f3d9b8', '#fbe9cf'],
    cloud: '#fff3e2',
    haze: '#ecd9c4',
    light: '#ffd9a0',
    shade: 0.02,
    leaf: ['#7c9a3c', '#5d8b45', '#8aa046'],
    road: '#6a6a6a',
  },
  dusk: {
    sky: ['#33457c', '#b56a86', '#f7b27a'],
    cloud: '#f3b38f',
    haze: '#8b6f86',
    light: '#ff9d5c',
    shade: 0.2,
    leaf: ['#4c6a3c', '#3f6043', '#5f6b39'],
    road: '#4a4b54',
    lights: true,
  },
  rain: {
    sky: ['#7f8d98', '#a7b2b9', '#c3cacd'],
    cloud: '#dfe4e6',
    haze: '#aab5ba',
    light: '#dfe8ee',
    shade: 0.14,
    leaf: ['#4d7346', '#5a7a48', '#466a4a'],
    road: '#4b5157',
    lights: true,
    wet: true,
  },
  autumn: {
    sky: ['#6ea3cf', '#c3dbe8', '#f0e9dc'],
    cloud: '#ffffff',
    haze: '#dcd9cf',
    light: '#ffe6b3',
    shade: 0.03,
    leaf: ['#c9822b', '#b8542d', '#d8a53a', '#8f8f3c'],
    road: '#66676a',
  },
};

/** The pictures of the gallery: an hour, a seed, and who is on the street. */
export const STREETS = [
  {
    name: 'street-1',
    hour: 'noon',
    seed: 11,
    far: [['bus', 640]],
    near: [
      ['hatchback', 300],
      ['sedan', 1010],
    ],
    crossing: 1240,
    people: 7,
    trees: [110, 420, 985, 1500],
    crowd: 1,
  },
  {
    name: 'street-2',
    hour: 'morning',
    seed: 29,
    far: [
      ['suv', 250],
      ['van', 790],
    ],
    near: [['bus', 930]],
    crossing: 160,
    people: 6,
    trees: [40, 520, 1180],
    crowd: 2,
  },
  {
    name: 'street-3',
    hour: 'dusk',
    seed: 47,
    far: [
      ['sedan', 330],
      ['hatchback', 1000],
      ['suv', 1450],
    ],
    near: [['sedan', 620]],
    crossing: 1180,
    people: 8,
    trees: [230, 800, 1370],
    crowd: 1,
  },
  {
    name: 'street-4',
    hour: 'rain',
    seed: 83,
    far: [['bus', 980]],
    near: [
      ['suv', 420],
      ['hatchback', 1230],
    ],
    crossing: 800,
    people: 7,
    trees: [150, 640, 1460],
    crowd: 2,
  },
  {
    name: 'street-5',
    hour: 'autumn',
    seed: 101,
    far: [
      ['sedan', 180],
      ['van', 620],
      ['suv', 1130],
    ],
    near: [
      ['hatchback', 210],
      ['suv', 1330],
    ],
    crossing: 700,
    people: 9,
    trees: [60, 380, 900, 1240, 1560],
    crowd: 1,
  },
];

/**
 * @param {typeof STREETS[number]} street
 * @returns {Scene}
 */
export function drawStreet(street) {
  const scene = new Scene(WIDTH, HEIGHT);
  const hour = HOURS[street.hour];
  const random = new Random(street.seed);
  sky(scene, hour, random);
  skyline(scene, hour, random);
  buildings(scene, hour, random);
  scene.add('Sidewalk', (pen) => farSidewalk(pen, hour, random));
  scene.add('Road', (pen) => road(pen, hour, random, street.crossing));
  lamps(scene, hour);

  // Everything that stands on the ground, from far to near.
  const standing = [];
  const stand = (label, y, draw) => standing.push({ label, y, draw });
  for (const x of street.trees) {
    const leaf = random.pick(hour.leaf);
    const seed = random.whole(1, 1e6);
    const y = 628;
    const height = random.between(560, 700);
    const spread = random.between(170, 230);
    stand('Tree', y, (pen) =>
      pen.at(x, y, scaleAt(y), (inner) => drawTree(inner, { random: new Random(seed), leaf, height, spread })),
    );
  }
  for (let n = 0; n < street.people; n++) {
    const person = randomPerson(random);
    if (hour.wet && random.chance(0.7))
      person.umbrella = random.pick(['#b8322f', '#2f5f8f', '#2b2e33', '#d9a227', '#4c7a5a']);
    const y = random.between(632, 655);
    const x = 60 + ((n + random.between(0.15, 0.85)) * (WIDTH - 120)) / street.people;
    const mirrored = random.chance(0.5);
    stand('Person', y, (pen) =>
      pen.at(x, y, scaleAt(y) * person.height, (inner) => drawPerson(inner, person), { mirrored }),
    );
  }
  const crossing = street.crossing;
  for (const [dy, dx] of [
    [705, -46],
    [842, 52],
  ].slice(0, street.crowd)) {
    const person = randomPerson(random);
    if (hour.wet) person.umbrella = random.pick(['#c99b2e', '#7a5c8e']);
    const y = dy + random.between(-10, 10);
    const mirrored = random.chance(0.5);
    stand('Person', y, (pen) =>
      pen.at(crossing + dx, y, scaleAt(y) * person.height, (inner) => drawPerson(inner, person), { mirrored }),
    );
  }
  const vehicle = (kind, x, y, mirrored) => {
    const color = kind === 'bus' ? random.pick(['#c0392f', '#2f6f9f', '#3f7f5f']) : random.pick(CAR_COLORS);
    const taxi = kind === 'sedan' && random.chance(0.4);
    const seed = random.whole(1, 1e6);
    const lineNumber = String(random.whole(2, 98));
    stand(kind === 'bus' ? 'Bus' : 'Car', y, (pen) => {
      if (hour.wet) mirrorOnWet(pen, x, y, kind, color);
      pen.at(
        x,
        y,
        scaleAt(y) * (kind === 'bus' ? 0.94 : 1.02),
        (inner) => {
          if (kind === 'bus')
            drawBus(inner, { color, number: lineNumber, random: new Random(seed), lights: hour.lights, mirrored });
          else drawCar(inner, { kind, color: taxi ? '#d9a62a' : color, taxi, lights: hour.lights });
        },
        { mirrored },
      );
    });
  };
  for (const [kind, x] of street.far) vehicle(kind, x, 742, true);
  for (const [kind, x] of street.near) vehicle(kind, x, 884, false);

  standing.sort((a, b) => a.y - b.y);
  for (const { label, draw } of standing.filter(({ y }) => y < 915)) scene.add(label, draw);

  scene.add('Sidewalk', (pen) => nearSidewalk(pen, hour, random));
  const signalX = Math.min(1540, Math.max(60, crossing + (crossing > 800 ? 150 : -132)));
  scene.add('Traffic light', (pen) =>
    pen.at(
      signalX,
      980,
      scaleAt(980),
      (inner) => trafficLight(inner, random.pick(['red', 'green', 'amber']), crossing > 800),
      {},
    ),
  );
  const passers = street.crowd + 1;
  for (let n = 0; n < passers; n++) {
    const person = randomPerson(random);
    if (hour.wet && n === 0) person.umbrella = '#b8322f';
    const y = 1010 + n * 26;
    const x = 150 + ((n + random.between(0.1, 0.9)) * (WIDTH - 300)) / passers;
    const mirrored = random.chance(0.5);
    scene.add('Person', (pen) =>
      pen.at(x, y, scaleAt(y) * person.height, (inner) => drawPerson(inner, person), { mirrored }),
    );
  }
  atmosphere(scene, hour, random);
  return scene;
}

function sky(scene, hour, random) {
  scene.add('Sky', (pen) => {
    pen.rect(0, 0, WIDTH, 640, {
      fill: scene.gradient([
        [0, hour.sky[0]],
        [0.5, hour.sky[1]],
        [0.9, hour.sky[2]],
      ]),
    });
    if (!hour.wet)
      pen.circle(1240, hour.lights ? 420 : 90, 420, {
        fill: scene.radial([
          [0, hour.light, 0.75],
          [0.2, hour.light, 0.35],
          [1, hour.light, 0],
        ]),
        effect: true,
      });
    for (let n = 0; n < (hour.wet ? 12 : 6); n++)
      drawCloud(
        pen,
        random.between(-40, WIDTH),
        random.between(30, 250),
        random.between(70, 170),
        random,
        hour.cloud,
        hour.wet ? 0.7 : 0.62,
      );
  });
}

function skyline(scene, hour, random) {
  for (const [layer, top, share] of [
    [0, 190, 0.72],
    [1, 250, 0.5],
  ]) {
    scene.add('Building', (pen) => {
      let x = -60;
      while (x < WIDTH + 40) {
        const width = random.between(60, 150);
        const height = random.between(60, 210) + (layer === 0 ? 90 : 20);
        const color = mix(random.pick(['#7d8894', '#8f8376', '#74808c']), hour.haze, share);
        const y = 600 - height - (600 - top - 210) * 0.35;
        pen.rect(x, y, width, 640 - y, {
          fill: scene.gradient([
            [0, color],
            [1, mix(color, hour.haze, 0.6)],
          ]),
        });
        if (random.chance(0.3)) pen.rect(x + width * 0.45, y - 26, 4, 28, { fill: color });
        for (let wy = y + 14; wy < 560; wy += 18) {
          for (let wx = x + 9; wx < x + width - 12; wx += 15) {
            const lit = hour.lights && random.chance(0.35);
            pen.rect(wx, wy, 7, 10, { fill: lit ? '#ffd98a' : darker(color, 0.14), opacity: lit ? 0.85 : 0.6 });
          }
        }
        x += width + random.between(-6, 18);
      }
    });
  }
}

const FACADES = ['#b7694f', '#d9cbb2', '#8c9aa6', '#c9a27a', '#7f8f7a', '#e2ddd2', '#a4574b', '#6f7f8e'];

function buildings(scene, hour, random) {
  let x = -40;
  let previous = '';
  while (x < WIDTH) {
    const width = random.between(190, 330);
    let color = random.pick(FACADES);
    while (color === previous) color = random.pick(FACADES);
    previous = color;
    const left = x;
    const floors = random.whole(3, 5);
    const seed = random.whole(1, 1e6);
    scene.add('Building', (pen) => building(pen, { left, width, floors, color, hour, random: new Random(seed) }));
    x += width + (random.chance(0.18) ? random.between(20, 50) : 0);
  }
}

function building(pen, { left, width, floors, color, hour, random }) {
  const { scene } = pen;
  const base = 612;
  const floorHeight = random.between(82, 96);
  const shopHeight = 104;
  const top = base - shopHeight - floors * floorHeight;
  pen.rect(left, top, width, base - top, {
    fill: scene.gradient(
      [
        [0, lighter(color, 0.16)],
        [0.6, color],
        [1, darker(color, 0.12)],
      ],
      [0, 0, 1, 1],
    ),
  });
  // Brick courses, just felt.
  for (let y = top + 9; y < base - shopHeight; y += 9)
    pen.rect(left, y, width, 1, { fill: '#000000', opacity: 0.06, effect: true });
  pen
    .rect(left - 5, top - 12, width + 10, 16, { fill: lighter(color, 0.28) })
    .rect(left - 5, top + 2, width + 10, 4, { fill: darker(color, 0.35), opacity: 0.6 });
  if (random.chance(0.5)) pen.rect(left + width * 0.62, top - 34, 34, 26, { fill: darker(color, 0.3) });

  const columns = Math.max(2, Math.round(width / 78));
  const pitch = width / columns;
  const tall = random.chance(0.4);
  const frame = random.pick(['#f2efe8', '#3b4046', '#dcd3c2']);
  const balconies = random.chance(0.35);
  for (let floor = 0; floor < floors; floor++) {
    const y = top + 18 + floor * floorHeight;
    for (let column = 0; column < columns; column++) {
      const w = pitch * 0.52;
      const h = floorHeight * (tall ? 0.72 : 0.58);
      windowPane(pen, { x: left + column * pitch + (pitch - w) / 2, y, w, h, frame, hour, random });
    }
    if (balconies && floor > 0) {
      pen.rect(left + 12, y + floorHeight * 0.62, width - 24, 4, { fill: darker(color, 0.5) });
      for (let bx = left + 14; bx < left + width - 14; bx += 8)
        pen.rect(bx, y + floorHeight * 0.42, 1.8, floorHeight * 0.22, { fill: darker(color, 0.55) });
    }
    pen.rect(left, y + floorHeight * 0.78, width, 3, { fill: darker(color, 0.25), opacity: 0.5 });
  }
  shop(pen, { left, width, base, height: shopHeight, hour, random });
}

function windowPane(pen, { x, y, w, h, frame, hour, random }) {
  const { scene } = pen;
  const lit = hour.lights && random.chance(0.5);
  pen.rect(x - 4, y - 4, w + 8, h + 9, { fill: frame });
  pen.rect(x, y, w, h, {
    fill: lit
      ? scene.gradient([
          [0, '#ffe7ae'],
          [1, '#f0b765'],
        ])
      : scene.gradient(
          [
            [0, mix(hour.sky[1], '#53707f', 0.35)],
            [0.5, '#4b6575'],
            [0.52, '#33495a'],
            [1, '#2a3b47'],
          ],
          [0, 0, 0.5, 1],
        ),
  });
  if (random.chance(0.4))
    pen.rect(x, y, w * random.between(0.25, 0.45), h, { fill: lit ? '#d98e4d' : '#d9d4c8', opacity: 0.55 });
  if (random.chance(0.25)) pen.rect(x, y, w, h * random.between(0.2, 0.5), { fill: '#e9e4d8', opacity: 0.7 });
  pen.rect(x + w / 2 - 1.5, y, 3, h, { fill: frame }).rect(x, y + h * 0.42, w, 2.5, { fill: frame });
  pen.rect(x - 6, y + h + 4, w + 12, 5, { fill: lighter(frame, 0.1) });
  pen.rect(x - 6, y + h + 9, w + 12, 4, { fill: '#000000', opacity: 0.18, effect: true });
}

const AWNINGS = ['#b8322f', '#2f6b57', '#31597f', '#c98a2b', '#6b3f5b'];

function shop(pen, { left, width, base, height, hour, random }) {
  const { scene } = pen;
  const top = base - height;
  const wood = random.pick(['#2d3a3f', '#4a3a30', '#31443b', '#5b2f2c']);
  pen.rect(left + 6, top, width - 12, height, { fill: wood });
  const lit = hour.lights || random.chance(0.3);
  const doorAt = random.chance(0.5) ? left + 18 : left + width - 62;
  pen.rect(doorAt, top + 26, 44, height - 26, { fill: darker(wood, 0.3) });
  pen
    .rect(doorAt + 6, top + 32, 32, height - 40, { fill: lit ? '#f4cf8b' : '#5d7683' })
    .circle(doorAt + 37, base - 34, 2.4, { fill: '#e9d28d' });
  const glassLeft = doorAt < left + width / 2 ? doorAt + 54 : left + 16;
  const glassWidth = width - 90;
  pen.rect(glassLeft, top + 30, glassWidth, height - 46, {
    fill: lit
      ? scene.gradient([
          [0, '#ffe9bb'],
          [1, '#d9a35c'],
        ])
      : scene.gradient(
          [
            [0, '#a9c1cb'],
            [0.5, '#5f7c89'],
            [1, '#3c525d'],
          ],
          [0, 0, 1, 1],
        ),
  });
  for (let x = glassLeft + 14; x < glassLeft + glassWidth - 14; x += random.between(20, 34)) {
    const h = random.between(10, 26);
    pen.rect(x, base - 18 - h, random.between(9, 16), h, {
      r: 3,
      fill: random.pick(['#b5654d', '#e3c27a', '#57747f', '#7d9a6d', '#d7d2c8']),
      opacity: 0.85,
    });
  }
  pen.rect(left + 6, top + 2, width - 12, 20, { fill: lighter(wood, 0.1) });
  for (let x = left + width * 0.3; x < left + width * 0.68; x += 15)
    pen.rect(x, top + 8, random.between(7, 12), 8, { r: 2, fill: '#f0e6cc', opacity: 0.9 });
  if (random.chance(0.65)) {
    const awning = random.pick(AWNINGS);
    const stripe = 15;
    const x1 = glassLeft - 8;
    const count = Math.round((glassWidth + 16) / stripe);
    for (let n = 0; n < count; n++) {
      const fill = n % 2 ? '#f3eee2' : awning;
      const a = x1 + n * stripe;
      pen.polygon(
        [
          [a, top + 22],
          [a + stripe, top + 22],
          [a + stripe - 2 + (n - count / 2) * 0.6, top + 52],
          [a - 2 + (n - count / 2) * 0.6, top + 52],
        ],
        { fill },
      );
      pen.path(
        `M${a - 2 + (n - count / 2) * 0.6} ${top + 52} h${stripe} q0 8 -${stripe / 2} 8 q-${stripe / 2} 0 -${stripe / 2} -8z`,
        { fill: darker(fill, 0.12) },
      );
    }
    pen.rect(glassLeft, top + 60, glassWidth, 14, { fill: '#000000', opacity: 0.16, effect: true });
  }
}

function farSidewalk(pen, hour, random) {
  const stone = mix('#b9b3a8', hour.haze, 0.2);
  pen.rect(0, 608, WIDTH, 54, {
    fill: pen.scene.gradient([
      [0, darker(stone, 0.16)],
      [0.3, stone],
      [1, lighter(stone, 0.08)],
    ]),
  });
  for (let x = -200; x < WIDTH + 200; x += 46)
    pen.line(
      [
        [x, 608],
        [WIDTH / 2 + (x - WIDTH / 2) * 1.14, 660],
      ],
      { stroke: darker(stone, 0.2), width: 1, opacity: 0.6 },
    );
  pen.rect(0, 628, WIDTH, 1.2, { fill: darker(stone, 0.2), opacity: 0.6 });
  pen.rect(0, 656, WIDTH, 8, { fill: lighter(stone, 0.2) }).rect(0, 663, WIDTH, 7, { fill: darker(stone, 0.35) });
  for (let n = 0; n < 3; n++) planter(pen, random.between(60, WIDTH - 60), 626, random);
}

function planter(pen, x, y, random) {
  for (let n = 0; n < 12; n++)
    pen.circle(x + random.between(-30, 30), y - 26 + random.between(-9, 7), random.between(5, 10), {
      fill: random.pick(['#587a3f', '#6d8f4a', '#46683b', '#c9566a', '#e3b84f']),
    });
  pen.path(`M${x - 36} ${y - 20} L${x + 36} ${y - 20} L${x + 30} ${y} L${x - 30} ${y} Z`, { fill: '#77685a' });
}

function road(pen, hour, random, crossing) {
  const { scene } = pen;
  const color = hour.road;
  pen.rect(0, 668, WIDTH, 272, {
    fill: scene.gradient([
      [0, lighter(color, hour.wet ? 0.2 : 0.09)],
      [0.4, color],
      [1, darker(color, 0.1)],
    ]),
  });
  pen.rect(0, 668, WIDTH, 272, { fill: '#ffffff', filter: 'mottle', opacity: 0.32, effect: true });
  const paint = '#e9e6dc';
  for (let x = -30; x < WIDTH; x += 150)
    pen.polygon(
      [
        [x, 792],
        [x + 84, 792],
        [x + 88, 800],
        [x + 2, 800],
      ],
      { fill: paint, opacity: 0.88 },
    );
  // Zebra crossing: bars along the road, wider towards us.
  for (let n = 0; n < 7; n++) {
    const y = 680 + n * n * 1.9 + n * 22;
    const h = 12 + n * 2.1;
    const half = (y) => 74 + (y - 670) * 0.2;
    pen.polygon(
      [
        [crossing - half(y), y],
        [crossing + half(y), y],
        [crossing + half(y + h), y + h],
        [crossing - half(y + h), y + h],
      ],
      { fill: paint, opacity: 0.92 },
    );
  }
  for (let n = 0; n < 5; n++)
    pen.ellipse(random.between(0, WIDTH), random.between(700, 920), random.between(30, 120), random.between(4, 10), {
      fill: darker(color, 0.35),
      opacity: 0.22,
      filter: 'soft4',
      effect: true,
    });
  pen.ellipse(random.between(200, 1400), 835, 30, 8, {
    fill: darker(color, 0.3),
    stroke: darker(color, 0.5),
    width: 2,
  });
  if (hour.wet) {
    for (let n = 0; n < 9; n++)
      pen.ellipse(random.between(0, WIDTH), random.between(690, 930), random.between(60, 190), random.between(5, 14), {
        fill: lighter(hour.sky[2], 0.1),
        opacity: 0.3,
        filter: 'soft4',
        effect: true,
      });
  }
}

/** A long, blurred mirror image on wet asphalt. */
function mirrorOnWet(pen, x, y, kind, color) {
  const half = (kind === 'bus' ? 430 : 190) * scaleAt(y);
  pen.rect(x - half, y - 4, half * 2, kind === 'bus' ? 130 : 70, {
    fill: pen.scene.gradient([
      [0, color, 0.55],
      [1, color, 0],
    ]),
    filter: 'soft10',
    effect: true,
  });
}

function lamps(scene, hour) {
  scene.add(undefined, (pen) => {
    for (const x of [330, 760, 1130]) {
      pen.path(
        `M${x - 3} 640 L${x - 2} 300 Q${x} 272 ${x + 34} 270 L${x + 56} 270 L${x + 56} 276 L${x + 34} 276 Q${x + 4} 279 ${x + 3} 304 L${x + 4} 640 Z`,
        { fill: '#3a4248' },
      );
      pen.path(`M${x + 30} 268 h40 q4 0 2 6 l-4 6 h-38z`, { fill: '#2c3338' });
      pen.ellipse(x + 49, 281, 15, 4, { fill: hour.lights ? '#fff0c0' : '#dfe6ea' });
      if (hour.lights)
        pen.circle(x + 49, 284, 90, {
          fill: scene.radial([
            [0, '#ffe3a0', 0.6],
            [1, '#ffe3a0', 0],
          ]),
          effect: true,
        });
    }
  });
}

function nearSidewalk(pen, hour, random) {
  const stone = mix('#c2bbae', hour.haze, 0.12);
  pen.rect(0, 928, WIDTH, 15, { fill: lighter(stone, 0.16) }).rect(0, 920, WIDTH, 9, { fill: darker(stone, 0.4) });
  pen.rect(0, 942, WIDTH, 125, {
    fill: pen.scene.gradient([
      [0, stone],
      [1, darker(stone, 0.14)],
    ]),
  });
  for (let x = -700; x < WIDTH + 700; x += 92)
    pen.line(
      [
        [x, 942],
        [WIDTH / 2 + (x - WIDTH / 2) * 1.3, HEIGHT],
      ],
      { stroke: darker(stone, 0.24), width: 1.8, opacity: 0.7 },
    );
  for (const y of [970, 1010, 1062]) pen.rect(0, y, WIDTH, 1.8, { fill: darker(stone, 0.24), opacity: 0.7 });
  for (let n = 0; n < 14; n++)
    pen.ellipse(random.between(0, WIDTH), random.between(950, HEIGHT), random.between(2, 6), random.between(1, 3), {
      fill: darker(stone, 0.4),
      opacity: 0.5,
    });
  if (hour.wet)
    for (let n = 0; n < 5; n++)
      pen.ellipse(random.between(0, WIDTH), random.between(955, 1060), random.between(60, 160), random.between(6, 13), {
        fill: hour.sky[2],
        opacity: 0.35,
        filter: 'soft4',
        effect: true,
      });
}

/** Pole with three lamps on an arm over the road. Origin: foot of the pole; 1 metre = 100. */
function trafficLight(pen, on, mirrored) {
  const direction = mirrored ? -1 : 1;
  pen.ellipse(-10, 0, 40, 7, { fill: '#0b0f14', opacity: 0.4, filter: 'soft4', effect: true });
  pen.group(`scale(${direction} 1)`, (inner) => {
    const steel = inner.scene.gradient(
      [
        [0, '#5a646b'],
        [0.5, '#394147'],
        [1, '#22282c'],
      ],
      [0, 0, 1, 0],
    );
    inner.path('M-9 0 L-6 -372 Q-5 -392 14 -394 L70 -398 L70 -388 L16 -384 Q7 -383 7 -372 L9 0 Z', { fill: steel });
    inner.rect(-15, -16, 30, 16, { r: 3, fill: '#2a3035' });
    inner.rect(36, -410, 62, 140, { r: 13, fill: '#2b3237' }).rect(44, -402, 46, 124, { r: 10, fill: '#14181b' });
    [
      ['red', '#ff4436'],
      ['amber', '#ffbd3d'],
      ['green', '#35e07f'],
    ].forEach(([name, color], n) => {
      const y = -382 + n * 40;
      const lit = name === on;
      inner.circle(67, y, 15.5, {
        fill: lit
          ? inner.scene.radial([
              [0, lighter(color, 0.55)],
              [0.6, color],
              [1, darker(color, 0.15)],
            ])
          : darker(color, 0.74),
      });
      inner.path(
        `M51 ${y - 3} Q53 ${y - 20} 67 ${y - 20} Q81 ${y - 20} 83 ${y - 3} Q75 ${y - 14} 67 ${y - 14} Q58 ${y - 14} 51 ${y - 3} Z`,
        { fill: '#0e1214' },
      );
      if (lit)
        inner.circle(67, y, 52, {
          fill: inner.scene.radial([
            [0, color, 0.5],
            [1, color, 0],
          ]),
          effect: true,
        });
    });
    inner.rect(-26, -236, 22, 44, { r: 5, fill: '#1b2024' });
    inner
      .circle(-15, -225, 7, { fill: on === 'green' ? '#ff4436' : '#4a1512' })
      .circle(-15, -204, 7, { fill: on === 'green' ? '#0e3b22' : '#35e07f' });
  });
}

function atmosphere(scene, hour, random) {
  scene.add(undefined, (pen) => {
    const all = [0, 0, WIDTH, HEIGHT];
    if (hour.shade) pen.rect(...all, { fill: '#1a2440', opacity: hour.shade, blend: 'multiply', effect: true });
    pen.rect(...all, {
      fill: scene.gradient(
        [
          [0, hour.light, 0.3],
          [0.55, hour.light, 0.06],
          [1, '#1b2436', 0.3],
        ],
        [0.9, 0, 0.1, 1],
      ),
      blend: 'soft-light',
      effect: true,
    });
    pen.rect(0, 380, WIDTH, 250, {
      fill: scene.gradient([
        [0, hour.haze, 0],
        [0.7, hour.haze, 0.22],
        [1, hour.haze, 0],
      ]),
      effect: true,
    });
    if (hour.wet) {
      for (let n = 0; n < 420; n++) {
        const x = random.between(-20, WIDTH);
        const y = random.between(-20, HEIGHT);
        const length = random.between(10, 26);
        pen.line(
          [
            [x, y],
            [x - length * 0.18, y + length],
          ],
          { stroke: '#eef4f7', width: 1, opacity: random.between(0.12, 0.34), effect: true },
        );
      }
    }
    pen.rect(...all, {
      fill: scene.radial(
        [
          [0.55, '#000000', 0],
          [1, '#000000', 0.34],
        ],
        [0.5, 0.5, 0.75],
      ),
      effect: true,
    });
    pen.rect(...all, { fill: '#808080', filter: 'grain', opacity: 0.16, blend: 'overlay', effect: true });
  });
}
