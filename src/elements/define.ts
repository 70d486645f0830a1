/** Tags found taken in this task. */
const taken: string[] = [];

function warnOnce(): void {
  const tags = taken.splice(0).join(', ');
  console.warn(`Already registered on this page, and left alone by open-crowd-elements: ${tags}.`);
}

/**
 * Registers an element class under its tag.
 *
 * A tag that is already taken stays as it is, with one warning: a page may hold two copies of the library, or still
 * load the original script. Without a DOM (server rendering, tests of pure parts) nothing happens.
 */
export function define(tag: string, elementClass: CustomElementConstructor): void {
  if (typeof customElements === 'undefined') return;
  const known = customElements.get(tag);
  if (known === elementClass) return;
  if (known) {
    // A second copy of the script finds all of them taken.
    if (taken.push(`<${tag}>`) === 1) queueMicrotask(warnOnce);
    return;
  }
  customElements.define(tag, elementClass);
}
