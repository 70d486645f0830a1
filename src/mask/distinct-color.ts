import { formatHexColor } from './png-format.js';

/** Distinct colours for instances beyond the named ones; never one of `taken`, white or black. */
export function distinctColor(position: number, taken: ReadonlySet<string>): string {
  // Steps of the golden angle keep neighbours in the list far apart; the lightness cycles so that hues may repeat.
  for (let attempt = position; ; attempt++) {
    const hue = (attempt * 137.508) % 360;
    const lightness = [0.5, 0.62, 0.4, 0.7, 0.33][Math.floor(attempt / 12) % 5];
    const saturation = [0.65, 0.85, 0.45][Math.floor(attempt / 60) % 3];
    const color = hslToHex(hue, saturation, lightness);
    if (!taken.has(color)) return color;
  }
}

function hslToHex(hue: number, saturation: number, lightness: number): string {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return formatHexColor({ red: channel(0), green: channel(8), blue: channel(4) });
}
