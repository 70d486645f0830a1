// Small helpers to build the lab's interface: no framework, no markup from data.

const SVG = 'http://www.w3.org/2000/svg';

/** Outlines on a 24 px grid, drawn for the lab. */
const ICONS = {
  check: ['M5 12.5 10 17.5 19.5 7'],
  chevronLeft: ['M14.5 6 8.5 12l6 6'],
  chevronRight: ['m9.5 6 6 6-6 6'],
  close: ['M6 6l12 12M18 6 6 18'],
  code: ['m8 7-5 5 5 5M16 7l5 5-5 5'],
  copy: ['M9 9h10v11H9z', 'M15 9V4H5v11h4'],
  external: ['M13 5h6v6M19 5l-9 9M17 14v5H5V7h5'],
  form: ['M5 4h14v16H5z', 'M8.5 9h7M8.5 13h7M8.5 17h3'],
  info: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 11v5M12 8h.01'],
  panel: ['M4 5h16v14H4z', 'M15 5v14'],
  rail: ['M4 5h16v14H4z', 'M9 5v14'],
  reload: ['M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4'],
  sliders: ['M4 8h10M18 8h2M4 16h2M10 16h10', 'M16 6v4M8 14v4'],
  warning: ['M12 4.5 21 19.5H3z', 'M12 10v4.5M12 17h.01'],
};

/**
 * Makes an element. Keys that begin with `on` are listeners, properties of the element are set, the rest are attributes.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2).toLowerCase(), value);
    else if (key === 'class') element.className = value;
    else if (key === 'hidden' || key === 'disabled') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const outline of ICONS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', outline);
    svg.append(path);
  }
  return svg;
}

/** A square button with an icon, named for those who cannot see it. */
export function iconButton(name, label, onClick, properties = {}) {
  return h(
    'button',
    { type: 'button', class: 'icon-only', 'aria-label': label, title: label, onClick, ...properties },
    icon(name),
  );
}

/** Says something to a screen reader, once. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}

/** A picture of a job, or a quiet sign when it has none. */
export function thumbnail({ id, hasThumbnail }) {
  return h(
    'span',
    { class: 'thumb' },
    hasThumbnail ? h('img', { src: `/thumbnails/${encodeURIComponent(id)}`, alt: '', loading: 'lazy' }) : icon('form'),
  );
}
