import type { Size } from '../../geometry/types.js';
import type { Runs } from '../../mask/runs.js';
import type { ImageSource, SegmentPrompt, Segmenter } from '../../mask/segment/segmenter.js';

/** A segmenter given by the host. */
export interface HostSegmenter extends Segmenter {
  /** False for those that fetch the picture themselves: they work without CORS. */
  readonly needsPixels?: boolean;
  /** Frees what `prepare` has taken. Called when the element leaves the page; `prepare` may follow. */
  close?(): void;
}

/** Prepares the picture once, when the tool is first used, and hands prompts on. */
export class SegmentService {
  private prepared?: { readonly image: ImageSource; readonly done: Promise<void>; readonly stop: AbortController };

  private readonly told = new Set<string>();

  constructor(readonly segmenter: HostSegmenter) {}

  get needsPixels(): boolean {
    return this.segmenter.needsPixels !== false;
  }

  /** Begins with what takes long, such as loading a model, while the worker is still pointing. */
  prepare(image: ImageSource): Promise<void> {
    if (this.prepared?.image !== image) {
      this.prepared?.stop.abort();
      const stop = new AbortController();
      // Objects of hosts may throw, or return nothing.
      const done = (async () => this.segmenter.prepare(image, stop.signal))();
      const prepared = { image, done, stop };
      this.prepared = prepared;
      // The next prompt may have more luck.
      done.catch(() => {
        if (this.prepared === prepared) this.prepared = undefined;
      });
    }
    return this.prepared.done;
  }

  async segment(prompt: SegmentPrompt, image: ImageSource, signal: AbortSignal): Promise<Runs> {
    try {
      await this.prepare(image);
      signal.throwIfAborted();
      return await this.segmenter.segment(prompt, signal);
    } catch (error) {
      if (!signal.aborted) this.tell(error);
      throw error;
    }
  }

  /** The worker reads a calm sentence; whoever embeds the element needs the cause, once. */
  private tell(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    if (this.told.has(message)) return;
    this.told.add(message);
    console.warn(`Auto-segment: ${message}`, error);
  }

  close(): void {
    this.prepared?.stop.abort();
    this.prepared = undefined;
    this.segmenter.close?.();
  }
}

/** Stands for a picture whose pixels only the segmenter itself can get, by its address. */
export function unreadableImage(src: string, { width, height }: Size): ImageSource {
  return {
    src,
    width,
    height,
    read: () => {
      throw new Error('The pixels of this picture cannot be read: its server sends no CORS header.');
    },
  };
}
