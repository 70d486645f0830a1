import { encodeInstances } from '../../answers/masks.js';
import type { InstanceAnnotation } from '../../document/annotation.js';
import type { Size } from '../../geometry/types.js';
import { MaskAnnotator } from './mask-annotator.js';

/**
 * Lets a worker paint every object of a picture apart from the others, any number for each label.
 *
 * @element crowd-instance-segmentation
 * @attr {string} initial-value - A mask to begin with: `{instances: [...], src: ...}`, or an answer of this element.
 */
export class CrowdInstanceSegmentation extends MaskAnnotator {
  protected override readonly mode = 'instance';

  protected override encodeWith(
    records: readonly InstanceAnnotation[],
    mask: { readonly size: Size; readonly pngImageData: string },
  ): object {
    const painted = records.filter(({ index }) => this.session.pixels.areaOf(index) > 0);
    return encodeInstances(
      painted.map(({ color, label }) => ({ color, label })),
      mask,
    );
  }
}
