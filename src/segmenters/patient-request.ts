import { SegmentError } from '../mask/segment/segmenter.js';

/** How long, and how often, a service is asked. */
export interface Retries {
  /** One attempt takes no longer, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /** Further attempts after a lost connection, a timeout, or a service that is busy. Default 1. */
  readonly retries?: number;
  /** Pause before the first further attempt, in milliseconds; twice as long before each next one. Default 500. */
  readonly retryDelayMs?: number;
}

/** An answer whose body has arrived. */
export interface PatientAnswer {
  readonly status: number;
  /** What the body is, without parameters, e.g. `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Answers of a service that may do better a moment later. */
const BUSY = new Set([429, 502, 503, 504]);
/** A service may ask for a longer pause, up to this. */
const LONGEST_PAUSE_MS = 10_000;

/** `fetch` that gives up after a while and tries again. Ends with the signal's reason, or with a `SegmentError`. */
export async function requestPatiently(
  url: string,
  request: RequestInit,
  { timeoutMs = 30_000, retries = 1, retryDelayMs = 500 }: Retries,
  signal?: AbortSignal,
): Promise<PatientAnswer> {
  for (let attempt = 0; ; attempt++) {
    const timeout = AbortSignal.timeout(timeoutMs);
    let problem: string;
    let pauseMs = retryDelayMs * 2 ** attempt;
    try {
      const response = await fetch(url, { ...request, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
      if (!BUSY.has(response.status)) return { status: response.status, type: type.trim().toLowerCase(), bytes };
      problem = `${url} answered ${response.status}`;
      pauseMs = Math.min(
        LONGEST_PAUSE_MS,
        Math.max(pauseMs, 1000 * Number(response.headers.get('retry-after') ?? 0) || 0),
      );
    } catch (error) {
      signal?.throwIfAborted();
      problem = timeout.aborted
        ? `${url} did not answer within ${timeoutMs} ms`
        : `${url} could not be reached (${error instanceof Error ? error.message : String(error)})`;
    }
    if (attempt >= retries) throw new SegmentError('unreachable', `${problem}, after ${attempt + 1} attempts.`);
    await pause(pauseMs, signal);
  }
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
