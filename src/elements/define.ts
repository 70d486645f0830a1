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
    console.warn(`<${tag}> is already registered on this page; open-crowd-elements leaves the existing element alone.`);
    return;
  }
  customElements.define(tag, elementClass);
}
