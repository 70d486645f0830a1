import type { Size } from '../geometry/types.js';

/** Why a picture cannot be shown. Each has one calm sentence for the worker. */
export type PictureFailure = 'missing' | 'not-found' | 'forbidden' | 'empty' | 'broken' | 'unreachable' | 'unresolved';

/** What is known about the task's picture. */
export type PictureState =
  | { readonly type: 'none' }
  | { readonly type: 'loading'; readonly url: string }
  | {
      readonly type: 'ready';
      readonly url: string;
      /** Stored size in pixels, EXIF orientation ignored. */
      readonly size: Size;
      /** False when another origin forbids reading pixels. */
      readonly readable: boolean;
      /** The file, where it was fetched. */
      readonly file?: Blob;
      /** `unknown`: the other origin forbids to look; the browser may show the picture turned by its EXIF data. */
      readonly orientation: 'as-stored' | 'ignored' | 'unknown';
    }
  | { readonly type: 'failed'; readonly url: string; readonly reason: PictureFailure; readonly status?: number };
