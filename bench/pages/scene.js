// What every page shows: the same picture, the same shapes, the same colours, a stage of the same size.

const query = new URLSearchParams(globalThis.location?.search);

/** True where only the start is measured, with a small picture. */
export const isStart = query.has('start');

/** What is on the picture: boxes, polygons of 20 vertices, or one outline of thousands of vertices. */
export const SHAPE = query.get('shape') ?? 'box';

/** The bench's picture: 12 megapixels, or about one for the measurement of the start alone. */
export const PICTURE = isStart
  ? { width: 1200, height: 900, url: '/picture-small.jpg' }
  : { width: 4000, height: 3000, url: '/picture.jpg' };

/** CSS size of the area in which a tool shows the picture. */
export const STAGE = { left: 20, top: 20, width: 1200, height: 900 };

// What this library leaves free around a fitted picture; the other pages leave the same.
const MARGIN = 16;
const fittedHeight = STAGE.height - 2 * MARGIN;

/** Where the whole picture lies on the stage at first, in CSS pixels of the stage. */
export const FITTED = {
  x: (STAGE.width - (fittedHeight * 4) / 3) / 2,
  y: MARGIN,
  width: (fittedHeight * 4) / 3,
  height: fittedHeight,
};

/** Label colours; a shape carries an index into them. */
export const COLORS = ['#d7263d', '#2e933c', '#f4b400', '#3366cc', '#e8701a', '#7b2d8b', '#17a2b8', '#d6409f'];

/** Fill of a shape that is not selected: its colour with one fifth of the opacity. */
export const FILLS = COLORS.map((color) => color + '33');

/** Label names, where a tool wants names. */
export const LABELS = COLORS.map((_, index) => `Label ${index + 1}`);

/** The shape that gets dragged, or a box around it: in the middle, on top, with free picture around it to press on for panning. */
export const TARGET = { x: 1850, y: 1400, width: 300, height: 200, color: 0 };
const FREE_MARGIN = 250;

/** A free point of the picture, left of the target. */
export const FREE_POINT = { x: TARGET.x - FREE_MARGIN / 2, y: TARGET.y + TARGET.height / 2 };

/** Small seeded generator (xorshift32), so that each page and each run draws the same shapes. */
function seeded(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function touchesFreeArea(box) {
  return (
    box.x < TARGET.x + TARGET.width + FREE_MARGIN &&
    box.y < TARGET.y + TARGET.height + FREE_MARGIN &&
    box.x + box.width > TARGET.x - FREE_MARGIN &&
    box.y + box.height > TARGET.y - FREE_MARGIN
  );
}

/** `n` boxes of 40 to 160 picture pixels a side in whole pixels, and the target as the last and topmost. */
export function makeBoxes(n) {
  const random = seeded(20261120);
  const boxes = [];
  while (boxes.length < n - 1) {
    const width = Math.round(40 + random() * 120);
    const height = Math.round(40 + random() * 120);
    const box = {
      x: Math.floor(random() * (PICTURE.width - width)),
      y: Math.floor(random() * (PICTURE.height - height)),
      width,
      height,
      color: Math.floor(random() * COLORS.length),
    };
    if (!touchesFreeArea(box)) boxes.push(box);
  }
  boxes.push({ ...TARGET });
  return boxes;
}

/** Vertices of each polygon. */
const VERTICES = 20;

/** A knobbly outline inside a box. Its vertices never leave their directions from the middle, so it cannot cross itself. */
function outlineIn({ x, y, width, height }, random) {
  return Array.from({ length: VERTICES }, (_, i) => {
    // The first vertex is the lowest: it can be dragged about below the shape without crossing anything.
    const angle = Math.PI / 2 + (i / VERTICES) * 2 * Math.PI;
    const reach = i === 0 ? 1 : 0.7 + 0.25 * random();
    return {
      x: Math.round(x + width / 2 + (width / 2) * reach * Math.cos(angle)),
      y: Math.round(y + height / 2 + (height / 2) * reach * Math.sin(angle)),
    };
  });
}

/** `n` polygons of 20 vertices, as large as the boxes and where they are. */
function makePolygons(n) {
  const random = seeded(20261121);
  return makeBoxes(n).map((box) => ({ points: outlineIn(box, random), color: box.color }));
}

const TEETH = 60;
const GEAR = { x: 2000, y: 1500, inner: 700, outer: 1100 };

/** One polygon of `n` vertices, such as a tracing tool makes them: the outline of a gear, about two pixels a step. */
function makeGear(n) {
  const steps = Math.round(n / TEETH / 2);
  const points = [];
  for (let flank = 0; flank < 2 * TEETH; flank++) {
    const angle = Math.PI / 2 + (flank / TEETH) * Math.PI;
    for (let step = 0; step < steps; step++) {
      const share = step / (steps - 1);
      const reach = GEAR.inner + (GEAR.outer - GEAR.inner) * (flank % 2 ? share : 1 - share);
      points.push({ x: Math.round(GEAR.x + reach * Math.cos(angle)), y: Math.round(GEAR.y + reach * Math.sin(angle)) });
    }
  }
  const unlike = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  return [{ points: unlike, color: 0 }];
}

/** The shapes of this page. `n` counts shapes, or the vertices of the one outline. */
export function makeShapes(n) {
  if (SHAPE === 'outline') return makeGear(n);
  return SHAPE === 'polygon' ? makePolygons(n) : makeBoxes(n);
}

// Inside of the outline by so much, in picture pixels: some tools select a shape by its inside, others by its outline.
const INWARDS = 10;

/** Where the target is pressed to select it, and where it is dragged by; in picture pixels, before anything moved. */
export function targetPlaces(shape) {
  const middle = { x: TARGET.x + TARGET.width / 2, y: TARGET.y + TARGET.height / 2 };
  if (shape === 'box') return { press: middle, grip: middle };
  const lowest =
    shape === 'outline' ? { x: GEAR.x, y: GEAR.y + GEAR.outer } : { ...middle, y: TARGET.y + TARGET.height };
  return { press: { ...lowest, y: lowest.y - INWARDS }, grip: lowest };
}

/** Makes the empty stage of a page, at the same place and of the same size everywhere. */
export function makeStage(id = 'stage') {
  const stage = document.createElement('div');
  stage.id = id;
  Object.assign(stage.style, {
    position: 'absolute',
    left: `${STAGE.left}px`,
    top: `${STAGE.top}px`,
    width: `${STAGE.width}px`,
    height: `${STAGE.height}px`,
    overflow: 'hidden',
    background: '#222',
  });
  document.body.append(stage);
  return stage;
}

/** Loads and decodes the bench's picture. */
export async function loadPicture(url = PICTURE.url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
