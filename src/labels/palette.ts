/**
 * Colours of labels by position, as Ground Truth gives them.
 *
 * The colour belongs to the position in `labels`, not to the name. Positions beyond the list begin anew.
 */
export const labelColors: readonly string[] = [
  '#2ca02c',
  '#1f77b4',
  '#ff7f0e',
  '#d62728',
  '#9467bd',
  '#7f7f7f',
  '#e377c2',
  '#8c564b',
  '#17becf',
  '#ff9896',
  '#bcbd22',
  '#aec7e8',
  '#ffbb78',
  '#98df8a',
  '#c5b0d5',
  '#c49c94',
  '#f7b6d2',
  '#c7c7c7',
  '#dbdb8d',
  '#9edae5',
];

/** The default colour of a position, counted from 0. */
export function colorAt(index: number): string {
  return labelColors[index % labelColors.length] as string;
}

/** Number of patterns that accompany colours. Shares no factor with the number of colours, so pairs repeat late. */
export const patternCount = 7;

/**
 * The pattern that accompanies the colour of a position, from 0 (plain) to `patternCount - 1`.
 *
 * Green (1st) and red (4th), which many people cannot tell apart, get different ones; so do a colour and its light
 * companion.
 */
export function patternAt(index: number): number {
  return index % patternCount;
}

/** A colour as `#rrggbb` in lower case, or `undefined` when the text is not `#rgb` or `#rrggbb`. */
export function hexColor(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** Red, green and blue, 0..255, of a colour written `#rrggbb`. */
export function rgbOf(color: string): readonly [number, number, number] {
  const value = parseInt(color.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Relative luminance of a colour written `#rrggbb`, 0..1, as WCAG 2 defines it. */
export function luminance(color: string): number {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Black or white, whichever is easier to read on a colour written `#rrggbb`. */
export function textColorOn(color: string): '#000000' | '#ffffff' {
  const light = luminance(color);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}
