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

/** Milliseconds of script, style and layout of each key, and until its frame was done. */
const keys = [];
addEventListener(
  'keydown',
  (event) => {
    const key = { pressed: event.timeStamp, began: performance.now() };
    queueMicrotask(() => (key.script = performance.now() - key.began));
    requestAnimationFrame(() => {
      // After this frame has been laid out and painted by the main thread.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        key.done = performance.now() - key.pressed;
        key.isShown = element.shadowRoot.querySelectorAll('.category-button.selected').length === 1;
        keys.push(key);
      };
      channel.port2.postMessage(undefined);
    });
  },
  { capture: true },
);

globalThis.categoriesBench = { ready: performance.now() - begun, keys, element };
