import { sha256 } from './sha256.js';

/** What makes a task this task. */
export interface TaskIdentity {
  /** Address of the page. */
  readonly page: string;
  /** Tag of the element. */
  readonly element: string;
  /** Its `name`, which tells two elements of one page apart. */
  readonly name: string;
  /** The host's own id of the task. With it, page, source, labels and initial value do not matter. */
  readonly taskId?: string;
  /** Who works, when a browser is shared: drafts of one worker are not offered to another. */
  readonly worker?: string;
  /** What is annotated: the address of a picture, or the text itself. */
  readonly source?: string;
  readonly labels?: readonly string[];
  /** What the task began with, as parsed data. */
  readonly initialValue?: unknown;
}

/**
 * Key under which drafts of a task are kept: the same after a reload, another one for another task.
 *
 * Addresses lose what expires (signatures, tokens), so that a task that is opened again with a newly signed picture is
 * the same task. The key is a hash: neither addresses nor texts of the task are stored.
 */
export function taskKey(identity: TaskIdentity): string {
  const { page, element, name, taskId, worker, source, labels, initialValue } = identity;
  const base = { element, name, worker };
  const task = taskId
    ? { ...base, taskId }
    : { ...base, page: stableUrl(page), source: source && stableSource(source, page), labels, initialValue };
  const text = JSON.stringify(task, (_key, value: unknown) => (typeof value === 'string' ? shortened(value) : value));
  // Half of the digits is more than enough to tell tasks apart.
  return sha256(text).slice(0, 32);
}

/** Pieces of a picture in an address that tell it from another one, and their length. */
const PIECES = 64;
const PIECE = 512;

/** Addresses without what expires. Of a picture that is its own address some pieces: to hash all of it takes seconds. */
function shortened(text: string): string {
  if (/^https?:/i.test(text)) return stableUrl(text);
  if (text.length <= 2 * PIECES * PIECE || !/^data:/i.test(text)) return text;
  const step = (text.length - PIECE) / (PIECES - 1);
  const pieces = Array.from({ length: PIECES }, (_, i) =>
    text.slice(Math.round(i * step), Math.round(i * step) + PIECE),
  );
  return [text.length, ...pieces].join();
}

/** Parameters of signed addresses: Amazon S3 and CloudFront, Google, Azure, Akamai, and what portals call theirs. */
const SIGNED = new RegExp(
  [
    '^x-(amz|goog|oss|cos|bce)-',
    '^(aws|google)?access(key)?id$',
    '^(x-)?(sig|sign|signature|hmac|hdnea|hdnts|policy|key-pair-id|expires?|expiry|exp|nonce|credentials?)$',
    '(^|[_-])(signature|token|jwt|ticket)$',
    '^_$',
  ].join('|'),
  'i',
);

/** The parts of an Azure signature; `sig` beside them tells that it is one. */
const AZURE = /^(sv|se|st|sr|sp|sip|spr|ss|srt|skoid|sktid|skt|ske|sks|skv)$/i;

/** An address without what changes from one visit to the next. Text that is no address stays as it is. */
export function stableUrl(text: string, base?: string): string {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return text;
  }
  url.username = '';
  url.password = '';
  const isAzure = url.searchParams.has('sig');
  const kept = [...url.searchParams].filter(([key]) => !SIGNED.test(key) && !(isAzure && AZURE.test(key)));
  url.search = new URLSearchParams(kept).toString();
  url.searchParams.sort();
  // Single-page applications keep their place there; anything else is a spot on the page.
  if (!/^#[!/]/.test(url.hash)) url.hash = '';
  return url.href;
}

/** Object addresses are new at every load; the rest of the identity has to do. */
function stableSource(source: string, page: string): string {
  if (/^blob:/i.test(source)) return 'blob:';
  return /^data:|\s/i.test(source) ? source : stableUrl(source, page);
}
