/** Cars and a bus, seen from the side. Origin: middle of the vehicle on the ground; unit: 1 metre = 100; front at the right. */
import { darker, lighter, mix } from './scene.mjs';

/** Body and window outlines of each kind of car. */
const CARS = {
  hatchback: {
    length: 400,
    body: 'M-198 -42 C-200 -62 -198 -84 -192 -92 C-184 -118 -166 -140 -140 -146 C-90 -152 -30 -152 10 -146 C40 -138 66 -112 84 -96 C130 -92 176 -82 190 -66 C197 -56 198 -46 197 -38 C196 -30 190 -26 184 -26 L-186 -26 C-194 -28 -197 -34 -198 -42 Z',
    windows: [
      'M-170 -98 C-162 -118 -150 -132 -134 -136 L-98 -139 L-98 -97 Z',
      'M-88 -97 L-88 -139 C-50 -142 -16 -141 6 -136 C28 -128 46 -112 60 -97 Z',
    ],
    seams: ['M-93 -97 L-93 -46', 'M64 -96 C58 -76 52 -60 50 -40'],
    wheels: [-124, 122],
    wheel: 32,
  },
  sedan: {
    length: 460,
    body: 'M-230 -46 C-232 -66 -230 -82 -222 -90 C-196 -98 -170 -98 -150 -100 C-130 -122 -104 -138 -76 -142 C-36 -147 8 -146 40 -140 C70 -130 96 -110 114 -96 C160 -92 206 -84 222 -68 C229 -58 230 -48 229 -38 C228 -30 222 -26 216 -26 L-216 -26 C-226 -28 -229 -36 -230 -46 Z',
    windows: [
      'M-136 -98 C-120 -116 -98 -129 -74 -132 L-36 -134 L-36 -97 Z',
      'M-26 -97 L-26 -135 C-2 -136 18 -135 36 -130 C58 -122 76 -110 90 -96 Z',
    ],
    seams: ['M-31 -97 L-31 -46', 'M94 -96 C90 -76 86 -60 84 -40', 'M-138 -96 C-146 -76 -150 -64 -130 -44'],
    wheels: [-142, 146],
    wheel: 33,
  },
  suv: {
    length: 450,
    body: 'M-222 -50 C-225 -72 -224 -98 -218 -108 C-212 -138 -200 -160 -180 -166 C-120 -173 -10 -173 30 -167 C58 -160 82 -132 96 -114 C146 -110 198 -102 214 -84 C222 -72 224 -54 222 -44 C220 -34 214 -30 208 -30 L-208 -30 C-218 -32 -221 -40 -222 -50 Z',
    windows: [
      'M-200 -114 C-196 -136 -188 -150 -174 -155 L-122 -158 L-122 -113 Z',
      'M-112 -113 L-112 -159 L-38 -160 L-38 -113 Z',
      'M-28 -113 L-28 -160 C-6 -160 12 -159 26 -156 C44 -148 60 -130 72 -113 Z',
    ],
    seams: ['M-117 -113 L-117 -50', 'M-33 -113 L-33 -50', 'M76 -113 C72 -90 66 -70 64 -48'],
    wheels: [-138, 138],
    wheel: 38,
  },
  van: {
    length: 480,
    body: 'M-236 -46 L-236 -190 C-235 -204 -228 -210 -216 -211 L70 -211 C96 -210 112 -200 124 -182 L164 -122 C196 -116 222 -108 232 -90 C238 -76 238 -56 236 -44 C234 -34 228 -30 220 -30 L-222 -30 C-232 -32 -236 -38 -236 -46 Z',
    windows: ['M30 -126 L30 -186 L76 -186 C92 -185 100 -178 108 -166 L132 -126 Z'],
    seams: ['M20 -200 L20 -44', 'M-110 -200 L-110 -44', 'M138 -124 L130 -52'],
    wheels: [-150, 150],
    wheel: 36,
  },
};

/** Colours that cars on a street really have. */
export const CAR_COLORS = [
  '#b8322f',
  '#2f5f8f',
  '#e8e6e1',
  '#31363c',
  '#8f979e',
  '#3f6b57',
  '#d49a2a',
  '#6b2f3f',
  '#bcd3dc',
];

/**
 * @param {import('./scene.mjs').Pen} pen
 * @param {{ kind: keyof CARS, color: string, taxi?: boolean, lights?: boolean, driver?: string }} car
 */
export function drawCar(pen, { kind, color, taxi = false, lights = false, driver = '#3a2d28' }) {
  const { body, windows, seams, wheels, wheel, length } = CARS[kind];
  const { scene } = pen;
  const half = length / 2;
  groundShadow(pen, half);
  if (taxi) {
    pen.rect(-44, -164, 62, 20, { r: 4, fill: '#f6d774', stroke: '#3c3324', width: 2 });
  }
  pen.path(body, {
    fill: scene.gradient([
      [0, lighter(color, 0.34)],
      [0.3, lighter(color, 0.1)],
      [0.62, color],
      [1, darker(color, 0.45)],
    ]),
  });
  for (const outline of windows) {
    pen.path(outline, {
      fill: scene.gradient(
        [
          [0, '#b9d2df'],
          [0.42, '#5e7d8d'],
          [0.46, '#2c3f4a'],
          [1, '#1d2a32'],
        ],
        [0, 0, 0.5, 1],
      ),
    });
  }
  // A head behind the glass, for the one who drives.
  const front = windows.at(-1);
  const [seatX, seatY] = { hatchback: [-26, -104], sedan: [26, -102], suv: [8, -122], van: [70, -138] }[kind];
  pen.group('', (inner) => {
    inner.circle(seatX, seatY - 10, 12, { fill: mix(driver, '#1d2a32', 0.35) });
    inner.path(`M${seatX - 20} ${seatY + 8} q20 -24 42 0 z`, { fill: '#232c33' });
  });
  pen.path(front, {
    fill: scene.gradient(
      [
        [0, '#ffffff', 0.28],
        [0.35, '#ffffff', 0.06],
        [0.36, '#ffffff', 0],
        [1, '#ffffff', 0],
      ],
      [0, 0, 0.8, 1],
    ),
  });
  for (const seam of seams) pen.path(seam, { stroke: darker(color, 0.42), width: 1.8 });
  // Waist highlight, sill, door handles.
  pen.path(`M${-half + 22} -84 C${-half * 0.4} -90 ${half * 0.4} -90 ${half - 40} -74`, {
    stroke: lighter(color, 0.5),
    width: 2.4,
    opacity: 0.7,
  });
  pen.rect(-half + 20, -36, length - 40, 9, { r: 4, fill: '#22262a' });
  for (const x of kind === 'van' ? [2, -128] : [-56, 30]) pen.rect(x, -82, 22, 5, { r: 2.5, fill: darker(color, 0.5) });
  // Mirror.
  const mirrorX = { hatchback: 62, sedan: 92, suv: 74, van: 134 }[kind];
  pen.path(`M${mirrorX} ${kind === 'suv' || kind === 'van' ? -122 : -104} q10 -12 20 -4 q4 10 -6 14 q-12 2 -14 -10z`, {
    fill: darker(color, 0.25),
  });
  // Lamps.
  const lampY = kind === 'suv' || kind === 'van' ? -86 : -70;
  pen.path(`M${half - 34} ${lampY} q24 2 30 14 q-4 8 -14 8 q-14 -4 -16 -22z`, {
    fill: lights ? '#fff6d4' : '#e6eef2',
    stroke: darker(color, 0.4),
    width: 1.5,
  });
  pen.path(`M${-half + 4} ${lampY - 6} q14 -4 20 2 q2 12 -4 18 q-10 2 -18 -2z`, {
    fill: lights ? '#ff4a3d' : '#a3231f',
    stroke: darker(color, 0.4),
    width: 1.5,
  });
  pen.rect(half - 22, -50, 20, 8, { r: 3, fill: '#2a2e33' });
  if (lights) lampGlow(pen, half, lampY);
  for (const x of wheels) drawWheel(pen, x, wheel, darker(color, 0.7));
}

function lampGlow(pen, half, y) {
  pen.ellipse(half + 4, y + 8, 60, 34, {
    fill: pen.scene.radial([
      [0, '#fff3c4', 0.85],
      [1, '#fff3c4', 0],
    ]),
    effect: true,
  });
  pen.polygon(
    [
      [half, y + 4],
      [half + 330, y + 40],
      [half + 330, 14],
      [half, -18],
    ],
    {
      fill: pen.scene.gradient(
        [
          [0, '#fff0bf', 0.34],
          [1, '#fff0bf', 0],
        ],
        [0, 0, 1, 0],
      ),
      effect: true,
    },
  );
  pen.ellipse(-half, y + 4, 46, 26, {
    fill: pen.scene.radial([
      [0, '#ff5347', 0.7],
      [1, '#ff5347', 0],
    ]),
    effect: true,
  });
}

function groundShadow(pen, half) {
  pen.ellipse(-6, -3, half + 16, 17, { fill: '#0b0f14', opacity: 0.5, filter: 'soft10', effect: true });
  pen.ellipse(0, -4, half - 8, 8, { fill: '#05070a', opacity: 0.6, filter: 'soft4', effect: true });
}

function drawWheel(pen, x, radius, arch) {
  const y = -radius;
  pen.path(`M${x - radius - 7} ${y + 8} A${radius + 7} ${radius + 7} 0 0 1 ${x + radius + 7} ${y + 8} Z`, {
    fill: arch,
  });
  pen.circle(x, y, radius, { fill: '#16181b' });
  pen.circle(x, y, radius * 0.66, {
    fill: pen.scene.gradient([
      [0, '#e7ebee'],
      [1, '#8b949b'],
    ]),
  });
  for (let n = 0; n < 5; n++) {
    const angle = (n * 2 * Math.PI) / 5 - Math.PI / 2;
    const next = angle + 0.95;
    const at = (a, r) => [x + Math.cos(a) * radius * r, y + Math.sin(a) * radius * r];
    pen.polygon([at(angle + 0.28, 0.2), at(angle + 0.2, 0.56), at(next - 0.1, 0.56), at(next - 0.2, 0.2)], {
      fill: '#3c4349',
    });
  }
  pen.circle(x, y, radius * 0.16, { fill: '#c6cdd2' });
}

/**
 * @param {import('./scene.mjs').Pen} pen
 * @param {{ color: string, number: string, random: import('./random.mjs').Random, lights?: boolean, mirrored?: boolean }} bus `mirrored`: it will be shown the other
 *   way round, so what is written on it is written backwards.
 */
export function drawBus(pen, { color, number, random, lights = false, mirrored = false }) {
  const { scene } = pen;
  const half = 470;
  groundShadow(pen, half);
  pen.path(
    `M${-half} -40 L${-half} -268 Q${-half} -292 ${-half + 24} -293 L${half - 40} -293 Q${half - 10} -292 ${half - 4} -262 L${half} -120 L${half} -42 Q${half} -28 ${half - 14} -28 L${-half + 14} -28 Q${-half} -28 ${-half} -40 Z`,
    {
      fill: scene.gradient([
        [0, lighter(color, 0.3)],
        [0.12, lighter(color, 0.06)],
        [0.6, color],
        [1, darker(color, 0.4)],
      ]),
    },
  );
  pen.path(`M${-half} -118 L${half} -118 L${half} -92 L${-half} -92 Z`, { fill: '#f3efe6' });
  pen.path(`M${-half + 60} -300 q8 -10 30 -10 l220 0 q20 0 28 10 z`, { fill: darker(color, 0.3) });
  const glass = lights
    ? scene.gradient([
        [0, '#ffe9b0'],
        [0.5, '#f3cf86'],
        [1, '#a4814a'],
      ])
    : scene.gradient(
        [
          [0, '#c2d9e4'],
          [0.4, '#6f8f9f'],
          [0.44, '#334954'],
          [1, '#223038'],
        ],
        [0, 0, 0.35, 1],
      );
  for (let n = 0; n < 7; n++) {
    const x = -half + 26 + n * 108;
    if (n === 2 || n === 5) {
      pen.rect(x, -256, 96, 216, { r: 5, fill: '#20282d' });
      pen.rect(x + 5, -250, 41, 196, { r: 3, fill: glass }).rect(x + 50, -250, 41, 196, { r: 3, fill: glass });
    } else {
      pen.rect(x, -256, 98, 122, { r: 7, fill: '#20282d' });
      pen.rect(x + 4, -252, 90, 114, { r: 5, fill: glass });
      if (random.chance(0.75)) passenger(pen, x + random.between(30, 64), -138, random);
    }
  }
  const cabX = half - 146;
  pen.path(`M${cabX} -256 L${half - 34} -256 Q${half - 22} -254 ${half - 19} -240 L${half - 8} -134 L${cabX} -134 Z`, {
    fill: '#20282d',
  });
  pen.path(
    `M${cabX + 5} -251 L${half - 38} -251 Q${half - 28} -250 ${half - 25} -238 L${half - 14} -139 L${cabX + 5} -139 Z`,
    { fill: glass },
  );
  passenger(pen, cabX + 62, -139, random);
  pen.rect(half - 300, -286, 190, 24, { r: 3, fill: '#14181b' });
  const width = number.length * 16 - 7;
  if (mirrored)
    pen.group(`translate(${half - 290 + width} 0) scale(-1 1)`, (inner) => sevenSegments(inner, number, 0, -282));
  else sevenSegments(pen, number, half - 290, -282);
  for (let n = 0; n < 6; n++)
    pen.rect(half - 232 + n * 18, -278, n % 3 === 2 ? 8 : 13, 8, { r: 2, fill: '#ffb638', opacity: 0.85 });
  pen.rect(half - 12, -84, 12, 26, { r: 4, fill: lights ? '#fff3c6' : '#e9eff2' });
  pen.rect(-half, -84, 9, 30, { r: 3, fill: lights ? '#ff5146' : '#a32722' });
  pen.rect(-half + 14, -52, half * 2 - 28, 10, { r: 4, fill: darker(color, 0.5) });
  if (lights) lampGlow(pen, half, -74);
  for (const x of [-296, 262]) drawWheel(pen, x, 50, '#15181b');
  pen.path(`M${half - 6} -236 q18 4 18 30 l0 26 q-8 4 -14 -2 l0 -40z`, { fill: '#1c2125' });
}

function passenger(pen, x, y, random) {
  const skin = random.pick(['#e2b795', '#8d5a3b', '#c68f68', '#f0cfb3']);
  pen.path(`M${x - 20} ${y} q0 -32 20 -32 q20 0 20 32z`, {
    fill: mix(random.pick(['#3d566b', '#7b4a43', '#4f6b4f', '#8a7a5c']), '#26343b', 0.35),
  });
  pen.circle(x, y - 43, 13, { fill: mix(skin, '#26343b', 0.3) });
  pen.path(`M${x - 14} ${y - 44} q0 -16 14 -16 q14 0 14 14 q-12 -6 -28 2z`, { fill: '#1d1a1a' });
}

/** Which of the seven strokes each digit lights, a to g. */
const SEGMENTS = {
  0: 'abcdef',
  1: 'bc',
  2: 'abged',
  3: 'abgcd',
  4: 'fgbc',
  5: 'afgcd',
  6: 'afgedc',
  7: 'abc',
  8: 'abcdefg',
  9: 'abcdfg',
};

function sevenSegments(pen, digits, x, y) {
  const strokes = {
    a: [0, 0, 9, 0],
    b: [9, 0, 9, 8],
    c: [9, 8, 9, 16],
    d: [0, 16, 9, 16],
    e: [0, 8, 0, 16],
    f: [0, 0, 0, 8],
    g: [0, 8, 9, 8],
  };
  [...digits].forEach((digit, n) => {
    for (const name of SEGMENTS[digit] ?? '') {
      const [x1, y1, x2, y2] = strokes[name];
      pen.line(
        [
          [x + n * 16 + x1, y + y1],
          [x + n * 16 + x2, y + y2],
        ],
        { stroke: '#ffb638', width: 2.8 },
      );
    }
  });
}
