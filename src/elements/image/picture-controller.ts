import { stableUrl } from '../../document/draft-key.js';
import type { ReactiveController } from 'lit';
import { loadPicture, type LoadedPicture } from '../../canvas/picture-loader.js';
import type { PictureState } from '../../canvas/picture.js';

/** What a picture controller needs from its element. */
export interface PictureHost {
  readonly renderRoot: ParentNode;
  setPicture(state: PictureState, image?: HTMLImageElement): void;
}

/** Loads the element's picture, one at a time; a newer address or leaving the page ends an older load. */
export class PictureController implements ReactiveController {
  private loaded?: LoadedPicture;
  private loading?: AbortController;
  private url?: string;
  private connected = false;

  constructor(private readonly host: PictureHost) {}

  /** The picture that is shown, for a stage that is made anew when its element was moved. */
  get image(): HTMLImageElement | undefined {
    return this.loaded?.image;
  }

  hostConnected(): void {
    this.connected = true;
    if (this.url !== undefined && !this.loaded && !this.loading) void this.load();
  }

  hostDisconnected(): void {
    this.connected = false;
    // An element that is only moved, as `crowd-form` does, is back at once and need not ask for its picture again.
    queueMicrotask(() => {
      if (!this.connected) this.stopLoading();
    });
  }

  /** Shows another picture; null shows none. */
  show(url: string | null): void {
    if ((url ?? undefined) === this.url) return;
    this.url = url ?? undefined;
    this.free();
    if (url === null) this.host.setPicture({ type: 'none' });
    else if (this.connected) void this.load();
  }

  /** Tries again after a failure. */
  retry(): void {
    this.free();
    void this.load();
  }

  private async load(): Promise<void> {
    const { url } = this;
    if (url === undefined) return;
    this.stopLoading();
    const loading = new AbortController();
    this.loading = loading;
    this.host.setPicture({ type: 'loading', url });
    try {
      const loaded = await loadPicture(url, loading.signal, this.host.renderRoot);
      if (loading.signal.aborted) loaded.release();
      else {
        this.loading = undefined;
        this.loaded = loaded;
        this.host.setPicture(loaded.state, loaded.image);
      }
    } catch (error) {
      if (!loading.signal.aborted) throw error;
    }
  }

  private stopLoading(): void {
    this.loading?.abort();
    this.loading = undefined;
  }

  private free(): void {
    this.stopLoading();
    this.loaded?.release();
    this.loaded = undefined;
  }
}

/** A newly signed address of the same picture is no new task. */
export function isSamePicture(before: unknown, now: string | null): boolean {
  const stable = (url: unknown) => (typeof url === 'string' ? stableUrl(url, document.baseURI) : url);
  return stable(before) === stable(now);
}
