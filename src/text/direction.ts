const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\u200f]/u;
const strong = /[\p{L}\u200e\u200f]/u;

/** Writing direction of a piece of text by its first letter, as `dir="auto"` finds it; undefined without letters. */
export function directionOfText(text: string): 'ltr' | 'rtl' | undefined {
  const first = strong.exec(text)?.[0];
  if (first === undefined) return undefined;
  return rightToLeft.test(first) ? 'rtl' : 'ltr';
}
