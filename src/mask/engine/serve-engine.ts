import type { RgbaImage } from '../flood.js';
import type { ImageSource } from '../segment/segmenter.js';
import {
  buffersOf,
  messageOf,
  type EngineImage,
  type EngineReply,
  type EngineRequest,
  type EngineResult,
  type EngineWork,
  type Pending,
  type PostMessage,
} from './engine-messages.js';
import type { MaskEngine } from './mask-engine.js';

/** The worker's side: says that it is ready, and returns the function that takes each message from the page. */
export function serveEngine(engine: MaskEngine, post: PostMessage<EngineReply>): (message: EngineRequest) => void {
  const running = new Map<number, AbortController>();
  const reads = new Map<number, Pending<RgbaImage>>();
  let nextRead = 0;

  const sourceOf = (image: EngineImage): ImageSource => ({
    ...image,
    read: (bounds, maxSide) =>
      new Promise((resolve, reject) => {
        const read = nextRead++;
        reads.set(read, { resolve, reject });
        post({ type: 'read', read, bounds, maxSide }, []);
      }),
  });

  const perform = async (work: EngineWork, signal: AbortSignal): Promise<EngineResult> => {
    switch (work.type) {
      case 'prepare':
        await engine.prepare(sourceOf(work.image), signal);
        return undefined;
      case 'segment':
        return engine.segment(work.prompt, signal);
      case 'superpixels':
        return engine.superpixels(work.bounds, work.size, signal);
      case 'flood':
        return engine.flood(work.start, work.options, signal);
      case 'boundary':
        return engine.boundary(work.anchor, work.options, signal);
      case 'regions':
        return engine.regions(work.mask, work.task, signal);
    }
  };

  const run = async (id: number, work: EngineWork) => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const result = await perform(work, controller.signal);
      post({ type: 'done', id, result }, buffersOf(result));
    } catch (error) {
      post({ type: 'failed', id, message: messageOf(error) }, []);
    } finally {
      running.delete(id);
    }
  };

  post({ type: 'ready' }, []);
  return (message) => {
    switch (message.type) {
      case 'work':
        void run(message.id, message.work);
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
