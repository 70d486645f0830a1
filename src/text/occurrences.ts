import type { TextRange } from './range.js';
import type { TextBoundaries } from './text-boundaries.js';

/** Letters, digits and marks of scripts that put spaces between words. */
const joined = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that write words, or words and their particles, without a space between. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * All other places where the text of a run stands again, in the order of the text and without overlaps.
 *
 * Matches consist of whole characters. When the run is made of whole words, so are its matches: labelling "an" leaves
 * "plan" alone. Scripts without spaces between words know no such rule.
 */
export function occurrencesOf(boundaries: TextBoundaries, run: TextRange): TextRange[] {
  const { text } = boundaries;
  const wanted = text.slice(run.start, run.end);
  if (!wanted) return [];
  const isWhole = ({ start, end }: TextRange) => !isWithinWord(text, start) && !isWithinWord(text, end);
  const asksWhole = isWhole(run);
  const found: TextRange[] = [];
  for (let start = text.indexOf(wanted); start >= 0;) {
    const match = { start, end: start + wanted.length };
    const isCharacters = boundaries.floor(match.start) === match.start && boundaries.floor(match.end) === match.end;
    const fits = isCharacters && (!asksWhole || isWhole(match));
    if (fits && match.start !== run.start) found.push(match);
    start = text.indexOf(wanted, fits ? match.end : start + 1);
  }
  return found;
}

/** Whether an offset lies between two letters of one word. */
function isWithinWord(text: string, offset: number): boolean {
  const before = String.fromCodePoint(text.codePointAt(beforeAt(text, offset)) ?? 32);
  const after = String.fromCodePoint(text.codePointAt(offset) ?? 32);
  if (offset <= 0 || offset >= text.length) return false;
  return joined.test(before) && joined.test(after) && !unspaced.test(before) && !unspaced.test(after);
}

/** Offset of the code point before an offset. */
function beforeAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset - 1);
  return unit >= 0xdc00 && unit <= 0xdfff ? Math.max(0, offset - 2) : Math.max(0, offset - 1);
}
