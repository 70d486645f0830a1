/**
 * A scene: named objects, painted from back to front. The same objects can be printed as a picture, or with every
 * object in one flat, hard-edged colour, which gives exact masks and boxes.
 */

/** Mixes two colours `#rrggbb`; `share` 0 gives the first. */
export function mix(first, second, share) {
  const a = channels(first);
  const b = channels(second);
  return `#${a
    .map((value, i) =>
      Math.round(value + (b[i] - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

export const darker = (color, share) => mix(color, '#000000', share);
export const lighter = (color, share) => mix(color, '#ffffff', share);

function channels(color) {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Strokes thinner than this are left out of masks. */
const FINE_LINE = 2;

const number = (value) => String(Math.round(value * 100) / 100);

export class Scene {
  /**
   * @param {number} width
   * @param {number} height
   */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.objects = [];
    this.definitions = new Map();
  }

  /**
   * Adds an object in front of all others.
   *
   * @param {string | undefined} label Class of the object; nothing for what is not labelled.
   * @param {(pen: Pen) => void} draw
   */
  add(label, draw) {
    const pen = new Pen(this);
    draw(pen);
    this.objects.push({ label, nodes: pen.nodes });
  }

  /** A linear gradient between two points of the unit box. Returns a paint. */
  gradient(stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
    const inner = stops
      .map(([at, color, opacity = 1]) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`)
      .join('');
    return this.define(
      (id) => `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${inner}</linearGradient>`,
      inner + [x1, y1, x2, y2],
    );
  }

  radial(stops, [cx, cy, r] = [0.5, 0.5, 0.5]) {
    const inner = stops
      .map(([at, color, opacity = 1]) => `<stop offset="${at}" stop-color="${color}" stop-opacity="${opacity}"/>`)
      .join('');
    return this.define(
      (id) => `<radialGradient id="${id}" cx="${cx}" cy="${cy}" r="${r}">${inner}</radialGradient>`,
      `r${inner}${[cx, cy, r]}`,
    );
  }

  /** An outline that a group is cut to. Returns a reference. */
  clip(d) {
    return this.define((id) => `<clipPath id="${id}"><path d="${d}"/></clipPath>`, `c${d}`);
  }

  define(markup, key) {
    if (!this.definitions.has(key)) {
      const id = `d${this.definitions.size}`;
      this.definitions.set(key, { id, text: markup(id) });
    }
    return `url(#${this.definitions.get(key).id})`;
  }

  /** The picture as SVG. */
  picture() {
    return this.svg(this.objects.flatMap(({ nodes }) => nodes.map((node) => print(node, undefined))).join('\n'));
  }

  /**
   * The scene in flat colours: no edge is softened, so every pixel has exactly one of them.
   *
   * @param {(object: { label?: string }, position: number) => string | undefined} colorOf
   */
  flat(colorOf) {
    const body = this.objects.flatMap((object, position) => {
      const color = colorOf(object, position);
      return color ? object.nodes.map((node) => print(node, color)) : [];
    });
    return this.svg(
      `<rect width="100%" height="100%" fill="#000000"/><g shape-rendering="crispEdges">${body.join('\n')}</g>`,
    );
  }

  svg(body) {
    const { width, height } = this;
    const definitions = [...this.definitions.values()].map(({ text }) => text).join('');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${definitions}<filter id="soft4" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="4"/></filter><filter id="soft10" x="-40%" y="-60%" width="180%" height="220%"><feGaussianBlur stdDeviation="10"/></filter><filter id="soft30" filterUnits="userSpaceOnUse" x="-200" y="-200" width="${width + 400}" height="${height + 400}"><feGaussianBlur stdDeviation="30"/></filter><filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="7"/><feColorMatrix values="0 0 0 0 0.5  0 0 0 0 0.5  0 0 0 0 0.5  1.6 0 0 0 -0.45"/></filter><filter id="mottle" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="0.02 0.06" numOctaves="4" seed="3"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0.9 0 0 0 -0.3"/></filter></defs>${body}</svg>`;
  }
}

/** Draws one object. `effect` nodes, such as shadows and light, belong to no object's mask. */
export class Pen {
  constructor(scene, nodes = []) {
    this.scene = scene;
    this.nodes = nodes;
  }

  shape(tag, geometry, { fill = 'none', stroke, width, cap = 'round', opacity, effect, filter, blend, dash } = {}) {
    this.nodes.push({ tag, geometry, fill, stroke, width, cap, opacity, effect, filter, blend, dash });
    return this;
  }

  rect(x, y, width, height, paint = {}) {
    return this.shape(
      'rect',
      { x, y, width: Math.max(0, width), height: Math.max(0, height), ...(paint.r && { rx: paint.r }) },
      paint,
    );
  }

  ellipse(cx, cy, rx, ry, paint) {
    return this.shape('ellipse', { cx, cy, rx, ry }, paint);
  }

  circle(cx, cy, r, paint) {
    return this.ellipse(cx, cy, r, r, paint);
  }

  path(d, paint) {
    return this.shape('path', { d }, paint);
  }

  polygon(points, paint) {
    return this.path(`M${points.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}Z`, paint);
  }

  line(points, paint) {
    return this.path(`M${points.map(([x, y]) => `${number(x)} ${number(y)}`).join('L')}`, paint);
  }

  /** Draws inside a moved, scaled or mirrored frame. */
  group(transform, draw, { effect, opacity, clip } = {}) {
    const inner = new Pen(this.scene);
    draw(inner);
    this.nodes.push({ tag: 'g', transform, nodes: inner.nodes, effect, opacity, clip });
    return this;
  }

  at(x, y, scale, draw, { mirrored = false } = {}) {
    return this.group(
      `translate(${number(x)} ${number(y)}) scale(${number(mirrored ? -scale : scale)} ${number(scale)})`,
      draw,
    );
  }
}

/** @param {string | undefined} flat Colour that replaces every paint. */
function print(node, flat) {
  if (flat && node.effect) return '';
  if (node.tag === 'g') {
    const attributes = [
      node.transform && `transform="${node.transform}"`,
      !flat && node.opacity !== undefined && `opacity="${node.opacity}"`,
      node.clip && `clip-path="${node.clip}"`,
    ];
    return `<g ${attributes.filter(Boolean).join(' ')}>${node.nodes.map((inner) => print(inner, flat)).join('')}</g>`;
  }
  const { tag, geometry, fill, stroke, width, cap, opacity, filter, blend, dash } = node;
  const attributes = Object.entries(geometry).map(
    ([name, value]) => `${name}="${typeof value === 'number' ? number(value) : value}"`,
  );
  attributes.push(`fill="${flat && fill !== 'none' ? flat : fill}"`);
  // A stroke below one pixel would be painted faintly; fine lines lie within their object anyway.
  if (stroke && !(flat && (width ?? 1) < FINE_LINE)) {
    attributes.push(
      `stroke="${flat ?? stroke}" stroke-width="${number(width ?? 1)}" stroke-linecap="${cap}" stroke-linejoin="round"`,
    );
    if (dash) attributes.push(`stroke-dasharray="${dash}"`);
  }
  if (!flat && opacity !== undefined) attributes.push(`opacity="${number(opacity)}"`);
  if (!flat && filter) attributes.push(`filter="url(#${filter})"`);
  if (!flat && blend) attributes.push(`style="mix-blend-mode:${blend}"`);
  return `<${tag} ${attributes.join(' ')}/>`;
}
