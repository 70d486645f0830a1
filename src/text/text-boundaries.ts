import type { TextRange } from './range.js';

/** How far one step of selecting goes. */
export type Granularity = 'character' | 'word';

/** The part of `Intl.Segments` that is used here. */
interface Segments {
  containing(offset: number): { readonly segment: string; readonly index: number; readonly isWordLike?: boolean };
}

/**
 * Knows where characters (as people see them) and words of one text begin and end.
 *
 * Nothing is computed ahead: an offset is looked up where it is needed, so a text of any length costs nothing at first.
 * Words are those of the worker's browser, which finds them in Japanese, Chinese and Thai too.
 */
export class TextBoundaries {
  private readonly graphemes: Segments;
  private readonly words: Segments;

  constructor(readonly text: string) {
    this.graphemes = segmentsOf(text, 'grapheme');
    this.words = segmentsOf(text, 'word');
  }

  /** The nearest end of a character at or before an offset. */
  floor(offset: number): number {
    if (offset <= 0) return 0;
    if (offset >= this.text.length) return this.text.length;
    return this.graphemes.containing(offset).index;
  }

  /** The nearest end of a character at or behind an offset. */
  ceil(offset: number): number {
    const floor = this.floor(offset);
    return floor === offset || offset <= 0 ? floor : this.next(floor);
  }

  /** The end of the character that begins at or holds an offset. */
  next(offset: number): number {
    if (offset >= this.text.length) return this.text.length;
    const { index, segment } = this.graphemes.containing(Math.max(0, offset));
    return index + segment.length;
  }

  /** The beginning of the character before an offset. */
  previous(offset: number): number {
    return offset <= 0 ? 0 : this.floor(Math.min(offset, this.text.length) - 1);
  }

  /** The word at an offset, or the run of spaces or the sign there. */
  wordAt(offset: number): TextRange & { readonly isWord: boolean } {
    if (!this.text) return { start: 0, end: 0, isWord: false };
    const at = Math.min(Math.max(0, offset), this.text.length - 1);
    const { index, segment, isWordLike = false } = this.words.containing(at);
    // Engines may end a word within what people see as one character.
    return { start: this.floor(index), end: this.ceil(index + segment.length), isWord: isWordLike };
  }

  /** The end of the next word behind an offset. */
  nextWord(offset: number): number {
    for (let at = offset; at < this.text.length;) {
      const { end, isWord } = this.wordAt(at);
      if (isWord) return end;
      at = Math.max(end, at + 1);
    }
    return this.text.length;
  }

  /** The beginning of the word before an offset. */
  previousWord(offset: number): number {
    for (let at = Math.min(offset, this.text.length); at > 0;) {
      const { start, isWord } = this.wordAt(at - 1);
      if (isWord) return start;
      at = Math.min(start, at - 1);
    }
    return 0;
  }

  /** One step of the keyboard cursor. */
  step(offset: number, by: 1 | -1, granularity: Granularity): number {
    if (granularity === 'word') return by > 0 ? this.nextWord(offset) : this.previousWord(offset);
    return by > 0 ? this.next(offset) : this.previous(offset);
  }

  /**
   * Makes a marked run fit to be labelled: whole characters or words, without spaces at its ends.
   *
   * A run of nothing but spaces becomes empty.
   */
  fit({ start, end }: TextRange, granularity: Granularity): TextRange {
    const trimmed = this.trim({ start: this.floor(start), end: this.ceil(end) });
    if (granularity === 'character' || trimmed.start >= trimmed.end) return trimmed;
    return this.trim({ start: this.wordAt(trimmed.start).start, end: this.wordAt(trimmed.end - 1).end });
  }

  private trim({ start, end }: TextRange): TextRange {
    const part = this.text.slice(start, end);
    const lead = part.length - part.trimStart().length;
    if (lead === part.length) return { start, end: start };
    const tail = part.length - part.trimEnd().length;
    // A space with a combining mark is no space.
    return { start: this.floor(start + lead), end: this.ceil(end - tail) };
  }
}

function segmentsOf(text: string, granularity: 'grapheme' | 'word'): Segments {
  if (typeof Intl !== 'undefined' && 'Segmenter' in Intl) {
    return new Intl.Segmenter(undefined, { granularity }).segment(text) as unknown as Segments;
  }
  return new SimpleSegments(text, granularity === 'grapheme' ? simpleGrapheme : simpleWord);
}

/** A base character with all that is attached to it: marks, variation selectors, skin tones, joined emoji, flags. */
const simpleGrapheme = /\r\n|\p{RI}\p{RI}|[^\p{M}\u200d](?:[\p{M}\p{Emoji_Modifier}]|\u200d\P{M})*|[\p{M}\u200d]+/uy;
const simpleWord = /[\p{L}\p{N}\p{M}_'’]+|\s+|[^\p{L}\p{N}\p{M}_'’\s]/uy;

/** Stands in for `Intl.Segmenter` in browsers that came before it: one paragraph is looked through at a time. */
class SimpleSegments implements Segments {
  constructor(
    private readonly text: string,
    private readonly pattern: RegExp,
  ) {}

  containing(offset: number) {
    const { text, pattern } = this;
    let index = text.lastIndexOf('\n', offset - 1) + 1;
    for (;;) {
      pattern.lastIndex = index;
      const segment = pattern.exec(text)?.[0] || text.charAt(index);
      if (index + segment.length > offset || !segment)
        return { segment, index, isWordLike: /[\p{L}\p{N}]/u.test(segment) };
      index += segment.length;
    }
  }
}
