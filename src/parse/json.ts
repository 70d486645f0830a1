/** Any value that JSON can write. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. Keys that carry no value are `undefined`. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** True for objects that are neither null nor an array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets an own property whatever its name, so that a key `__proto__` is data and never changes a prototype. */
export function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    target[key] = value;
  }
}

/** Reads an own property; inherited ones, such as `constructor`, count as absent. */
export function getOwn(source: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(source, key) ? source[key] : undefined;
}

/**
 * Strict JSON without spaces, as templates expect to find it in `labels` and `categories`.
 *
 * Nothing to write gives an empty text. Throws, as `JSON.stringify` does, for circular values.
 */
export function toCompactJson(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
