import { decodePolygons, encodePolygons } from '../../answers/paths.js';
import type { PathAnnotation } from '../../document/annotation.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import { ImageAnnotator } from './image-annotator.js';
import { pathAnnotator } from './path-annotators.js';

const polygons = pathAnnotator({
  kind: 'polygon',
  step: 'drawPolygon',
  title: t.polygonTool,
  guide: t.polygonGuide,
  encode: encodePolygons,
  decode: decodePolygons,
});

/**
 * Lets a worker outline objects in a picture with labelled polygons.
 *
 * @element crowd-polygon
 */
export class CrowdPolygon extends ImageAnnotator<PathAnnotation> {
  protected override readonly definition = polygons;
}
