import type { Bounds, Point, Size } from '../../geometry/types.js';
import type { FloodOptions, RgbaImage } from '../flood.js';
import type { RegionTask } from '../region-work.js';
import type { PackedMask } from '../rle.js';
import type { Runs } from '../runs.js';
import type { BoundaryPaths, BoundarySearch } from '../segment/livewire.js';
import type { SegmentPrompt } from '../segment/segmenter.js';
import type { Superpixels } from '../segment/slic.js';

/*
 * What page and worker say to each other. Both sides are plain functions of messages: `canvas/mask/engine-host.ts` makes the
 * Worker and connects them.
 *
 * Pixels stay with the page, which alone can read a picture: the worker asks for each part that it needs.
 */

/** A picture as the worker knows it: with its file, or an address that holds it, where there is one. */
export type EngineImage = Size & { readonly file?: Blob; readonly src?: string };

/** What the worker is asked to do. */
export type EngineWork =
  | { readonly type: 'prepare'; readonly image: EngineImage }
  | { readonly type: 'segment'; readonly prompt: SegmentPrompt }
  | { readonly type: 'superpixels'; readonly bounds: Bounds; readonly size: number }
  | { readonly type: 'flood'; readonly start: Point; readonly options: FloodOptions }
  | { readonly type: 'boundary'; readonly anchor: Point; readonly options: BoundarySearch }
  | { readonly type: 'regions'; readonly mask: PackedMask; readonly task: RegionTask };

/** What comes back: runs of one or more regions, superpixels, ways along edges, or nothing. */
export type EngineResult = Runs | readonly Runs[] | Superpixels | BoundaryPaths | undefined;

/** From the page to the worker. Pixels should be transferred, not copied. */
export type EngineRequest =
  | { readonly type: 'work'; readonly id: number; readonly work: EngineWork }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'pixels'; readonly read: number; readonly image: RgbaImage }
  | { readonly type: 'no-pixels'; readonly read: number; readonly message: string };

/** From the worker to the page. */
export type EngineReply =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly result: EngineResult }
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  | { readonly type: 'read'; readonly read: number; readonly bounds: Bounds; readonly maxSide: number };

/** Sends a message; `transfer` lists buffers that need not be copied. */
export type PostMessage<M> = (message: M, transfer: ArrayBuffer[]) => void;

/** A promise that is settled by a later message. */
export interface Pending<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
}

/** The buffers of a result or picture that may change hands instead of being copied. */
export function buffersOf(value: EngineResult | RgbaImage): ArrayBuffer[] {
  if (!value) return [];
  if (isList(value)) return value.map(({ buffer }) => buffer as ArrayBuffer);
  if ('labels' in value) return [value.labels.buffer as ArrayBuffer];
  if ('cameFrom' in value) return [value.cameFrom.buffer as ArrayBuffer];
  return [('data' in value ? value.data : value).buffer as ArrayBuffer];
}

const isList = (value: object): value is readonly Runs[] => Array.isArray(value);

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
