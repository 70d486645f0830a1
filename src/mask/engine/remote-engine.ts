import type { Bounds, Point } from '../../geometry/types.js';
import type { FloodOptions } from '../flood.js';
import type { RegionTask } from '../region-work.js';
import type { PackedMask } from '../rle.js';
import type { Runs } from '../runs.js';
import type { ImageSource, SegmentPrompt } from '../segment/segmenter.js';
import type { BoundaryPaths, BoundarySearch } from '../segment/livewire.js';
import type { Superpixels } from '../segment/slic.js';
import {
  buffersOf,
  messageOf,
  type EngineReply,
  type EngineRequest,
  type EngineResult,
  type EngineWork,
  type Pending,
  type PostMessage,
} from './engine-messages.js';
import type { MaskEngine } from './mask-engine.js';

/** The page's side: an engine that works through messages. Give every reply of the worker to `receive`. */
export class RemoteEngine implements MaskEngine {
  private readonly calls = new Map<number, Pending<EngineResult>>();
  private image?: ImageSource;
  private nextId = 0;

  constructor(private readonly post: PostMessage<EngineRequest>) {}

  async prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    this.image = image;
    const { width, height, file, src } = image;
    // An address that is the picture goes along: the worker, which may fetch nothing, reads it.
    const data = src?.startsWith('data:') ? src : undefined;
    await this.call({ type: 'prepare', image: { width, height, file, src: data } }, signal);
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    return (await this.call({ type: 'segment', prompt }, signal)) as Runs;
  }

  async superpixels(bounds: Bounds, size: number, signal?: AbortSignal): Promise<Superpixels> {
    return (await this.call({ type: 'superpixels', bounds, size }, signal)) as Superpixels;
  }

  async flood(start: Point, options: FloodOptions, signal?: AbortSignal): Promise<Runs> {
    return (await this.call({ type: 'flood', start, options }, signal)) as Runs;
  }

  async boundary(anchor: Point, options: BoundarySearch, signal?: AbortSignal): Promise<BoundaryPaths> {
    return (await this.call({ type: 'boundary', anchor, options }, signal)) as BoundaryPaths;
  }

  async regions(mask: PackedMask, task: RegionTask, signal?: AbortSignal): Promise<readonly Runs[]> {
    return (await this.call({ type: 'regions', mask, task }, signal)) as readonly Runs[];
  }

  receive(reply: EngineReply): void {
    switch (reply.type) {
      case 'ready':
        return;
      case 'done':
        this.settle(reply.id)?.resolve(reply.result);
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
  close(reason: Error): void {
    for (const { reject } of this.calls.values()) reject(reason);
    this.calls.clear();
  }

  private settle(id: number): Pending<EngineResult> | undefined {
    const call = this.calls.get(id);
    this.calls.delete(id);
    return call;
  }

  private async sendPixels(read: number, bounds: Bounds, maxSide: number): Promise<void> {
    try {
      if (!this.image) throw new Error('No picture was prepared.');
      const image = await this.image.read(bounds, maxSide);
      this.post({ type: 'pixels', read, image }, buffersOf(image));
    } catch (error) {
      this.post({ type: 'no-pixels', read, message: messageOf(error) }, []);
    }
  }

  private call(work: EngineWork, signal?: AbortSignal): Promise<EngineResult> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const id = this.nextId++;
      const abort = () => {
        this.post({ type: 'abort', id }, []);
        this.settle(id)?.reject(signal?.reason as Error);
      };
      const done = () => signal?.removeEventListener('abort', abort);
      this.calls.set(id, {
        resolve: (result) => {
          done();
          resolve(result);
        },
        reject: (reason) => {
          done();
          reject(reason);
        },
      });
      signal?.addEventListener('abort', abort, { once: true });
      this.post({ type: 'work', id, work }, []);
    });
  }
}
