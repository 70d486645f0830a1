/** Bytes turned at a time: a multiple of three, so that parts can be joined, and few enough for one call's arguments. */
const PART = 0x6000;

/** Encodes bytes as base64 without any prefix. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PART))));
  }
  return parts.join('');
}

/** Decodes base64; a `data:` prefix and line breaks are accepted. */
export function decodeBase64(text: string): Uint8Array {
  const comma = text.startsWith('data:') ? text.indexOf(',') + 1 : 0;
  const binary = atob(text.slice(comma).replace(/\s+/g, ''));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
