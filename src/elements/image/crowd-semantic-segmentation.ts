import { encodeSemantic } from '../../answers/masks.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Size } from '../../geometry/types.js';
import { MaskAnnotator } from './mask-annotator.js';

/**
 * Lets a worker paint one label on each pixel of a picture.
 *
 * @element crowd-semantic-segmentation
 * @attr {string} initial-value - A mask to begin with: `{labelMappings: {...}, src: ...}`, or an answer of this element.
 */
export class CrowdSemanticSegmentation extends MaskAnnotator {
  protected override readonly mode = 'semantic';

  protected override encodeWith(
    _records: readonly InstanceAnnotation[],
    mask: { readonly size: Size; readonly pngImageData: string },
  ): object {
    return encodeSemantic(this.session.labels, mask);
  }
}
