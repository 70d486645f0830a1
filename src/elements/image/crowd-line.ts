import { decodeLines, encodeLines } from '../../answers/paths.js';
import type { PathAnnotation } from '../../document/annotation.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import { ImageAnnotator } from './image-annotator.js';
import { pathAnnotator } from './path-annotators.js';

const lines = pathAnnotator({
  kind: 'line',
  step: 'drawLine',
  title: t.lineTool,
  guide: t.lineGuide,
  encode: encodeLines,
  decode: decodeLines,
});

/**
 * Lets a worker draw labelled straight lines between two points of a picture.
 *
 * @element crowd-line
 */
export class CrowdLine extends ImageAnnotator<PathAnnotation> {
  protected override readonly definition = lines;
}
