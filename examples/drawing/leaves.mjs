/** Leaves on a sheet of paper, from above. */
import { Random } from './random.mjs';
import { darker, lighter, mix, Scene } from './scene.mjs';

const WIDTH = 1600;
const HEIGHT = 1067;

export const LEAF_LABELS = ['Maple', 'Oak', 'Beech', 'Ginkgo'];

/** Half outlines, tip upwards, as [distance from the middle line, height], both in hundredths of the length. */
const HALVES = {
  Beech: [
    [0, 100],
    [10, 90],
    [12, 87],
    [19, 76],
    [20, 72],
    [27, 61],
    [27, 57],
    [31, 46],
    [30, 42],
    [30, 30],
    [28, 27],
    [23, 15],
    [13, 4],
    [0, 0],
  ],
  Oak: [
    [0, 100],
    [12, 97],
    [15, 88],
    [9, 80],
    [20, 79],
    [26, 70],
    [22, 63],
    [12, 59],
    [27, 57],
    [33, 47],
    [28, 40],
    [14, 38],
    [25, 33],
    [27, 24],
    [20, 19],
    [9, 18],
    [7, 8],
    [0, 0],
  ],
  Maple: [
    [0, 100],
    [5, 88],
    [12, 86],
    [10, 74],
    [17, 66],
    [23, 73],
    [33, 80],
    [34, 70],
    [44, 72],
    [40, 62],
    [52, 55],
    [40, 48],
    [43, 40],
    [33, 36],
    [18, 30],
    [26, 18],
    [13, 16],
    [4, 8],
    [0, 6],
  ],
  Ginkgo: [
    [0, 74],
    [3, 88],
    [12, 97],
    [22, 96],
    [30, 99],
    [40, 88],
    [50, 82],
    [55, 66],
    [52, 56],
    [36, 38],
    [16, 16],
    [0, 0],
  ],
};

const COLORS = {
  Maple: ['#c4452d', '#d9772b'],
  Oak: ['#8a5a2c', '#a9743a'],
  Beech: ['#5f8a3a', '#7aa048'],
  Ginkgo: ['#e0b431', '#eac95a'],
};

export function drawLeaves(seed = 4) {
  const scene = new Scene(WIDTH, HEIGHT);
  const random = new Random(seed);
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.gradient(
        [
          [0, '#f4f0e6'],
          [1, '#e2dbcc'],
        ],
        [0, 0, 1, 1],
      ),
    });
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#ffffff', filter: 'mottle', opacity: 0.05, effect: true });
  });
  const places = [
    [250, 300],
    [620, 250],
    [1010, 330],
    [1370, 270],
    [400, 760],
    [770, 720],
    [1160, 800],
    [1440, 690],
    [150, 640],
    [930, 560],
  ];
  places.forEach(([x, y], n) => {
    const label = LEAF_LABELS[n % LEAF_LABELS.length];
    const length = random.between(300, 380);
    const angle = random.between(-170, 170);
    const color = mix(...COLORS[label], random.next());
    scene.add(label, (pen) =>
      pen.group(
        `translate(${x + random.between(-30, 30)} ${y + random.between(-20, 20)}) rotate(${angle.toFixed(1)})`,
        (inner) => leaf(inner, label, length, color, random),
      ),
    );
  });
  scene.add(undefined, (pen) => {
    pen.rect(0, 0, WIDTH, HEIGHT, {
      fill: scene.gradient(
        [
          [0, '#fff6df', 0.35],
          [1, '#2b2418', 0.32],
        ],
        [0, 0, 1, 1],
      ),
      blend: 'soft-light',
      effect: true,
    });
    pen.rect(0, 0, WIDTH, HEIGHT, { fill: '#808080', filter: 'grain', opacity: 0.14, blend: 'overlay', effect: true });
  });
  return scene;
}

function leaf(pen, label, length, color, random) {
  const unit = length / 100;
  const half = HALVES[label];
  const bend = random.between(-0.0012, 0.0012);
  const at = ([x, y]) => {
    const up = (y - 50) * unit;
    return [x * unit + bend * up * up, -up];
  };
  const outline = [
    ...half.map(([x, y]) => [x, y]),
    ...half
      .slice(1, -1)
      .reverse()
      .map(([x, y]) => [-x * 0.97, y * 0.985 + 0.4]),
  ].map(at);
  const d = rounded(outline, label === 'Maple' ? 0.12 : 0.34);
  const stalk = `M${at([0, 8]).join(' ')} Q${at([2, -10]).join(' ')} ${at([-3, -30]).join(' ')}`;
  pen.path(d, { fill: '#2b2113', opacity: 0.42, filter: 'soft10', effect: true });
  pen.path(stalk, { stroke: darker(color, 0.4), width: 6 });
  pen.path(d, {
    fill: pen.scene.gradient(
      [
        [0, lighter(color, 0.22)],
        [0.55, color],
        [1, darker(color, 0.22)],
      ],
      [0, 0, 1, 1],
    ),
  });
  pen.group('', (inner) => veins(inner, label, at, color, random), { clip: pen.scene.clip(d), effect: true });
}

function veins(pen, label, at, color, random) {
  const vein = { stroke: lighter(color, 0.35), width: 2.2, opacity: 0.85 };
  if (label === 'Ginkgo') {
    for (let n = -8; n <= 8; n++)
      pen.line([at([0, 4]), at([n * 3, 48]), at([n * 5.6, 84 - Math.abs(n) * 1.6])], {
        ...vein,
        width: 1.2,
        opacity: 0.6,
      });
  } else if (label === 'Maple') {
    for (const tip of [
      [0, 96],
      [31, 76],
      [-30, 75],
      [48, 55],
      [-46, 54],
      [23, 19],
      [-22, 19],
    ])
      pen.line([at([0, 10]), at([tip[0] * 0.5, 10 + (tip[1] - 10) * 0.52]), at(tip.map((v) => v * 0.94))], {
        ...vein,
        width: 2.6,
      });
  } else {
    pen.line([at([0, 3]), at([0, 50]), at([0, 96])], { ...vein, width: 3 });
    for (let y = 14; y < 86; y += label === 'Oak' ? 14 : 9) {
      for (const side of [-1, 1])
        pen.line([at([0, y]), at([side * 12, y + 9]), at([side * (label === 'Oak' ? 19 : 21), y + 15])], {
          ...vein,
          width: 1.7,
        });
    }
  }
  for (let n = 0; n < 12; n++) {
    const [x, y] = at([random.between(-14, 14), random.between(20, 80)]);
    pen.ellipse(x, y, random.between(1.5, 5), random.between(1.5, 4), {
      fill: darker(color, 0.45),
      opacity: 0.35,
      effect: true,
    });
  }
}

/** A closed outline with its corners rounded by a share of the shorter side. */
function rounded(points, share) {
  const between = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t].map((v) => v.toFixed(1)).join(' ');
  return `${points
    .map((point, n) => {
      const before = points.at(n - 1);
      const after = points[(n + 1) % points.length];
      return `${n === 0 ? 'M' : 'L'}${between(point, before, share)}Q${point.map((v) => v.toFixed(1)).join(' ')} ${between(point, after, share)}`;
    })
    .join('')}Z`;
}
