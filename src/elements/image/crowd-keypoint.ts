import { decodeKeypoints, encodeKeypoints } from '../../answers/keypoints.js';
import { keypointKind } from '../../canvas/kinds/keypoint-kind.js';
import { createKeypointTool } from '../../canvas/tools/keypoint-tool.js';
import { createSelectTool } from '../../canvas/tools/select-tool.js';
import type { KeypointAnnotation } from '../../document/annotation.js';
import { imageTerms } from '../../locales/terms/image.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { ImageAnnotator } from './image-annotator.js';

const keypoints: AnnotatorDefinition<KeypointAnnotation> = {
  kinds: [keypointKind],
  createTools: () => [createKeypointTool(), createSelectTool<KeypointAnnotation>()],
  toolCommands: [
    { id: 'keypoint', title: t.keypointTool, icon: 'keypoint', keys: ['KeyP'] },
    { id: 'select', title: imageTerms.selectTool, icon: 'select', keys: ['KeyM'] },
  ],
  guide: () => [
    { icon: 'keypoint', title: t.keypointTool(), text: t.keypointGuide() },
    { icon: 'select', title: imageTerms.selectTool(), text: imageTerms.selectGuide() },
    { icon: 'zoom-in', title: imageTerms.moveAndZoom(), text: imageTerms.zoomGuide() },
  ],
  encode: encodeKeypoints,
  decode: decodeKeypoints,
  describe: ({ x, y }) => t.pointAt(x, y),
};

/**
 * Lets a worker mark labelled points in a picture, such as the joints of a body.
 *
 * @element crowd-keypoint
 */
export class CrowdKeypoint extends ImageAnnotator<KeypointAnnotation> {
  protected override readonly definition = keypoints;
}
