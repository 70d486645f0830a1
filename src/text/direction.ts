const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200f]/u;
const strong = /[\p{L}\u200e\u200f]/u;

/** Writing direction of a piece of text by its first letter, as `dir="auto"` finds it; undefined without letters. */
export function directionOfText(text: string): 'ltr' | 'rtl' | undefined {
  const first = strong.exec(text)?.[0];
  if (first === undefined) return undefined;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}

/** Scripts and signs that are written, or make others be written, from right to left. */
const backward =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200F\u202A-\u202E\u2066-\u2069\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Whether characters of a text may stand in another order than they are written in. */
export function hasBackward(text: string): boolean {
  return backward.test(text);
}
