// A classifier with a thousand categories: from the key press to the frame that shows the selection.

import { CrowdImageClassifier } from '../../src/elements/crowd-image-classifier.js';

const COUNT = 1000;
const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"><rect width="1600" height="1200" fill="#9ab"/></svg>')}`;

const element = new CrowdImageClassifier();
element.setAttribute('drafts', 'off');
element.src = picture;
const begun = performance.now();
element.categories = Array.from({ length: COUNT }, (_, i) => `Category number ${i + 1}`);
document.body.append(element);
await element.pictureReady;
await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/**
 * What each key cost: the script of its listeners, what the frame after it took to style, lay out and paint, and when that
 * frame was done. What lies between is the wait for the frame clock, which no page can shorten.
 */
const keys = [];
addEventListener(
  'keydown',
  (event) => {
    const key = { pressed: event.timeStamp, began: performance.now() };
    keys.push(key);
    requestAnimationFrame(() => {
      const frameBegan = performance.now();
      // What this frame paints is what stands in the document now.
      key.isShown = isChosen(event.key);
      // After the main thread has laid it out and painted it.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        key.done = performance.now();
        key.work = key.script + (key.done - frameBegan);
      };
      channel.port2.postMessage(undefined);
    });
  },
  { capture: true },
);
// The last listener of all: those before, and what they set off, are through.
addEventListener('keydown', () => {
  const key = keys.at(-1);
  key.script = performance.now() - key.began;
});

function isChosen(key) {
  const chosen = [...element.shadowRoot.querySelectorAll('.category-button.selected')];
  return chosen.length === 1 && chosen[0].textContent.includes(`Category number ${key}`);
}

globalThis.categoriesBench = { ready: performance.now() - begun, keys, element };
