import type { Problem, Reading } from '../parse/problem.js';
import { DEFAULT_KEEP_MS } from './draft-keeper.js';

/** Whether and for how long drafts are kept. */
export type DraftPolicy = { readonly isOff: true } | { readonly isOff: false; readonly keepMs: number };

const UNITS_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Reads a `drafts` attribute: `off`, or a time such as `12h`, `3 days` or `30 min`. Anything else means the default, as
 * a draft too long is better than lost work, and is told to the author, who may have meant to keep none.
 */
export function readDraftPolicy(attribute: string | null | undefined): Reading<DraftPolicy> {
  const text = attribute?.trim().toLowerCase() ?? '';
  const [, amount, unit = 'd'] = /^(\d+(?:\.\d+)?)\s*(m|min|minutes?|h|hours?|d|days?)$/.exec(text) ?? [];
  const keepMs = Number(amount ?? text) * UNITS_MS[unit[0]!]!;
  if (/^(?:off|no|none|false)$/.test(text) || (text && keepMs === 0)) return { value: { isOff: true }, problems: [] };
  if (amount) return { value: { isOff: false, keepMs }, problems: [] };
  const message = `should be \`off\` or a time such as \`12h\`, but is \`${attribute}\`. Drafts are kept for seven days.`;
  const problems: Problem[] = /^(?:on|yes|true|)$/.test(text)
    ? []
    : [{ code: 'bad-drafts', severity: 'error', message }];
  return { value: { isOff: false, keepMs: DEFAULT_KEEP_MS }, problems };
}
