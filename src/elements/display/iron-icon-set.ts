import { ironIconAliases, ironIconPaths } from './iron-icon-paths.js';
import { addIcons } from './iron-icons.js';

/** Makes the whole set known. Entry points of elements that are about icons call it; a page of plain controls goes without. */
export function addIronIcons(): void {
  addIcons(ironIconPaths, ironIconAliases);
}
