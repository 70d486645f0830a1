import type { Bounds } from '../geometry/types.js';
import { decodeBase64, encodeBase64 } from '../mask/base64.js';
import { runsOfField, type Field } from '../mask/field.js';
import { fullBounds } from '../mask/index-mask.js';
import { PngError } from '../mask/png-format.js';
import { decodePng, readPngHeader } from '../mask/png-read.js';
import type { Runs } from '../mask/runs.js';
import { SegmentError, type ImageSource, type SegmentPrompt, type Segmenter } from '../mask/segment/segmenter.js';
import { Pacer } from '../mask/slices.js';
import { requestPatiently, type PatientAnswer, type Retries } from './patient-request.js';

/** What `HttpSegmenter` is made of. Only the address is needed. */
export interface HttpSegmenterOptions extends Retries {
  /** Where prompts are posted to. */
  readonly url: string;
  /**
   * How the service gets the picture: `address` sends `src` and lets the service fetch it, which works without CORS as well; `pixels`
   * sends a PNG. Default `address`.
   */
  readonly sends?: 'address' | 'pixels';
  /** Longest side of the PNG that is sent, in pixels. Default 1024, what most models look at. */
  readonly maxSide?: number;
  /** Tells the service about the picture before the first prompt, so that it can begin with it. Default false. */
  readonly announces?: boolean;
  /** Headers of each request, or a function that gives them, e.g. with a fresh token. */
  readonly headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** As in `fetch`. Default `same-origin`. */
  readonly credentials?: RequestCredentials;
}

/** The body of a request. */
interface SegmentBody {
  readonly image: {
    readonly width: number;
    readonly height: number;
    readonly src?: string;
    /** Base64 of a PNG of the whole picture. */
    readonly png?: string;
    /** What the service has called the picture. */
    readonly session?: string;
  };
  readonly prompt?: SegmentPrompt;
}

/** The JSON of a response. */
interface SegmentAnswer {
  readonly mask?: string;
  readonly bounds?: Bounds;
  readonly session?: string;
}

const GONE = 410;

/**
 * Asks a service for masks. Requests and responses are described in `docs/segmentation.md`.
 *
 * ```js
 * task.segmenter = new HttpSegmenter({ url: '/segment' });
 * ```
 */
export class HttpSegmenter implements Segmenter {
  readonly needsPixels: boolean;
  private image?: ImageSource;
  private session?: string;
  private png?: Promise<string>;

  constructor(private readonly options: HttpSegmenterOptions) {
    this.needsPixels = options.sends === 'pixels';
  }

  async prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    this.close();
    this.image = image;
    if (this.options.announces) await this.ask(undefined, signal);
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    const { image } = this;
    if (!image) throw new Error('Call prepare with a picture before segment.');
    const answer = await this.ask(prompt, signal);
    if (!answer.mask) {
      throw new SegmentError(
        'unusable',
        `${this.options.url} answered without a mask: neither a PNG nor JSON with "mask".`,
      );
    }
    const field = await readMask(answer.mask, this.options.url, signal);
    const place = { bounds: answer.bounds ?? fullBounds(image), picture: image, threshold: 0.5 };
    return runsOfField(field, place, new Pacer(signal));
  }

  /** Forgets the picture. */
  close(): void {
    this.image = undefined;
    this.session = undefined;
    this.png = undefined;
  }

  /** Sends a prompt, or only the picture. A service that has forgotten the picture is given it once more. */
  private async ask(
    prompt: SegmentPrompt | undefined,
    signal?: AbortSignal,
  ): Promise<{ mask?: Uint8Array; bounds?: Bounds }> {
    const { url } = this.options;
    let answer = await this.post(prompt, signal);
    if (answer.status === GONE && this.session !== undefined) {
      this.session = undefined;
      answer = await this.post(prompt, signal);
    }
    const { status, type, bytes } = answer;
    if (status < 200 || status > 299) {
      throw new SegmentError('refused', `${url} answered ${status}: ${textOf(bytes)}`);
    }
    if (type === 'image/png') return { mask: bytes };
    if (!prompt && !bytes.length) return {};
    const { mask, bounds, session } = readAnswer(bytes, url);
    if (session !== undefined) this.session = session;
    return { mask: mask === undefined ? undefined : readBase64(mask, url), bounds };
  }

  private async post(prompt: SegmentPrompt | undefined, signal?: AbortSignal): Promise<PatientAnswer> {
    const { url, headers, credentials } = this.options;
    const given = typeof headers === 'function' ? await headers() : headers;
    const all = new Headers(given);
    all.set('content-type', 'application/json');
    all.set('accept', 'application/json, image/png');
    const body: SegmentBody = { image: await this.describe(signal), prompt };
    const request = { method: 'POST', headers: all, credentials, body: JSON.stringify(body) };
    return requestPatiently(url, request, this.options, signal);
  }

  private async describe(signal?: AbortSignal): Promise<SegmentBody['image']> {
    const { image, session } = this;
    if (!image) throw new Error('The picture has gone.');
    const { width, height } = image;
    const src = image.src === undefined ? undefined : new URL(image.src, document.baseURI).href;
    if (session !== undefined) return { width, height, session };
    if (!this.needsPixels) return { width, height, src };
    this.png ??= encodePicture(image, this.options.maxSide ?? 1024, signal);
    try {
      return { width, height, src, png: await this.png };
    } catch (error) {
      this.png = undefined;
      throw error;
    }
  }
}

async function encodePicture(image: ImageSource, maxSide: number, signal?: AbortSignal): Promise<string> {
  const { width, height, data } = await image.read(fullBounds(image), maxSide, signal);
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(new Uint8ClampedArray(data), width, height);
  canvas.getContext('2d')?.putImageData(pixels, 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/png' });
  return encodeBase64(new Uint8Array(await file.arrayBuffer()));
}

/** The beginning of a body, for an error message. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 300));
}

function readBase64(text: string, url: string): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (cause) {
    throw new SegmentError('unusable', `${url} answered a "mask" that is no base64 text: ${text.slice(0, 40)}`, {
      cause,
    });
  }
}

function readAnswer(bytes: Uint8Array, url: string): SegmentAnswer {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new SegmentError('unusable', `${url} answered neither JSON nor a PNG: ${textOf(bytes)}`, { cause });
  }
  if (typeof value !== 'object' || value === null) {
    throw new SegmentError('unusable', `${url} answered ${textOf(bytes)}, not an object.`);
  }
  const { mask, bounds, session } = value as Record<string, unknown>;
  if (mask !== undefined && typeof mask !== 'string') {
    throw new SegmentError('unusable', `${url} answered a "mask" that is no base64 text.`);
  }
  if (bounds !== undefined && !isBounds(bounds)) {
    throw new SegmentError('unusable', `${url} answered "bounds" without left, top, right and bottom as numbers.`);
  }
  return { mask, bounds, session: typeof session === 'string' ? session : undefined };
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false;
  const { left, top, right, bottom } = value as Record<string, unknown>;
  if (![left, top, right, bottom].every(Number.isFinite)) return false;
  return (left as number) < (right as number) && (top as number) < (bottom as number);
}

/**
 * The object's pixels are those that are opaque and bright, measured by the brightest one: 0 and 255, 0 and 1, and any colour on black
 * all mean the same.
 */
async function readMask(file: Uint8Array, url: string, signal?: AbortSignal): Promise<Field> {
  try {
    const { width, height } = readPngHeader(file);
    const data = new Uint8Array(width * height);
    let most = 1;
    await decodePng(
      file,
      ({ y, left, step, count, rgba }) => {
        for (let i = 0, at = y * width + left; i < count; i++, at += step) {
          const from = i * 4;
          data[at] = rgba[from + 3] < 128 ? 0 : Math.max(rgba[from], rgba[from + 1], rgba[from + 2]);
          if (data[at] > most) most = data[at];
        }
      },
      signal,
    );
    for (let i = 0; i < data.length; i++) data[i] = data[i] * 2 > most ? 1 : 0;
    return { width, height, data };
  } catch (error) {
    if (!(error instanceof PngError)) throw error;
    throw new SegmentError('unusable', `The mask from ${url} cannot be read: ${error.message}`, { cause: error });
  }
}
