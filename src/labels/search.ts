import type { Label } from './label.js';

/** Leading consonants of Hangul syllables in the order of Unicode, as conjoining jamo from U+1100. */
const firstLead = 0x1100;
const leadCount = 19;
const firstSyllable = 0xac00;
const syllableCount = 11172;
const syllablesPerLead = 588;

/** What each trailing consonant (from U+11A8) is as leading ones: an input method shows `각` on the way to `가게`. */
const trailAsLeads =
  'ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'
    .split(' ')
    .map((consonants) => consonants.normalize('NFKD'));

/** Clusters that an input method makes of two consonants typed alone, and that Unicode decomposes to ancient leads. */
const ancientLeads: Readonly<Record<string, string>> = { '\u1121': '\u1107\u1109', '\u111a': '\u1105\u1112' };

/** Letters that people type plainly though Unicode does not take them apart. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };

/**
 * Text in the form that is compared: no case, no diacritics, Hangul as consonants and vowels, and one form of the
 * Arabic letters that are often written for one another.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\u200c-\u200f]/gu, '')
    .toLowerCase()
    .replace(/[\u11a8-\u11c2]/g, (trail) => trailAsLeads[trail.charCodeAt(0) - 0x11a8] as string)
    .replace(/[\u111a\u1121]/g, (lead) => ancientLeads[lead] as string)
    .replace(/\u0649/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/[\u00df\u00f8\u0142\u0111]/g, (letter) => plainLetters[letter] as string)
    .trim();
}

/** The leading consonant of each Hangul syllable; other signs stay. `버스` gives `ㅂㅅ`. */
function leadsOf(text: string): string {
  return foldText(
    text.normalize('NFC').replace(/[\uac00-\ud7a3]/g, (syllable) => {
      const place = syllable.charCodeAt(0) - firstSyllable;
      return place < syllableCount ? String.fromCharCode(firstLead + Math.floor(place / syllablesPerLead)) : syllable;
    }),
  );
}

const onlyLeads = new RegExp(
  `^[\\s${String.fromCharCode(firstLead)}-${String.fromCharCode(firstLead + leadCount - 1)}]+$`,
);

/** How well a text fits; lower is better: 0 the same, 1 begins so, 2 a word does, 3 contains it, 4 its consonants do, 5 all words are in it. */
function rank(text: string, query: string): number | undefined {
  if (onlyLeads.test(query)) {
    const place = leadsOf(text).indexOf(query);
    return place < 0 ? undefined : place === 0 ? 1 : 4;
  }
  const folded = foldText(text);
  if (folded === query) return 0;
  if (folded.startsWith(query)) return 1;
  for (let at = folded.indexOf(query); at > 0; at = folded.indexOf(query, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(folded[at - 1] as string)) return 2;
  }
  if (folded.includes(query)) return 3;
  return query.split(/\s+/).every((word) => folded.includes(word)) ? 5 : undefined;
}

/**
 * The labels that fit what the worker typed, best first, otherwise in their order.
 *
 * Case and diacritics do not matter; Korean is also found by its leading consonants (`ㅂㅅ` finds `버스`) and while a
 * syllable is still being composed. A blank query gives all labels.
 */
export function matchLabels(labels: readonly Label[], query: string): readonly Label[] {
  const wanted = foldText(query);
  if (!wanted) return labels;
  return labels
    .map((label) => {
      const ranks = [label.name, label.displayName, label.shortName]
        .map((text) => (text === undefined ? undefined : rank(text, wanted)))
        .filter((found) => found !== undefined);
      return { label, rank: Math.min(...ranks) };
    })
    .filter((match) => Number.isFinite(match.rank))
    .sort((a, b) => a.rank - b.rank)
    .map((match) => match.label);
}
