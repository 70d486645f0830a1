/** `#rrggbb` with an alpha of 0..1, as `#rrggbbaa`. Other CSS colours come back unchanged. */
export function translucent(color: string, alpha: number): string {
  if (!/^#[\da-f]{6}$/i.test(color)) return color;
  const byte = Math.round(Math.min(1, Math.max(0, alpha)) * 255);
  return color + byte.toString(16).padStart(2, '0');
}
