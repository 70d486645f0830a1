import type { Bounds } from '../../geometry/types.js';
import type { RgbaImage } from '../flood.js';
import type { Runs } from '../runs.js';
import type { ImageSource, SegmentPrompt, Segmenter } from './segmenter.js';

/*
 * How a segmenter is run in a worker. Both sides are plain functions of messages: the element makes the Worker and connects
 * them, and where a worker cannot start it calls the segmenter itself.
 *
 * Pixels stay with the page, which alone can read a canvas: the worker asks for each part that it needs.
 */

/** From the page to the worker. Runs and pixels should be transferred, not copied. */
export type SegmentRequest =
  | { readonly type: 'prepare'; readonly id: number; readonly width: number; readonly height: number }
  | { readonly type: 'segment'; readonly id: number; readonly prompt: SegmentPrompt }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'pixels'; readonly read: number; readonly image: RgbaImage }
  | { readonly type: 'no-pixels'; readonly read: number; readonly message: string };

/** From the worker to the page. */
export type SegmentReply =
  | { readonly type: 'prepared'; readonly id: number }
  | { readonly type: 'segmented'; readonly id: number; readonly runs: Runs }
  | { readonly type: 'failed'; readonly id: number; readonly message: string; readonly isAborted: boolean }
  | { readonly type: 'read'; readonly read: number; readonly bounds: Bounds; readonly maxSide: number };

/** Sends a message; `transfer` lists buffers that need not be copied. */
export type PostMessage<M> = (message: M, transfer: ArrayBuffer[]) => void;

interface Pending<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

/** The worker's side: returns the function that takes each message from the page. */
export function serveSegmenter(
  segmenter: Segmenter,
  post: PostMessage<SegmentReply>,
): (message: SegmentRequest) => void {
  const running = new Map<number, AbortController>();
  const reads = new Map<number, Pending<RgbaImage>>();
  let nextRead = 0;

  const sourceOf = (width: number, height: number): ImageSource => ({
    width,
    height,
    read: (bounds, maxSide) =>
      new Promise((resolve, reject) => {
        const read = nextRead++;
        reads.set(read, { resolve, reject });
        post({ type: 'read', read, bounds, maxSide }, []);
      }),
  });

  const run = async (id: number, work: (signal: AbortSignal) => Promise<SegmentReply>) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const reply = await work(controller.signal);
      post(reply, reply.type === 'segmented' ? [reply.runs.buffer as ArrayBuffer] : []);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ type: 'failed', id, message, isAborted: controller.signal.aborted }, []);
    } finally {
      running.delete(id);
    }
  };

  return (message) => {
    switch (message.type) {
      case 'prepare':
        void run(message.id, async (signal) => {
          await segmenter.prepare(sourceOf(message.width, message.height), signal);
          return { type: 'prepared', id: message.id };
        });
        return;
      case 'segment':
        void run(message.id, async (signal) => {
          const runs = await segmenter.segment(message.prompt, signal);
          return { type: 'segmented', id: message.id, runs };
        });
        return;
      case 'abort':
        running.get(message.id)?.abort();
        return;
      case 'pixels':
        reads.get(message.read)?.resolve(message.image);
        reads.delete(message.read);
        return;
      case 'no-pixels':
        reads.get(message.read)?.reject(new Error(message.message));
        reads.delete(message.read);
        return;
    }
  };
}

/** The page's side: a segmenter that works through messages. Give every reply of the worker to `receive`. */
export class RemoteSegmenter implements Segmenter {
  private readonly calls = new Map<number, Pending<Runs>>();
  private image?: ImageSource;
  private nextId = 0;

  constructor(private readonly post: PostMessage<SegmentRequest>) {}

  async prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    this.image = image;
    await this.call((id) => ({ type: 'prepare', id, width: image.width, height: image.height }), signal);
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    return this.call((id) => ({ type: 'segment', id, prompt }), signal);
  }

  receive(reply: SegmentReply) {
    switch (reply.type) {
      case 'prepared':
        this.settle(reply.id)?.resolve(new Int32Array(0));
        return;
      case 'segmented':
        this.settle(reply.id)?.resolve(reply.runs);
        return;
      case 'failed':
        this.settle(reply.id)?.reject(new Error(reply.message));
        return;
      case 'read':
        void this.sendPixels(reply.read, reply.bounds, reply.maxSide);
        return;
    }
  }

  /** Ends all calls, for example when the worker has died. */
  close(reason: Error) {
    for (const { reject } of this.calls.values()) reject(reason);
    this.calls.clear();
  }

  private settle(id: number): Pending<Runs> | undefined {
    const call = this.calls.get(id);
    this.calls.delete(id);
    return call;
  }

  private async sendPixels(read: number, bounds: Bounds, maxSide: number) {
    try {
      if (!this.image) throw new Error('No picture was prepared.');
      const image = await this.image.read(bounds, maxSide);
      this.post({ type: 'pixels', read, image }, [image.data.buffer as ArrayBuffer]);
    } catch (error) {
      this.post({ type: 'no-pixels', read, message: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  private call(request: (id: number) => SegmentRequest, signal?: AbortSignal): Promise<Runs> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = this.nextId++;
      const abort = () => {
        this.post({ type: 'abort', id }, []);
        this.settle(id)?.reject(signal?.reason as Error);
      };
      const done = () => signal?.removeEventListener('abort', abort);
      this.calls.set(id, {
        resolve: (runs) => {
          done();
          resolve(runs);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      this.post(request(id), []);
    });
  }
}
