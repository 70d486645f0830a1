/** How a JPEG file wants to be turned: 1 is as stored, 2 to 8 are turned or mirrored. */
export type ExifOrientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const START_OF_IMAGE = 0xffd8;
const START_OF_SCAN = 0xffda;
const APP1 = 0xffe1;
const ORIENTATION_TAG = 0x0112;

/**
 * Reads the orientation from the first bytes of a JPEG file (64 KB are enough).
 *
 * Anything that is no JPEG, or says nothing, is 1. Source: Exif 2.32, section 4.6.
 */
export function exifOrientation(bytes: ArrayBuffer): ExifOrientation {
  const view = new DataView(bytes);
  if (view.byteLength < 4 || view.getUint16(0) !== START_OF_IMAGE) return 1;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    if (marker === START_OF_SCAN || marker < 0xff00 || length < 2) return 1;
    if (marker === APP1) {
      const found = orientationInApp1(view, at + 4, Math.min(view.byteLength, at + 2 + length));
      if (found) return found;
    }
    at += 2 + length;
  }
  return 1;
}

function orientationInApp1(view: DataView, start: number, end: number): ExifOrientation | undefined {
  // "Exif" and two zero bytes come before the TIFF header.
  if (start + 14 > end || view.getUint32(start) !== 0x45786966) return undefined;
  const tiff = start + 6;
  const little = view.getUint16(tiff) === 0x4949;
  const directory = tiff + view.getUint32(tiff + 4, little);
  if (directory + 2 > end) return undefined;
  const entries = view.getUint16(directory, little);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > end) return undefined;
    if (view.getUint16(entry, little) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, little);
    return value >= 1 && value <= 8 ? (value as ExifOrientation) : 1;
  }
  return undefined;
}
