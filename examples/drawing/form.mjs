/** A filled-in form as a scanner sees it, and what a reader of documents would detect on it. */
import { Random } from './random.mjs';

export const FORM_SIZE = { width: 1240, height: 1600 };

const FIELDS = [
  { id: 'name', key: 'Full name:', value: 'Maribel Oduya', read: 'Maribel Oduya', x: 110, y: 330, confidence: 97.4 },
  {
    id: 'birth',
    key: 'Date of birth:',
    value: '14 March 1987',
    read: '14 Marcn 1987',
    x: 690,
    y: 330,
    confidence: 71.2,
  },
  {
    id: 'street',
    key: 'Address:',
    value: ['9 Lindenhof Lane', 'Upper Floor'],
    read: '9 Lindenhof Lane',
    x: 110,
    y: 470,
    confidence: 64.9,
  },
  { id: 'phone', key: 'Phone:', value: '555 0142', read: '555 O142', x: 690, y: 470, confidence: 82.6 },
  { id: 'animal', key: 'Animal:', value: 'Cat (tabby)', read: 'Cat (tabby)', x: 110, y: 650, confidence: 95.1 },
  { id: 'weight', key: 'Weight in kg:', value: '4.8', read: '48', x: 690, y: 650, confidence: 55.3 },
  { id: 'chip', key: 'Chip number:', value: '', read: undefined, x: 110, y: 790, confidence: 88.8 },
  {
    id: 'vet',
    key: 'Veterinarian:',
    value: 'Dr. T. Ankersen',
    read: 'Dr. T. Ankersen',
    x: 690,
    y: 790,
    confidence: 93.7,
  },
];

const ruled = (x, y, width) =>
  `<line x1="${x}" y1="${y}" x2="${x + width}" y2="${y}" stroke="#8b8f96" stroke-width="2"/>`;
const printed = (x, y, size, text, weight = 400) =>
  `<text x="${x}" y="${y}" font-family="DejaVu Sans, sans-serif" font-size="${size}" font-weight="${weight}" fill="#2b2e33">${text}</text>`;
const written = (x, y, text, tilt) =>
  `<text x="${x}" y="${y}" transform="rotate(${tilt} ${x} ${y})" font-family="DejaVu Serif, serif" font-style="italic" font-size="34" fill="#1d3a8a">${text}</text>`;

/** The page as SVG. */
export function drawForm() {
  const dice = new Random(41);
  const random = () => dice.between(0, 1);
  const { width, height } = FORM_SIZE;
  const parts = [
    `<rect width="${width}" height="${height}" fill="#f6f3ea"/>`,
    `<rect x="70" y="70" width="1100" height="1440" fill="#fffdf6" stroke="#d8d2c2" stroke-width="3"/>`,
    `<circle cx="150" cy="165" r="44" fill="#2f7d6b"/>`,
    `<path d="M128 172c10-26 34-26 44 0-6 14-38 14-44 0z" fill="#fffdf6"/>`,
    printed(220, 160, 40, 'Harbour Street Animal Clinic', 700),
    printed(220, 205, 24, 'Registration of a new patient. Please write clearly.'),
    `<rect x="110" y="255" width="1020" height="4" fill="#2f7d6b"/>`,
  ];
  for (const { key, value, x, y } of FIELDS) {
    parts.push(printed(x, y, 24, key, 700), ruled(x, y + 62, 460));
    [value].flat().forEach((line, index) => {
      if (line) parts.push(written(x + 10, y + 50 + index * 46, line, random() * 1.6 - 0.8));
    });
    if (Array.isArray(value)) parts.push(ruled(x, y + 108, 460));
  }
  parts.push(
    printed(110, 960, 26, 'Vaccinations', 700),
    ...[0, 1, 2].map(
      (row) =>
        `<rect x="110" y="${985 + row * 56}" width="1020" height="56" fill="none" stroke="#b9b4a5" stroke-width="2"/>`,
    ),
    printed(130, 1022, 22, 'Rabies'),
    written(520, 1024, '02/2024', -0.6),
    printed(130, 1078, 22, 'Panleukopenia'),
    written(520, 1080, '02/2024', 0.4),
    printed(130, 1134, 22, 'Other'),
    printed(110, 1250, 20, 'I agree that the clinic keeps these data for the treatment of my animal.'),
    ruled(110, 1400, 460),
    printed(110, 1432, 20, 'Signature'),
    `<path d="M130 1380c30-60 50-40 40-5s40-60 60-30-10 45 25 20 60-50 80-20 50 10 90-15" fill="none" stroke="#1d3a8a" stroke-width="4" stroke-linecap="round"/>`,
  );
  // Dust and a fold, as on a scan.
  for (let i = 0; i < 90; i++) {
    parts.push(
      `<circle cx="${(random() * width).toFixed(0)}" cy="${(random() * height).toFixed(0)}" r="${(0.6 + random() * 1.4).toFixed(1)}" fill="#5b564a" opacity="0.35"/>`,
    );
  }
  parts.push(`<rect x="0" y="${height / 2 - 3}" width="${width}" height="6" fill="#c9c3b4" opacity="0.5"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><g transform="rotate(-0.7 620 800)">${parts.join('')}</g></svg>`;
}

const fraction = (value, length) => Number(Math.min(1, Math.max(0, value / length)).toFixed(4));

/** Place of a box on the page after the slight turn of the scan. */
function geometry({ x, y, width, height }) {
  const turn = (-0.7 * Math.PI) / 180;
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ].map(([px, py]) => ({
    x: fraction(620 + (px - 620) * Math.cos(turn) - (py - 800) * Math.sin(turn), FORM_SIZE.width),
    y: fraction(800 + (px - 620) * Math.sin(turn) + (py - 800) * Math.cos(turn), FORM_SIZE.height),
  }));
  const [left, top] = [Math.min(...corners.map((c) => c.x)), Math.min(...corners.map((c) => c.y))];
  const [right, bottom] = [Math.max(...corners.map((c) => c.x)), Math.max(...corners.map((c) => c.y))];
  const round = (value) => Number(value.toFixed(4));
  return {
    boundingBox: { height: round(bottom - top), left, top, width: round(right - left) },
    polygon: corners,
  };
}

/** What a reader of documents would detect: some values wrong, one cut off, and a pair that is none. */
export function formBlocks() {
  const pairs = [
    ...FIELDS,
    { id: 'rabies', key: 'Rabies', read: '02/2024', x: 130, y: 1022, confidence: 61.5, beside: 380 },
    {
      id: 'agree',
      key: 'I agree that the clinic',
      read: 'keeps these data',
      x: 110,
      y: 1250,
      confidence: 38.2,
      beside: 232,
    },
  ];
  return pairs.flatMap(({ id, key, read, x, y, confidence, beside }) => {
    const keyBox = { x: x - 6, y: y - 24, width: Math.min(240, key.length * 14 + 14), height: 32 };
    const valueBox = beside
      ? { x: x + beside - 6, y: y - 28, width: 190, height: 38 }
      : { x, y: y + 16, width: Math.max(60, (read ?? '').length * 19), height: 44 };
    const keyBlock = {
      blockType: 'KEY_VALUE_SET',
      confidence,
      entityTypes: ['KEY'],
      geometry: geometry(keyBox),
      id: `key-${id}`,
      ...(read !== undefined && { relationships: [{ ids: [`value-${id}`], type: 'VALUE' }] }),
      text: key,
    };
    if (read === undefined) return [keyBlock];
    return [
      keyBlock,
      {
        blockType: 'KEY_VALUE_SET',
        confidence,
        entityTypes: ['VALUE'],
        geometry: geometry(valueBox),
        id: `value-${id}`,
        text: read,
      },
    ];
  });
}
