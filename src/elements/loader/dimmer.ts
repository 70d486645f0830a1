import { formTerms } from '../../locales/terms/form.js';

/** Found by scripts that wait until it is gone. */
const dimmerId = 'crowd-elements-loading-dimmer';

// Set through the style object: the page's policy may forbid style text.
const dimmerStyle: Partial<CSSStyleDeclaration> = {
  position: 'fixed',
  inset: '0',
  zIndex: '2147483647',
  display: 'grid',
  placeItems: 'center',
  font: '500 16px system-ui, sans-serif',
  color: 'light-dark(#2c333a, #edf0f2)',
  backgroundColor: 'light-dark(rgb(255 255 255 / 88%), rgb(13 16 19 / 88%))',
};

/** Covers the page while elements get ready. Works before there is a body. */
export function showDimmer(): HTMLElement {
  const dimmer = document.createElement('div');
  dimmer.id = dimmerId;
  dimmer.setAttribute('role', 'status');
  dimmer.textContent = formTerms.loading();
  Object.assign(dimmer.style, dimmerStyle);
  (document.body ?? document.documentElement).append(dimmer);
  return dimmer;
}
