const digits = [...'1234567890'];

/** With this few keys of one digit there are five for the first digit of two, and 55 categories have a key. */
const LEAST_SINGLE = 5;

/**
 * Keys of `count` categories by position: digits only, so that letters are free for typing a name.
 *
 * Up to ten have one digit. Beyond, the first ones keep one, and the digits that are left begin pairs, such as `01`; no
 * key is the beginning of another, so nothing ever waits for a second press. As many as possible keep one digit.
 * Categories beyond the 55th have no key and are found by typing.
 */
export function categoryKeys(count: number): readonly string[] {
  if (count <= digits.length) return digits.slice(0, count);
  // With s single digits there are s + 10 (10 - s) keys.
  const singles = Math.max(LEAST_SINGLE, Math.floor((100 - count) / 9));
  const keys = digits.slice(0, singles);
  // From the end: the key beside those that are single begins the last pairs, 0 the first ones.
  for (const first of digits.slice(singles).reverse()) for (const second of digits) keys.push(first + second);
  return Array.from({ length: count }, (_, index) => keys[index] ?? '');
}
