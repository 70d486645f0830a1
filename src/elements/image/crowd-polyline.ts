import { decodePolylines, encodePolylines } from '../../answers/paths.js';
import type { PathAnnotation } from '../../document/annotation.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import { ImageAnnotator } from './image-annotator.js';
import { pathAnnotator } from './path-annotators.js';

const polylines = pathAnnotator({
  kind: 'polyline',
  step: 'drawPolyline',
  title: t.polylineTool,
  guide: t.polylineGuide,
  encode: encodePolylines,
  decode: decodePolylines,
});

/**
 * Lets a worker draw labelled open chains of points along things in a picture, such as lanes and wires.
 *
 * @element crowd-polyline
 */
export class CrowdPolyline extends ImageAnnotator<PathAnnotation> {
  protected override readonly definition = polylines;
}
