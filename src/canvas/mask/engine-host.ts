import type { Bounds, Point } from '../../geometry/types.js';
import type { EngineReply, EngineRequest } from '../../mask/engine/engine-messages.js';
import type { MaskEngine } from '../../mask/engine/mask-engine.js';
import { RemoteEngine } from '../../mask/engine/remote-engine.js';
import type { FloodOptions } from '../../mask/flood.js';
import type { RegionTask } from '../../mask/region-work.js';
import type { PackedMask } from '../../mask/rle.js';
import type { Runs } from '../../mask/runs.js';
import type { BoundaryPaths, BoundarySearch } from '../../mask/segment/livewire.js';
import type { ImageSource, SegmentPrompt } from '../../mask/segment/segmenter.js';
import type { Superpixels } from '../../mask/segment/slic.js';

/** A worker that says nothing for this long is taken for one that was forbidden without a word. */
const PATIENCE_MS = 10_000;

/** Pixels up to which regions are worked on by the page, in slices as well. */
const SMALL_MASK = 4_000_000;

interface Running {
  readonly engine: MaskEngine;
  readonly place: 'worker' | 'page';
  close(reason: Error): void;
}

class WorkerLost extends Error {}

/**
 * Does the heavy work on pictures in a worker, which is started at the first use from code that is at hand: nothing is
 * fetched, so `worker-src blob:` is all that it asks of a page. Where no worker can start, or one dies, the same code does
 * the same work on the page, in slices.
 */
export class EngineHost implements MaskEngine {
  private running?: Promise<Running>;
  private here?: MaskEngine;
  private image?: ImageSource;
  private prepared?: Promise<void>;

  /** Where the work is done; undefined before the first use. */
  get place(): Promise<'worker' | 'page'> | undefined {
    return this.running?.then(({ place }) => place);
  }

  /** Does nothing for the picture that is prepared already: tools need not know of each other. */
  prepare(image: ImageSource): Promise<void> {
    if (this.image !== image || !this.prepared) {
      this.image = image;
      const prepared = this.use((engine) => engine.prepare(image));
      this.prepared = prepared;
      prepared.catch(() => {
        if (this.prepared === prepared) this.prepared = undefined;
      });
    }
    return this.prepared;
  }

  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    return this.use((engine) => engine.segment(prompt, signal), signal);
  }

  superpixels(bounds: Bounds, size: number, signal?: AbortSignal): Promise<Superpixels> {
    return this.use((engine) => engine.superpixels(bounds, size, signal), signal);
  }

  flood(start: Point, options: FloodOptions, signal?: AbortSignal): Promise<Runs> {
    return this.use((engine) => engine.flood(start, options, signal), signal);
  }

  boundary(anchor: Point, options: BoundarySearch, signal?: AbortSignal): Promise<BoundaryPaths> {
    return this.use((engine) => engine.boundary(anchor, options, signal), signal);
  }

  /** Small masks are quicker at hand than in a worker, which would have to be started for them. */
  async regions(mask: PackedMask, task: RegionTask, signal?: AbortSignal): Promise<readonly Runs[]> {
    if (mask.width * mask.height > SMALL_MASK) return this.use((engine) => engine.regions(mask, task, signal), signal);
    const { engineCode } = await loadCode();
    this.here ??= engineCode().createEngine();
    return this.here.regions(mask, task, signal);
  }

  /** Ends the worker and what it was doing. The next call starts another one, and has to `prepare` anew. */
  close(): void {
    const reason = new DOMException('The picture is no longer worked on.', 'AbortError');
    void this.running?.then((running) => running.close(reason));
    this.running = undefined;
    this.image = undefined;
    this.prepared = undefined;
  }

  private async use<T>(work: (engine: MaskEngine) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const opened = (this.running ??= open());
    const { engine } = await opened;
    signal?.throwIfAborted();
    try {
      return await work(engine);
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error;
      // The first call that notices moves all of them to the page.
      if (this.running === opened || !this.running) this.running = openHere(this.image);
      const here = await this.running;
      signal?.throwIfAborted();
      return work(here.engine);
    }
  }
}

/** The code of the engine comes with the first use as well. */
const loadCode = () => import('../../mask/engine/engine-source.js');

async function open(): Promise<Running> {
  const { engineCode } = await loadCode();
  return (await startWorker(`"use strict";(${engineCode.toString()})().serve(self)`)) ?? openHere();
}

async function openHere(image?: ImageSource): Promise<Running> {
  const { engineCode } = await loadCode();
  const engine = engineCode().createEngine();
  if (image) await engine.prepare(image);
  return { engine, place: 'page', close() {} };
}

/** A worker that has said that it is ready; nothing where a policy, the browser or the code itself prevents it. */
function startWorker(code: string): Promise<Running | undefined> {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return new Promise<Running | undefined>((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(url, { name: 'open-crowd-elements' });
    } catch {
      // Trusted types, and older browsers under a policy, refuse at once.
      resolve(undefined);
      return;
    }
    const engine = new RemoteEngine((message: EngineRequest, transfer) => worker.postMessage(message, transfer));
    const close = (reason: Error) => {
      clearTimeout(timer);
      worker.terminate();
      engine.close(reason);
      resolve(undefined);
    };
    const giveUp = () => close(new WorkerLost('The worker has ended.'));
    const timer = setTimeout(giveUp, PATIENCE_MS);
    worker.onerror = (event) => {
      // The work goes on without a worker: no error for the console.
      event.preventDefault();
      giveUp();
    };
    worker.onmessageerror = giveUp;
    worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
      if (data.type !== 'ready') {
        engine.receive(data);
        return;
      }
      clearTimeout(timer);
      resolve({ engine, place: 'worker', close });
    };
  }).finally(() => URL.revokeObjectURL(url));
}
