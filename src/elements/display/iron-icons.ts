import { css, html, nothing } from 'lit';

/** Outlined in their `-border` form and solid in their plain one. */
const solidIcons: ReadonlySet<string> = new Set(['star', 'favorite', 'bookmark', 'play-arrow', 'stop']);

/** What stands in for an icon that does not exist: a dashed square. */
const unknownPath =
  'M5 3a2 2 0 0 0-2 2M19 3a2 2 0 0 1 2 2M21 19a2 2 0 0 1-2 2M5 21a2 2 0 0 1-2-2M9 3h1M9 21h1M14 3h1M14 21h1M3 9v1M21 9v1M3 14v1M21 14v1';

/** Path data by name: what elements show of their own accord. The whole set joins when `addIcons` is called. Lucide, ISC. */
const paths: Record<string, string> = {
  info: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM12 16v-4M12 8h.01',
  'check-circle': 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM0 0m16 9-5.5 5.5L8 12',
  error: 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0zM12 8L12 12M12 16L12.01 16',
  close: 'M18 6 6 18M0 0m6 6 12 12',
  'report-problem': 'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01',
};

const aliases: Record<string, string> = { warning: 'report-problem' };

/** Makes further icons known to every element. */
export function addIcons(more: Readonly<Record<string, string>>, otherNames: Readonly<Record<string, string>>): void {
  Object.assign(paths, more);
  Object.assign(aliases, otherNames);
}

const reported = new Set<string>();

function pathOf(name: string): string {
  const path = paths[name] ?? paths[aliases[name] ?? ''];
  if (path) return path;
  if (!reported.has(name)) {
    reported.add(name);
    const advice =
      'Names are listed in docs/elements/iron-icon.md; a page made of single elements imports iron-icon.js for them.';
    console.info(`There is no icon called "${name}", so a neutral one is shown. ${advice}`);
  }
  return unknownPath;
}

/** Whether the text names a picture file rather than an icon of the set. */
export function isImageAddress(text: string): boolean {
  return /^(?:https?:|data:|blob:|\.{0,2}\/)/i.test(text) || /\.(?:svg|png|jpe?g|gif|webp|ico)(?:[?#]|$)/i.test(text);
}

/** An icon by its iron-icons name, with or without a set (`icons:search`); decoration only, without a name of its own. */
export function ironIcon(icon: string) {
  const name = icon.trim().replace(/^[^:]*:/, '');
  if (!name) return nothing;
  return html`<svg
    class="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
    fill=${solidIcons.has(name) ? 'currentColor' : 'none'}
  >
    <path d=${pathOf(name)} />
  </svg>`;
}

/** An icon of the set or a picture of the page's own, as `icon` attributes may hold either. */
export function iconOrImage(source: string) {
  return isImageAddress(source) ? html`<img class="icon" part="icon" src=${source} alt="" />` : ironIcon(source);
}

/** Css for icons inside a shadow root. */
export const iconStyles = css`
  .icon {
    flex: none;
    inline-size: var(--iron-icon-width, 1.25em);
    block-size: var(--iron-icon-height, 1.25em);
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

/** Css for the button that closes a box. */
export const closeButtonStyles = css`
  .close {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: max(28px, var(--oce-target));
    block-size: max(28px, var(--oce-target));
    margin: calc((1.45em - max(28px, var(--oce-target))) / 2) 0;
    padding: 0;
    border: 0;
    border-radius: var(--oce-radius-m);
    font: inherit;
    color: inherit;
    background: none;
    cursor: pointer;
  }
  .close:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
`;
