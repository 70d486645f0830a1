/**
 * Files below `test/fixtures/`, read alike in Node and in a browser.
 * Golden answers are in `golden/`: `await golden('bounding-box/two-boxes')`.
 */

const isNode = typeof window === 'undefined';

/** Bytes of a fixture; the path is relative to `test/fixtures/`. */
export async function fixtureBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  if (isNode) {
    // Not written as a literal, so that the browser's module loader does not look for it.
    const name = 'node:fs/promises';
    const { readFile } = (await import(name)) as { readFile(path: string): Promise<Uint8Array> };
    return new Uint8Array(await readFile(`test/fixtures/${path}`));
  }
  const response = await fetch(fixtureUrl(path));
  if (!response.ok) throw new Error(`There is no fixture ${path}.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Address of a fixture on the test server. */
export const fixtureUrl = (path: string) => `/test/fixtures/${path}`;

/** Address of a file of `examples/` on the test server. */
export const exampleUrl = (path: string) => `/examples/${path}`;

export async function fixtureText(path: string): Promise<string> {
  return new TextDecoder().decode(await fixtureBytes(path));
}

export async function fixtureJson<T = unknown>(path: string): Promise<T> {
  return JSON.parse(await fixtureText(path)) as T;
}

/** The recorded answer `golden/<name>.json`. */
export const golden = <T = unknown>(name: string) => fixtureJson<T>(`golden/${name}.json`);
