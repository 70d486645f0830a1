import { keyValuePairs, type DocumentPlace } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { pathBounds } from '../../geometry/path.js';
import type { Size } from '../../geometry/types.js';
import type { Label } from '../../labels/label.js';
import { labelsFromNames } from '../../labels/labels.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import type { PairPart, PairRecord } from './pairs.js';

/** What is highlighted on the page. Colours that people with any kind of colour vision tell apart. */
const looks = [
  { name: 'key', title: t.key, color: '#0072b2' },
  { name: 'value', title: t.value, color: '#009e73' },
  { name: 'out', title: t.ruledOut, color: '#7f7f7f' },
  // A plate above the value at hand would hide its key.
  { name: 'current-key', title: () => '', color: '#d55e00' },
  { name: 'current-value', title: () => '', color: '#d55e00' },
] as const;

/** Decimals of a share of the page: a tenth of a pixel of the largest scans. */
const PLACES = 1e6;

/** What is known about the pairs when their places are drawn. */
export interface PageView {
  readonly pairs: readonly PairRecord[];
  readonly blocks: readonly DocumentBlock[];
  readonly size: Size;
  /** Id of the pair the worker is at. */
  readonly current: string | undefined;
  /** Whether places may be moved. */
  readonly isFixed: boolean;
}

/** The labels of highlights, as the session knows them. */
export function highlightLabels(): readonly Label[] {
  const labels = labelsFromNames(
    looks.map(({ name }) => name),
    looks.map(({ color }) => color),
  ).value;
  return labels.map((label, index) => ({ ...label, displayName: looks[index]?.title() ?? '' }));
}

/** The places of keys and values as shapes, each in the colour of what it is; those of the worker before detected ones. */
export function highlightsOf({ pairs, blocks, size, current, isFixed }: PageView): readonly ShapeAnnotation[] {
  const detected = new Map(keyValuePairs(blocks).map((pair) => [pair.key.id, pair]));
  return pairs.flatMap((pair) => {
    const isOut = pair.label === 'not-a-pair' || pair.label === 'key-not-found';
    const found = detected.get(pair.id);
    const shapes = (['key', 'value'] as const).map((part) => {
      const place = (part === 'key' ? pair.keyPlace : pair.valuePlace) ?? found?.[part]?.geometry;
      const look = pair.id === current ? `current-${part}` : isOut ? 'out' : part;
      return place && shapeOf(place, { id: shapeIdOf(pair.id, part), label: look, locked: isFixed }, size);
    });
    return shapes.filter((shape) => shape !== undefined);
  });
}

/** Shapes are called after their pair. */
export function shapeIdOf(pairId: string, part: PairPart): string {
  return `${pairId}\n${part}`;
}

/** The pair and the part of it that a shape shows. */
export function ownerOf(shapeId: string): { readonly id: string; readonly part: PairPart } {
  const cut = shapeId.lastIndexOf('\n');
  return { id: shapeId.slice(0, cut), part: shapeId.slice(cut + 1) === 'key' ? 'key' : 'value' };
}

type Look = Pick<ShapeAnnotation, 'id' | 'label' | 'locked'>;

/** A place on the page: its polygon, or its box when it has none. Shares become pixels. */
function shapeOf({ boundingBox, polygon }: DocumentPlace, look: Look, size: Size): ShapeAnnotation {
  if (polygon.length >= 3) {
    const vertices = polygon.map(({ x, y }) => ({ x: x * size.width, y: y * size.height }));
    return { ...look, kind: 'polygon', vertices };
  }
  return {
    ...look,
    kind: 'box',
    left: boundingBox.left * size.width,
    top: boundingBox.top * size.height,
    width: boundingBox.width * size.width,
    height: boundingBox.height * size.height,
  };
}

/** The same backwards: pixels become shares. A box has its four corners for a polygon, as detected places do. */
export function placeOf(shape: ShapeAnnotation, { width, height }: Size): DocumentPlace | undefined {
  const share = (pixels: number, of: number) => Math.round((pixels / of) * PLACES) / PLACES;
  const corners =
    shape.kind === 'box'
      ? [
          { x: shape.left, y: shape.top },
          { x: shape.left + shape.width, y: shape.top },
          { x: shape.left + shape.width, y: shape.top + shape.height },
          { x: shape.left, y: shape.top + shape.height },
        ]
      : shape.kind === 'polygon'
        ? shape.vertices
        : undefined;
  if (!corners) return undefined;
  const { left, top, right, bottom } = pathBounds(corners);
  return {
    boundingBox: {
      height: share(bottom - top, height),
      left: share(left, width),
      top: share(top, height),
      width: share(right - left, width),
    },
    polygon: corners.map(({ x, y }) => ({ x: share(x, width), y: share(y, height) })),
  };
}
