/**
 * Converts between the two ways of counting text: UTF-16 units, as browsers do, and code points.
 *
 * They differ only behind characters outside the basic plane, such as emoji. Building it reads the text once; each
 * conversion takes logarithmic time.
 */
export class OffsetConverter {
  /** UTF-16 offset of each surrogate pair, ascending. */
  private readonly pairs: readonly number[];

  constructor(text: string) {
    const pairs: number[] = [];
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index);
    this.pairs = pairs;
  }

  /** True when the two ways of counting differ somewhere in this text. */
  get differs(): boolean {
    return this.pairs.length > 0;
  }

  /** Number of code points before a UTF-16 offset. An offset inside a pair counts as the one before it. */
  toCodePoint(offset: number): number {
    const before = this.count((pair) => pair + 2 <= offset);
    return offset - before - (this.pairs[before] === offset - 1 ? 1 : 0);
  }

  /** UTF-16 offset of a code point. */
  toUtf16(codePoint: number): number {
    return codePoint + this.count((pair, index) => pair - index < codePoint);
  }

  /** How many pairs, from the first, fulfil a condition that later ones do not. */
  private count(holds: (pair: number, index: number) => boolean): number {
    let low = 0;
    let high = this.pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.pairs[middle] as number, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
