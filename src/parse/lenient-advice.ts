/** Sentences that tell the author of a template what would work. Kept apart from the reader: words, not grammar. */

/** For text such as `Car,Bus` or `'Car', 'Bus'` where a list or an object is needed. */
export function listAdvice(text: string): string {
  const first = text.trim()[0];
  if (first === '{') return 'Several objects need square brackets around them: `[{...}, {...}]`.';
  if (text.includes('&quot;') || text.includes('&#39;')) return 'The quotes are escaped twice; escape them once.';
  const items = text.split(',').map((item) => item.trim().replace(/^['"]|['"]$/g, ''));
  const shown = items.slice(0, 3).map((item) => `'${item.slice(0, 24).replaceAll("'", "\\'")}'`);
  return `A list is written as \`[${shown.join(', ')}${items.length > 3 ? ', ...' : ''}]\`.`;
}

/** For a word, or a sign, that stands where a value is expected. */
export function adviceForWord(word: string): string {
  const known: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'null', undefined: 'null' };
  const [known1] = word.split(/\W/);
  const better = known1 === undefined || !Object.hasOwn(known, known1) ? undefined : known[known1];
  if (better) return `Write \`${better}\` instead of \`${word}\`.`;
  if (/^[\u2018\u2019\u201c\u201d`]/.test(word)) return 'Use straight quotes: `\'` or `"`.';
  if (/^&(?:quot|#39|#x27);/.test(word)) return 'The quotes are escaped twice; escape them once.';
  if (/^[\p{L}\w$./#-]/u.test(word)) return `Put quotes around \`${word.slice(0, 40)}\`.`;
  return 'A value is expected here.';
}

/** For an entry that neither a comma nor a closing bracket follows. `between` ends with the sign that was found. */
export function missingSeparator(
  before: string,
  between: string,
): { code: 'missing-comma' | 'missing-quote'; advice: string } {
  const quote = before[0];
  const shown = before.length > 40 ? `…${before.slice(-39)}` : before;
  // 'Driver's side': the apostrophe ended the text, and a letter follows at once.
  if ((quote === "'" || quote === '"') && /^[\p{L}\p{N}]/u.test(between)) {
    const missing = /^([^]*?)\s*,\s*['"]$/.exec(shown)?.[1];
    if (missing) return { code: 'missing-quote', advice: `A quote seems to be missing after \`${missing}\`.` };
    return {
      code: 'missing-quote',
      advice: `The text \`${shown}\` seems to end too early; write a quote inside it as \`\\${quote}\`.`,
    };
  }
  return { code: 'missing-comma', advice: `A comma seems to be missing after \`${shown}\`.` };
}

/** For a list or object that is never closed. */
export function openEndAdvice(text: string, open: string, close: string): string {
  const advice = `\`${open}\` is never closed by \`${close}\`.`;
  // In HTML the first quote of the attribute's own kind ends the attribute, often right after an opening bracket.
  return /[[{:,]\s*$/.test(text) ? `${advice} Use other quotes inside the attribute than around it.` : advice;
}
