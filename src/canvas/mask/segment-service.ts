import type { Runs } from '../../mask/runs.js';
import { BuiltInSegmenter } from '../../mask/segment/built-in-segmenter.js';
import type { ImageSource, SegmentPrompt, Segmenter } from '../../mask/segment/segmenter.js';

/** A segmenter given by the host. Those that fetch the picture themselves say so: they work without CORS. */
export interface HostSegmenter extends Segmenter {
  readonly needsPixels?: boolean;
}

/** Prepares the picture once, when the tool is first used, and hands prompts on. */
export class SegmentService {
  private prepared?: { readonly image: ImageSource | undefined; readonly done: Promise<void> };

  constructor(private readonly segmenter: HostSegmenter = new BuiltInSegmenter()) {}

  get needsPixels(): boolean {
    return this.segmenter.needsPixels !== false;
  }

  async segment(prompt: SegmentPrompt, image: ImageSource | undefined, signal: AbortSignal): Promise<Runs> {
    if (!this.prepared || this.prepared.image !== image) {
      this.prepared = { image, done: this.prepare(image) };
    }
    const { done } = this.prepared;
    try {
      await done;
    } catch (error) {
      // The next prompt may have more luck.
      this.prepared = undefined;
      throw error;
    }
    signal.throwIfAborted();
    return this.segmenter.segment(prompt, signal);
  }

  private async prepare(image: ImageSource | undefined): Promise<void> {
    const source = image ?? unreadable;
    await this.segmenter.prepare(source);
  }
}

/** Stands for a picture whose pixels only the segmenter itself can get. */
const unreadable: ImageSource = {
  width: 0,
  height: 0,
  read: () => {
    throw new Error('The pixels of this picture cannot be read.');
  },
};
