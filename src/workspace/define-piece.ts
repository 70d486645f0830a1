/**
 * Registers a private element of the shell, once. A second copy of the library on the page keeps the first one's: the
 * public elements that would use it are not registered either.
 */
export function definePiece(tag: `oce-${string}`, elementClass: CustomElementConstructor): void {
  if (typeof customElements !== 'undefined' && !customElements.get(tag)) customElements.define(tag, elementClass);
}
