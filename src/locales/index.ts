/**
 * Words and languages.
 *
 * Terms are typed functions in `terms/<area>.ts`; each calls `msg` with an id, and the file registers its Korean table
 * from `ko/<area>.ts` with `addTexts`. Elements re-render when the language changes by holding a `LocaleController`:
 *
 * ```ts
 * // terms/form.ts
 * addTexts('ko', formKo);
 * export const formTerms = {
 *   required: () => msg('Please fill in this field.', { id: 'form.required' }),
 *   tooLong: (max: number) => msg(str`At most ${formatNumber(max)} characters.`, { id: 'form.tooLong' }),
 * };
 * // ko/form.ts - placeholders are the positions of the English values
 * export const formKo: Texts = {
 *   'form.required': '이 항목을 입력하세요.',
 *   'form.tooLong': str`${0}자까지 쓸 수 있습니다.`,
 * };
 * ```
 */
export { str } from '@lit/localize';
export { addTexts, locales, msg, shownLocale, textsOf } from './messages.js';
export type { LocaleCode, Texts } from './messages.js';
export { LocaleController, chooseLocale, directionOf, formatNumber, formatPercent, formatTime } from './locale.js';
