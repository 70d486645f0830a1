import { property } from 'lit/decorators.js';
import { decodeKeypoints, encodeKeypoints } from '../../answers/keypoints.js';
import { keypointKind } from '../../canvas/kinds/keypoint-kind.js';
import { createKeypointTool } from '../../canvas/tools/keypoint-tool.js';
import { createLassoTool, LassoGesture } from '../../canvas/tools/lasso-tool.js';
import { createSelectTool } from '../../canvas/tools/select-tool.js';
import type { KeypointAnnotation } from '../../document/annotation.js';
import { imageTerms } from '../../locales/terms/image.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import { addToolIcons } from '../../workspace/tool-icons.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { ImageAnnotator } from './image-annotator.js';
import { lassoCommand, lassoGuide } from './lasso.js';
import { SkeletonController } from './skeleton-controller.js';

addToolIcons();

/**
 * Lets a worker mark labelled points in a picture, such as the joints of a body.
 *
 * @element crowd-keypoint
 * @attr {string} skeleton - Order and edges of the points, e.g. `"{edges: [['hip', 'knee']], visibility: true}"`: asks
 *   for one point after the other and draws the edges.
 */
export class CrowdKeypoint extends ImageAnnotator<KeypointAnnotation> {
  private guide?: SkeletonController;

  protected override readonly definition: AnnotatorDefinition<KeypointAnnotation> = {
    kinds: [keypointKind],
    createTools: () => [
      createKeypointTool(),
      createSelectTool(new LassoGesture<KeypointAnnotation>()),
      createLassoTool<KeypointAnnotation>(),
    ],
    toolCommands: [
      { id: 'keypoint', title: t.keypointTool, icon: 'keypoint', keys: ['KeyP'] },
      { id: 'select', title: imageTerms.selectTool, icon: 'select', keys: ['KeyM'] },
      lassoCommand,
    ],
    commands: ({ session }) => {
      this.guide = new SkeletonController(session, (problems) => this.report('skeleton', problems));
      return this.guide.commands;
    },
    decorations: () => (this.guide ? [this.guide.paint] : []),
    guide: () => [
      { icon: 'keypoint', title: t.keypointTool(), text: t.keypointGuide() },
      { icon: 'select', title: imageTerms.selectTool(), text: imageTerms.selectGuide() },
      lassoGuide(),
      { icon: 'zoom-in', title: imageTerms.moveAndZoom(), text: imageTerms.zoomGuide() },
    ],
    encode: (points, size) =>
      encodeKeypoints(points, size, undefined, { visibility: this.guide?.skeleton?.visibility === true }),
    decode: decodeKeypoints,
    remark: () => this.guide?.takeRemark(),
    describe: ({ x, y }) => t.pointAt(x, y),
  };

  /** Order and edges of the points, as text or as data; see the attribute. */
  @property({ attribute: 'skeleton' })
  get skeleton(): unknown {
    return this.guide?.given;
  }
  set skeleton(source: unknown) {
    if (this.session) this.guide?.set(source);
    this.requestUpdate();
  }
}
