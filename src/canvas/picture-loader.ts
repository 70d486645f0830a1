import { exifOrientation } from '../geometry/exif.js';
import type { Size } from '../geometry/types.js';
import type { PictureFailure, PictureState } from './picture.js';

/** Bytes at the start of a file that hold its EXIF data. */
const HEADER_BYTES = 128 * 1024;

/** A picture that can be painted, or the reason why there is none. */
export interface LoadedPicture {
  readonly state: Extract<PictureState, { type: 'ready' | 'failed' }>;
  readonly image?: HTMLImageElement;
  /** Frees what the picture holds besides the image element. */
  release(): void;
}

/**
 * Loads a picture so that it shows as stored and, where the other origin allows it, its pixels can be read.
 *
 * The address is used exactly as written (signed addresses break otherwise). First by `fetch`, which tells why
 * something fails and gives the file's header; when that is not allowed (`file:`, no CORS), as a plain image.
 *
 * @param probe - A rendered place for a moment's stay: only there do browsers tell the stored size.
 */
export async function loadPicture(url: string, signal: AbortSignal, probe: ParentNode): Promise<LoadedPicture> {
  if (!url.trim()) return failed(url, 'missing');
  if (/\{\{|\$\{/.test(url)) return failed(url, 'unresolved');
  const bytes = await fetchBytes(url, signal);
  if (bytes.type === 'failed') return failed(url, bytes.reason, bytes.status);
  if (bytes.type === 'blob') return fromBlob(url, bytes.blob, signal, probe);
  return fromElement(url, signal, probe);
}

type Fetched =
  | { readonly type: 'blob'; readonly blob: Blob }
  | { readonly type: 'failed'; readonly reason: PictureFailure; readonly status?: number }
  | { readonly type: 'not-allowed' };

async function fetchBytes(url: string, signal: AbortSignal): Promise<Fetched> {
  // Data and blob addresses need no diagnosis, and a strict policy would not let them be fetched.
  if (!/^https?:$/.test(protocolOf(url))) return { type: 'not-allowed' };
  try {
    const response = await fetch(url, { signal });
    if (response.status === 404 || response.status === 410) {
      return { type: 'failed', reason: 'not-found', status: response.status };
    }
    if (response.status === 401 || response.status === 403) {
      return { type: 'failed', reason: 'forbidden', status: response.status };
    }
    if (!response.ok) return { type: 'failed', reason: 'unreachable', status: response.status };
    const blob = await response.blob();
    return blob.size ? { type: 'blob', blob } : { type: 'failed', reason: 'empty' };
  } catch (error) {
    signal.throwIfAborted();
    // A refused connection and a missing CORS header look the same from here; the image element tries once more.
    void error;
    return { type: 'not-allowed' };
  }
}

function protocolOf(url: string): string {
  return URL.canParse(url, document.baseURI) ? new URL(url, document.baseURI).protocol : '';
}

async function fromBlob(url: string, blob: Blob, signal: AbortSignal, probe: ParentNode): Promise<LoadedPicture> {
  const objectUrl = URL.createObjectURL(await typed(blob, url));
  const release = () => URL.revokeObjectURL(objectUrl);
  signal.addEventListener('abort', release, { once: true });
  const [image, header] = await Promise.all([decode(objectUrl, signal), blob.slice(0, HEADER_BYTES).arrayBuffer()]);
  if (!image) {
    release();
    return failed(url, 'broken');
  }
  const orientation = exifOrientation(header);
  const size = storedSize(image, probe, orientation > 4);
  return {
    state: {
      type: 'ready',
      url,
      size,
      readable: true,
      file: blob,
      orientation: orientation === 1 ? 'as-stored' : 'ignored',
    },
    image,
    release,
  };
}

/** Servers that call an SVG file something else would make the browser refuse it from a blob. */
async function typed(blob: Blob, url: string): Promise<Blob> {
  if (blob.type.startsWith('image/')) return blob;
  const isSvg = /\.svg(?:$|[?#])/i.test(url) || /^\s*(?:<\?xml|<svg)/.test(await blob.slice(0, 256).text());
  return isSvg ? new Blob([blob], { type: 'image/svg+xml' }) : blob;
}

async function fromElement(url: string, signal: AbortSignal, probe: ParentNode): Promise<LoadedPicture> {
  // A page opened from disk may show its neighbours, never read them; asking would only fill the console.
  const mayRead = protocolOf(url) !== 'file:';
  const readable = mayRead ? await decode(url, signal, 'anonymous') : undefined;
  const image = readable ?? (await decode(url, signal));
  if (!image) return failed(url, /^(?:data|blob):/.test(url) ? 'broken' : 'unreachable');
  const isJpeg = /\.jpe?g(?:$|[?#])/i.test(url);
  return {
    state: {
      type: 'ready',
      url,
      size: storedSize(image, probe),
      readable: readable !== undefined,
      orientation: isJpeg && !readable ? 'unknown' : 'as-stored',
    },
    image,
    release: () => {},
  };
}

async function decode(url: string, signal: AbortSignal, cors?: 'anonymous'): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.alt = '';
  image.draggable = false;
  image.decoding = 'async';
  image.style.imageOrientation = 'none';
  if (cors) image.crossOrigin = cors;
  try {
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(new Error('The browser cannot show this picture.'));
      signal.addEventListener('abort', () => reject(new DOMException('Another picture was asked for.', 'AbortError')), {
        once: true,
      });
      image.src = url;
    });
    return image;
  } catch {
    image.src = '';
    signal.throwIfAborted();
    return undefined;
  }
}

/**
 * Natural size as stored. An SVG without a size of its own gets the browser's default, within 300 × 150, whatever room
 * there is.
 *
 * `naturalWidth` is that of the picture as its EXIF data turns it; only the layout follows `image-orientation`.
 */
function storedSize(image: HTMLImageElement, probe: ParentNode, isOnItsSide = false): Size {
  image.style.position = 'absolute';
  image.style.visibility = 'hidden';
  image.style.maxWidth = 'none';
  probe.append(image);
  const { offsetWidth, naturalWidth, naturalHeight } = image;
  image.remove();
  image.style.position = image.style.visibility = '';
  // Nothing is laid out in a hidden tab.
  const isTurned = offsetWidth ? offsetWidth !== naturalWidth && offsetWidth === naturalHeight : isOnItsSide;
  return isTurned ? { width: naturalHeight, height: naturalWidth } : { width: naturalWidth, height: naturalHeight };
}

function failed(url: string, reason: PictureFailure, status?: number): LoadedPicture {
  return { state: { type: 'failed', url, reason, status }, release: () => {} };
}
