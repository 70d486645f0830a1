const SVG = 'http://www.w3.org/2000/svg';
/** Height of the line below a mark, and how far below each other lines of spans lie that overlap, in CSS pixels. */
const LINE = 2;
const LANE_STEP = 3;
/** Corners at the beginning and end of a span are this round, in CSS pixels. */
const CORNER = 3;
/** Width of the line around a selected mark, in CSS pixels. */
const RING = 1.5;

/** A rectangle relative to the block that a section lies in, in CSS pixels. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How the ground of a span's part in a section looks. */
export interface Ground {
  readonly rects: readonly Place[];
  readonly begins: boolean;
  readonly ends: boolean;
  readonly color: string;
  /** The row that the span's name takes, from 0: the deeper it lies, the lower its line. */
  readonly lane: number;
  readonly state: 'plain' | 'hovered' | 'selected';
}

/** An empty drawing for the grounds of one section. */
export function groundsDrawing(): SVGSVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.classList.add('marks-section');
  return drawing;
}

/**
 * Draws the tinted grounds of a section with the lines below them.
 *
 * Spans that look alike share their paths: thousands of boxes cost the browser a multiple of a few paths in styles,
 * layout and layers.
 */
export function drawGrounds(drawing: SVGSVGElement, grounds: readonly Ground[]): void {
  const groups = new Map<string, Ground[]>();
  for (const ground of grounds) {
    // What overlaps has rows of its own, and is seen through each other only in paths of its own.
    const key = `${ground.color} ${ground.lane} ${ground.state}`;
    const group = groups.get(key);
    if (group) group.push(ground);
    else groups.set(key, [ground]);
  }
  drawing.replaceChildren(...[...groups.values()].flatMap(pathsOf));
}

function pathsOf(group: readonly Ground[]): SVGPathElement[] {
  const [{ color, state }] = group as readonly [Ground];
  const boxes = group.flatMap((ground) => ground.rects.map((rect, index) => boxOf(ground, rect, index)));
  const tint = pathElement(`ground ${state}`, boxes.map(outline).join(''));
  const line = pathElement('line', boxes.map(lineBelow).join(''));
  for (const { style } of [tint, line]) style.fill = color;
  return state === 'selected' ? [tint, line, pathElement('ring', boxes.map(ringAround).join(''))] : [tint, line];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly roundLeft: number;
  readonly roundRight: number;
}

function boxOf({ rects, begins, ends, lane }: Ground, { left, top, width, height }: Place, index: number): Box {
  // Lines of text lie on whole pixels; what is off by a fraction would be painted blurred.
  const at = Math.round(top);
  return {
    left,
    right: left + width,
    top: at,
    bottom: Math.round(at + height + LINE + LANE_STEP * lane),
    roundLeft: begins && index === 0 ? CORNER : 0,
    roundRight: ends && index === rects.length - 1 ? CORNER : 0,
  };
}

function outline({ left, top, right, bottom, roundLeft, roundRight }: Box): string {
  const width = right - left;
  const [l, r] = [Math.min(roundLeft, width / 2), Math.min(roundRight, width / 2)];
  return `M${left} ${bottom}V${top + l}q0-${l} ${l}-${l}H${right - r}q${r} 0 ${r} ${r}V${bottom}z`;
}

function lineBelow({ left, right, bottom }: Box): string {
  return `M${left} ${bottom - LINE}H${right}V${bottom}H${left}z`;
}

function ringAround({ left, top, right, bottom }: Box): string {
  const by = RING / 2;
  return `M${left - by} ${top - by}H${right + by}V${bottom + by}H${left - by}z`;
}

function pathElement(name: string, d: string): SVGPathElement {
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('class', name);
  path.setAttribute('d', d);
  return path;
}
