import type { HostSegmenter } from './segment-service.js';

/**
 * Makes the segmenter of one element. `undefined` stands for the built-in one, `null` takes the tool away.
 *
 * Each element needs an object of its own, since a segmenter knows one picture at a time.
 */
export type SegmenterFactory = (element: HTMLElement) => HostSegmenter | null | undefined;

interface Registry extends EventTarget {
  create?: SegmenterFactory;
}

// The drop-in script and a module of the same page are two copies of this file: what they share hangs on the page.
const KEY = Symbol.for('open-crowd-elements.segmenters');

function registry(): Registry {
  const page = globalThis as { [KEY]?: Registry };
  return (page[KEY] ??= new EventTarget());
}

/**
 * Chooses the segmenter of every mask element on the page that was given none of its own, now and later.
 *
 * ```js
 * useSegmenter(() => new HttpSegmenter({ url: '/segment' }));
 * ```
 */
export function useSegmenter(create: SegmenterFactory | undefined): void {
  const page = registry();
  page.create = create;
  page.dispatchEvent(new Event('change'));
}

/** The page's choice for one element. */
export function segmenterFor(element: HTMLElement): HostSegmenter | null | undefined {
  return registry().create?.(element);
}

/** Calls back when the page chooses another segmenter; returns the function that ends this. */
export function onSegmenterChange(react: () => void): () => void {
  const page = registry();
  page.addEventListener('change', react);
  return () => page.removeEventListener('change', react);
}
