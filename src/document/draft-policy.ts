import { DEFAULT_KEEP_MS } from './draft-keeper.js';

/** Whether and for how long drafts are kept. */
export type DraftPolicy = { readonly isOff: true } | { readonly isOff: false; readonly keepMs: number };

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a `drafts` attribute: `off`, or a time such as `12h`, `3 days` or `30 min`. Anything else means the default, as
 * a draft too long is better than lost work.
 */
export function draftPolicy(attribute: string | null | undefined): DraftPolicy {
  const text = attribute?.trim().toLowerCase() ?? '';
  if (text === 'off' || text === 'false' || text === 'none') return { isOff: true };
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(m|min|minutes?|h|hours?|d|days?)$/.exec(text) ?? [];
  const keepMs = amount && unit ? Number(amount) * UNITS_MS[unit[0]!]! : DEFAULT_KEEP_MS;
  return { isOff: false, keepMs: keepMs > 0 ? keepMs : DEFAULT_KEEP_MS };
}
