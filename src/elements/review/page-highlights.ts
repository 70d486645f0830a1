import { keyValuePairs } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Size } from '../../geometry/types.js';
import type { Label } from '../../labels/label.js';
import { labelsFromObjects } from '../../labels/labels.js';
import { reviewTerms as t } from '../../locales/terms/review.js';

/** What is highlighted on the page. Colours that people with any kind of colour vision tell apart. */
const looks = [
  { name: 'key', title: t.key, color: '#0072b2' },
  { name: 'value', title: t.value, color: '#009e73' },
  { name: 'out', title: t.ruledOut, color: '#7f7f7f' },
  { name: 'current', title: t.currentPair, color: '#d55e00' },
] as const;

/** What is known about the pairs when their places are drawn. */
export interface PageView {
  readonly blocks: readonly DocumentBlock[];
  readonly size: Size;
  /** Id of the pair the worker is at. */
  readonly current: string | undefined;
  /** Whether the worker has ruled a pair out. */
  readonly isOut: (id: string) => boolean;
}

/** The places of keys and values as shapes, each in the colour of what it is. */
export function highlightsOf({ blocks, size, current, isOut }: PageView): {
  readonly labels: readonly Label[];
  readonly shapes: readonly ShapeAnnotation[];
} {
  const labels = labelsFromObjects(
    looks.map(({ name, title }) => ({ label: name, fullDisplayName: title() })),
    looks.map(({ color }) => color),
  ).value;
  const shapes = keyValuePairs(blocks).flatMap(({ key, value }) => {
    const shared = key.id === current ? 'current' : isOut(key.id) ? 'out' : undefined;
    return [
      shapeOf(key, `${key.id}\nkey`, shared ?? 'key', size),
      value && shapeOf(value, `${key.id}\nvalue`, shared ?? 'value', size),
    ].filter((shape) => shape !== undefined);
  });
  return { labels, shapes };
}

/** Shapes are called after the key of their pair. */
export function ownerOf(shapeId: string): string {
  return shapeId.slice(0, shapeId.lastIndexOf('\n'));
}

/** A block on the page: its polygon, or its box when it has none. Fractions become pixels. */
function shapeOf({ geometry }: DocumentBlock, id: string, label: string, size: Size): ShapeAnnotation | undefined {
  if (!geometry) return undefined;
  const { boundingBox, polygon } = geometry;
  if (polygon.length >= 3) {
    const vertices = polygon.map(({ x, y }) => ({ x: x * size.width, y: y * size.height }));
    return { id, kind: 'polygon', label, locked: true, vertices };
  }
  return {
    id,
    kind: 'box',
    label,
    locked: true,
    left: boundingBox.left * size.width,
    top: boundingBox.top * size.height,
    width: boundingBox.width * size.width,
    height: boundingBox.height * size.height,
  };
}
