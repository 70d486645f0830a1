import { define } from './define.js';
import { CrowdButton } from './form/crowd-button.js';
import { CrowdForm } from './form/crowd-form.js';
import { CrowdBoundingBox } from './image/crowd-bounding-box.js';

/**
 * Every public tag and its class. `crowd-form` comes last: when it is upgraded, the widgets inside it have to be what
 * they are, since they decide whether the form adds a Submit button.
 */
export const elementClasses: ReadonlyMap<string, CustomElementConstructor> = new Map<string, CustomElementConstructor>([
  ['crowd-button', CrowdButton],
  ['crowd-bounding-box', CrowdBoundingBox],
  ['crowd-form', CrowdForm],
]);

/** Registers all of them. A tag that cannot be registered does not keep the others from it. */
export function defineAll(): void {
  for (const [tag, elementClass] of elementClasses) {
    try {
      define(tag, elementClass);
    } catch (error) {
      console.error(`<${tag}> could not be registered.`, error);
    }
  }
}
