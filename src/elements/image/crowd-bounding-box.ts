import { boxKind } from '../../canvas/kinds/box-kind.js';
import { createBoxTool } from '../../canvas/tools/box-tool.js';
import { createExtremeTool } from '../../canvas/tools/extreme-tool.js';
import { createSelectTool } from '../../canvas/tools/select-tool.js';
import type { BoxAnnotation } from '../../document/annotation.js';
import { decodeBoxes, encodeBoxes } from '../../answers/boxes.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { ImageAnnotator } from './image-annotator.js';

const boundingBoxes: AnnotatorDefinition<BoxAnnotation> = {
  kinds: [boxKind],
  createTools: () => [createBoxTool(), createExtremeTool(), createSelectTool<BoxAnnotation>()],
  toolCommands: [
    { id: 'box', title: t.boxTool, icon: 'box', keys: ['KeyB'] },
    { id: 'extreme', title: t.extremeTool, icon: 'extreme-points', keys: ['KeyE'] },
    { id: 'select', title: t.selectTool, icon: 'select', keys: ['KeyM'] },
  ],
  guide: () => [
    { icon: 'box', title: t.boxTool(), text: t.boxGuide() },
    { icon: 'extreme-points', title: t.extremeTool(), text: t.extremeGuide() },
    { icon: 'select', title: t.selectTool(), text: t.selectGuide() },
    { icon: 'zoom-in', title: t.moveAndZoom(), text: t.zoomGuide() },
  ],
  encode: encodeBoxes,
  decode: decodeBoxes,
  describe: ({ left, top, width, height }) => t.boxAt(left, top, width, height),
  isWordy: true,
};

/**
 * Lets a worker draw labelled rectangles around objects in a picture.
 *
 * @element crowd-bounding-box
 */
export class CrowdBoundingBox extends ImageAnnotator<BoxAnnotation> {
  protected override readonly definition = boundingBoxes;
}
