/** A farmyard with hens and ducks that stand in front of each other, for telling instances apart. */
import { drawCloud, drawTree } from './nature.mjs';
import { Random } from './random.mjs';
import { darker, lighter, mix, Scene } from './scene.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;

export const YARD_LABELS = ['Hen', 'Duck', 'Barn', 'Fence'];

export function drawYard(seed = 21) {
  const scene = new Scene(WIDTH, HEIGHT);
  const random = new Random(seed);
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, 560, {
      fill: scene.gradient([
        [0, '#68a6d6'],
        [1, '#e6f0ec'],
      ]),
    });
    for (let n = 0; n < 5; n++)
      drawCloud(pen, random.between(0, WIDTH), random.between(70, 240), random.between(90, 170), random);
    for (const [base, color, height] of [
      [470, '#8fae9c', 90],
      [505, '#7a9f62', 60],
    ]) {
      const points = [];
      for (let x = 0; x <= WIDTH; x += 20) points.push([x, base - height * (0.5 + 0.5 * Math.sin(x * 0.0043 + base))]);
      pen.polygon([...points, [WIDTH, 620], [0, 620]], { fill: color });
    }
    pen.rect(0, 520, WIDTH, 547, {
      fill: scene.gradient([
        [0, '#a9b860'],
        [0.2, '#93a650'],
        [1, '#67833a'],
      ]),
    });
  });
  for (const [x, leaf] of [
    [1280, '#5c8a3c'],
    [1500, '#4d7a3d'],
    [60, '#6b9140'],
  ]) {
    const own = random.whole(1, 1e6);
    scene.add(undefined, (pen) =>
      pen.at(x, 560, 0.62, (inner) => drawTree(inner, { random: new Random(own), leaf, height: 640, spread: 210 })),
    );
  }
  scene.add('Barn', barn);
  scene.add('Fence', (pen) => {
    for (const y of [542, 576])
      pen.rect(720, y, 900, 12, {
        fill: scene.gradient([
          [0, '#e9e2d3'],
          [1, '#b9ae9a'],
        ]),
      });
    for (let x = 740; x < WIDTH; x += 92)
      pen.path(`M${x} 628 L${x} 524 L${x + 9} 512 L${x + 18} 524 L${x + 18} 628 Z`, {
        fill: scene.gradient(
          [
            [0, '#f1ebdd'],
            [1, '#b5aa96'],
          ],
          [0, 0, 1, 0],
        ),
      });
  });
  scene.add(undefined, (pen) => {
    pen.path('M-10 760 Q300 690 760 720 Q1200 740 1620 700 L1620 1080 L-10 1080 Z', {
      fill: scene.gradient([
        [0, '#c9b083'],
        [1, '#a78a5f'],
      ]),
    });
    for (let n = 0; n < 300; n++)
      pen.ellipse(random.between(0, WIDTH), random.between(730, 1060), random.between(2, 8), random.between(1, 3), {
        fill: random.pick(['#8a7049', '#d9c499', '#7a6440']),
        opacity: 0.5,
      });
    for (let n = 0; n < 500; n++) {
      const y = 600 + random.next() ** 1.5 * 140;
      const x = random.between(0, WIDTH);
      pen.line(
        [
          [x, y],
          [x + random.between(-4, 4), y - random.between(7, 17)],
        ],
        { stroke: random.pick(['#5d7a33', '#88a04a', '#a9b860']), width: 2, opacity: 0.8 },
      );
    }
  });
  const birds = [];
  for (let n = 0; n < 15; n++)
    birds.push({
      kind: random.chance(0.62) ? 'Hen' : 'Duck',
      x: 110 + (n % 8) * 190 + random.between(-60, 60),
      y: 730 + Math.floor(n / 8) * 150 + random.between(0, 110),
      mirrored: random.chance(0.5),
      tone: random.next(),
      pecking: random.chance(0.3),
    });
  birds.sort((a, b) => a.y - b.y);
  for (const { kind, x, y, mirrored, tone, pecking } of birds) {
    const scale = 0.62 + (y - 700) / 460;
    const own = new Random(random.whole(1, 1e6));
    scene.add(kind, (pen) =>
      pen.at(x, y, scale, (inner) => (kind === 'Hen' ? hen(inner, tone, pecking, own) : duck(inner, tone, own)), {
        mirrored,
      }),
    );
  }
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.gradient(
        [
          [0, '#fff2cf', 0.4],
          [1, '#2b2418', 0.25],
        ],
        [1, 0, 0, 1],
      ),
      blend: 'soft-light',
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.radial(
        [
          [0.55, '#000000', 0],
          [1, '#000000', 0.32],
        ],
        [0.5, 0.5, 0.75],
      ),
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#808080', filter: 'grain', opacity: 0.16, blend: 'overlay', effect: true });
  });
  return scene;
}

function barn(pen) {
  const { scene } = pen;
  const wood = '#a8402f';
  pen.ellipse(330, 632, 330, 16, { fill: '#0b0f14', opacity: 0.4, filter: 'soft10', effect: true });
  pen.polygon(
    [
      [120, 632],
      [120, 380],
      [190, 262],
      [330, 200],
      [470, 262],
      [540, 380],
      [540, 632],
    ],
    {
      fill: scene.gradient(
        [
          [0, lighter(wood, 0.14)],
          [1, darker(wood, 0.22)],
        ],
        [0, 0, 1, 1],
      ),
    },
  );
  for (let x = 140; x < 540; x += 22) pen.rect(x, 390, 2, 242, { fill: darker(wood, 0.4), opacity: 0.5 });
  pen.line(
    [
      [96, 392],
      [178, 252],
      [330, 184],
      [482, 252],
      [564, 392],
    ],
    { stroke: '#e8e0d2', width: 30, cap: 'butt' },
  );
  pen.line(
    [
      [96, 380],
      [174, 243],
      [330, 173],
      [486, 243],
      [564, 380],
    ],
    { stroke: '#4a4f54', width: 12, cap: 'butt' },
  );
  pen.rect(240, 430, 180, 202, { fill: '#e8e0d2' }).rect(250, 440, 160, 192, { fill: darker(wood, 0.3) });
  pen
    .line(
      [
        [252, 442],
        [408, 630],
      ],
      { stroke: '#e8e0d2', width: 9 },
    )
    .line(
      [
        [408, 442],
        [252, 630],
      ],
      { stroke: '#e8e0d2', width: 9 },
    );
  pen.rect(326, 440, 8, 192, { fill: '#e8e0d2' });
  pen.rect(290, 286, 80, 76, { fill: '#e8e0d2' }).rect(298, 294, 64, 60, { fill: '#2c2a2b' });
}

/** Origin: between the feet; about 170 wide. Looks to the right. */
function hen(pen, tone, pecking, random) {
  const color = mix(
    tone < 0.5 ? '#a5532b' : '#efe9dd',
    tone < 0.5 ? '#6b3320' : '#cfc4b0',
    tone < 0.5 ? tone * 2 : (tone - 0.5) * 2,
  );
  const { scene } = pen;
  pen.ellipse(-6, 0, 76, 11, { fill: '#0b0f14', opacity: 0.42, filter: 'soft4', effect: true });
  for (const x of [-8, 16])
    pen.path(`M${x} -44 L${x + 2} -6 M${x + 2} -8 l16 5 M${x + 2} -8 l12 10 M${x + 2} -8 l-9 7`, {
      stroke: '#d59a35',
      width: 6,
    });
  pen.path('M-58 -92 Q-104 -128 -96 -168 Q-84 -142 -74 -152 Q-70 -134 -58 -140 Q-52 -118 -34 -112 Z', {
    fill: darker(color, 0.28),
  });
  const neck = pecking
    ? [
        [40, -84],
        [78, -52],
      ]
    : [
        [38, -104],
        [58, -156],
      ];
  pen.path('M-72 -104 Q-64 -128 -28 -118 Q10 -116 40 -134 Q66 -118 58 -84 Q46 -40 2 -36 Q-50 -38 -72 -104 Z', {
    fill: scene.gradient([
      [0, lighter(color, 0.2)],
      [0.6, color],
      [1, darker(color, 0.35)],
    ]),
  });
  pen.line(neck, { stroke: lighter(color, 0.06), width: 36 });
  const [hx, hy] = neck[1];
  pen.path(`M${hx - 14} ${hy - 14} q-4 -22 8 -18 q2 -14 12 -6 q10 -8 10 6 q10 0 4 16z`, { fill: '#c92f2a' });
  pen.circle(hx + 2, hy, 20, { fill: lighter(color, 0.1) });
  pen.path(`M${hx + 18} ${hy - 4} l20 8 l-20 6z`, { fill: '#e2a63b' });
  pen.path(`M${hx + 12} ${hy + 10} q8 4 4 18 q-10 2 -10 -14z`, { fill: '#c92f2a' });
  pen.circle(hx + 7, hy - 5, 3.6, { fill: '#17120f' });
  pen.path('M-40 -100 Q0 -104 28 -84 Q14 -54 -16 -58 Q-40 -68 -40 -100 Z', { fill: darker(color, 0.16) });
  for (let n = 0; n < 5; n++)
    pen.path(`M${-30 + n * 10} ${-88 + n * 4 + random.between(-2, 2)} q10 10 20 2`, {
      stroke: darker(color, 0.38),
      width: 2.4,
      opacity: 0.8,
    });
}

function duck(pen, tone, random) {
  const color = tone < 0.6 ? '#f3f0e6' : '#8b7558';
  const { scene } = pen;
  pen.ellipse(-6, 0, 80, 10, { fill: '#0b0f14', opacity: 0.42, filter: 'soft4', effect: true });
  for (const x of [-14, 12])
    pen.path(`M${x} -30 L${x + 2} -5 l18 5 l-26 0 z`, { fill: '#e08a2e', stroke: '#e08a2e', width: 6 });
  pen.path('M-96 -78 Q-80 -68 -64 -80 Q-20 -112 28 -94 Q70 -82 56 -48 Q36 -20 -16 -22 Q-76 -24 -96 -78 Z', {
    fill: scene.gradient([
      [0, lighter(color, 0.3)],
      [0.6, color],
      [1, darker(color, 0.34)],
    ]),
  });
  pen.path('M22 -80 Q44 -96 42 -128 Q42 -158 68 -158 Q94 -154 90 -128 Q86 -108 74 -96 Q68 -70 52 -56 Z', {
    fill:
      tone < 0.6
        ? scene.gradient([
            [0, lighter(color, 0.2)],
            [1, darker(color, 0.16)],
          ])
        : '#2f6b4a',
  });
  pen.path('M86 -138 Q104 -134 122 -126 Q124 -118 112 -116 Q98 -114 86 -118 Z', { fill: '#e59a36' });
  pen.circle(76, -138, 3.8, { fill: '#15110e' });
  pen.path('M-62 -72 Q-20 -92 22 -68 Q2 -38 -34 -44 Q-54 -50 -62 -72 Z', { fill: darker(color, 0.12) });
  for (let n = 0; n < 4; n++)
    pen.path(`M${-46 + n * 14} ${-66 + random.between(-2, 2)} q10 12 22 4`, {
      stroke: darker(color, 0.3),
      width: 2.2,
      opacity: 0.8,
    });
}
