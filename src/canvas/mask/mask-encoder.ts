import type { InstanceAnnotation } from '../../document/annotation.js';
import { encodeBase64 } from '../../mask/base64.js';
import { capacityOf, createMask, type IndexMask } from '../../mask/index-mask.js';
import { parseHexColor } from '../../mask/png-format.js';
import { compressPng, pngRows, type PngRows } from '../../mask/png-write.js';
import { encodeQuickPng } from './quick-png.js';
import type { MaskSession } from './mask-session.js';

/** Colours of a mask picture, and which of them each index has (0: none). */
interface Legend {
  readonly colors: readonly string[];
  readonly entryOf: Uint16Array;
  /** Every index is its own entry, so that the mask can be written as it is. */
  readonly isPlain: boolean;
  readonly text: string;
}

/**
 * Writes the mask of a session as base64 PNG, and keeps the last one until a pixel or a colour changes.
 *
 * `prepare` compresses well, in slices that never block the page. `now` is for whoever cannot wait: the same pixels in a
 * larger file, unless a prepared one is at hand.
 */
export class MaskEncoder {
  private kept?: { readonly version: number; readonly text: string; readonly data: string };

  constructor(private readonly session: MaskSession) {}

  /** The mask as it is now. Empty when there is neither a mask nor a picture. */
  now(): string {
    const { pixels, viewport } = this.session;
    const legend = this.legend();
    const kept = this.keptFor(legend);
    if (kept !== undefined) return kept;
    const { width, height } = viewport.imageSize;
    const mask = pixels.mask ?? (width && height ? createMask(width, height) : undefined);
    if (!mask) return '';
    const data = encodeBase64(encodeQuickPng(rowsOf(mask, legend)));
    this.keep(legend, data);
    return data;
  }

  /** Makes the next `now` return a well compressed file. Starts anew when the worker goes on painting meanwhile. */
  async prepare(): Promise<void> {
    const { pixels } = this.session;
    for (let isDone = false; !isDone && pixels.mask;) {
      const abort = new AbortController();
      const stop = pixels.changed.subscribe(() => abort.abort(new DOMException('The mask changed.', 'AbortError')));
      const legend = this.legend();
      try {
        this.keep(legend, encodeBase64(await compressPng(rowsOf(pixels.mask, legend), abort.signal)));
        isDone = true;
      } catch (error) {
        if (!abort.signal.aborted) throw error;
      } finally {
        stop();
      }
    }
  }

  /** Regions whose label is on offer, by their index; in a semantic task labels that were not painted follow. */
  private legend(): Legend {
    const { session } = this;
    const capacity = session.pixels.mask ? capacityOf(session.pixels.mask) : 0;
    const entryOf = new Uint16Array(capacity + 1);
    const records = session.store.snapshot.annotations
      .filter((record) => session.isShown(record) && record.index <= capacity)
      .sort((a, b) => a.index - b.index);
    const isWanted = ({ index }: InstanceAnnotation) => session.mode === 'semantic' || session.pixels.areaOf(index) > 0;
    const shown = records.filter(isWanted);
    const colors = shown.map((record) => session.colorOf(record));
    shown.forEach(({ index }, i) => (entryOf[index] = i + 1));
    if (session.mode === 'semantic') {
      const used = new Set(shown.map(({ label }) => label));
      for (const label of session.labels) if (!used.has(label.name)) colors.push(label.color);
    }
    const isPlain =
      shown.every(({ index }, i) => index === i + 1) && shown.length === session.store.snapshot.annotations.length;
    return { colors, entryOf, isPlain, text: `${colors.join()}|${[...shown.map(({ index }) => index)].join()}` };
  }

  private keptFor({ text }: Legend): string | undefined {
    const { kept } = this;
    return kept?.version === this.session.pixels.version && kept.text === text ? kept.data : undefined;
  }

  private keep({ text }: Legend, data: string): void {
    this.kept = { version: this.session.pixels.version, text, data };
  }
}

function rowsOf(mask: IndexMask, { colors, entryOf, isPlain }: Legend): PngRows {
  return pngRows(mask, colors.map(parseHexColor), isPlain ? undefined : entryOf);
}
