/** A pattern that is repeated over a region: square, its side a power of two. */
export interface MarkTile {
  readonly side: number;
  /** Row by row: 0 is the region's colour, 1 the mark, 2 the rim of the mark. */
  readonly bits: Uint8Array;
}

/**
 * Patterns as eight rows of eight bits, so that no two neighbours in the list are told apart by colour alone: plain,
 * rising lines, dots, level lines, falling lines, upright lines, grid.
 */
export const patternTiles: readonly MarkTile[] = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [0x81, 0xc0, 0x60, 0x30, 0x18, 0x0c, 0x06, 0x03],
  [0x00, 0x60, 0x60, 0x00, 0x00, 0x06, 0x06, 0x00],
  [0xff, 0x00, 0x00, 0x00, 0xff, 0x00, 0x00, 0x00],
  [0x03, 0x06, 0x0c, 0x18, 0x30, 0x60, 0xc0, 0x81],
  [0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11, 0x11],
  [0xff, 0x11, 0x11, 0x11, 0xff, 0x11, 0x11, 0x11],
].map((rows) => ({
  side: 8,
  bits: Uint8Array.from({ length: 64 }, (_, i) => ((rows[i >> 3] as number) >> (i & 7)) & 1),
}));

/** Height of the letters in CSS pixels. */
const LETTER_HEIGHT = 12;
/** Letters stand in a brick pattern on tiles of this side, in CSS pixels; must be a power of two. */
const LETTER_TILE = 32;

const letterTiles = new Map<string, MarkTile>();

/** A text over and over, with a rim, so that it can be read on any picture. `ratio` is canvas pixels a CSS pixel. */
export function letterTile(text: string, ratio: number): MarkTile {
  const scale = ratio > 1.25 ? 2 : 1;
  const key = `${scale}/${text}`;
  const known = letterTiles.get(key);
  if (known) return known;
  const tile = drawLetters(text, scale);
  letterTiles.set(key, tile);
  return tile;
}

function drawLetters(text: string, scale: number): MarkTile {
  const side = LETTER_TILE * scale;
  const bits = new Uint8Array(side * side);
  const g = new OffscreenCanvas(side, side).getContext('2d', { willReadFrequently: true });
  if (!g) return { side, bits };
  g.textAlign = 'center';
  g.textBaseline = 'middle';
  g.font = `700 ${LETTER_HEIGHT * scale}px system-ui, sans-serif`;
  g.lineJoin = 'round';
  g.lineWidth = 4 * scale;
  const each = (draw: (x: number, y: number) => void) => {
    g.clearRect(0, 0, side, side);
    const quarter = side / 4;
    // The second one reaches over the border of the tile when the text is long.
    for (const [x, y] of [[quarter, quarter], ...[-1, 3, 7].map((at) => [at * quarter, 3 * quarter])]) {
      draw(x as number, y as number);
    }
    return g.getImageData(0, 0, side, side).data;
  };
  const width = side - 4 * scale;
  const rim = each((x, y) => g.strokeText(text, x, y, width));
  const letters = each((x, y) => g.fillText(text, x, y, width));
  for (let i = 0; i < bits.length; i++) {
    bits[i] = (letters[i * 4 + 3] as number) > 110 ? 1 : (rim[i * 4 + 3] as number) > 110 ? 2 : 0;
  }
  return { side, bits };
}
