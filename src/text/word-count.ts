const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Number of words, also in languages that write without spaces. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}
