import { html, nothing, svg, type TemplateResult } from 'lit';

/**
 * Strokes on a 24 × 24 grid, drawn for this project. Those of tools that only some tasks have are in `tool-icons.ts`.
 */
const shellPaths = {
  select: 'M5 3.5 19 11l-6 2-2.5 6.5z',
  box: 'M4 5h16v14H4z',
  'extreme-points': 'M5 5h14v14H5z M12 3v4M12 17v4M3 12h4M17 12h4',
  undo: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3',
  delete: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 20h10l1-13.5M10 10.5v6M14 10.5v6',
  duplicate: 'M8 8h12v12H8zM4 16V4h12M14 11v6M11 14h6',
  'zoom-in': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5M10.5 7.75v5.5M7.75 10.5h5.5',
  'zoom-out': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5M7.75 10.5h5.5',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z',
  'actual-size': 'M5 8l2.5-2v12M16.5 8 19 6v12M12 9.5v.01M12 14.5v.01',
  eye: 'M2.5 12C5 7.5 8.25 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.75 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  'eye-off':
    'M4 4l16 16M9.5 6c.8-.3 1.6-.5 2.5-.5 3.75 0 7 2 9.5 6.5-.9 1.6-1.85 2.9-2.9 3.9M15 17.9c-.95.4-1.95.6-3 .6-3.75 0-7-2-9.5-6.5 1-1.800 2.150-3.200 3.400-4.25M10 10a3 3 0 0 0 4 4',
  lock: 'M5.5 10.5h13V20h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5',
  unlock: 'M5.5 10.5h13V20h-13zM8 10.5V8a4 4 0 0 1 7.700-1.5',
  crosshair: 'M12 2.5v19M2.5 12h19M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  magnet: 'M5 3.5h4V12a3 3 0 0 0 6 0V3.5h4V12a7 7 0 0 1-14 0zM5 7.5h4M15 7.5h4',
  front: 'M9 9h11v11H9zM5.5 15H4V4h11v1.5M14.5 17v-5.5M12.25 13.5l2.25-2.25 2.25 2.25',
  back: 'M4 4h11v11H4zM18.5 9H20v11H9v-1.5M9.5 7v5.5M7.25 10.5l2.25 2.25 2.25-2.25',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5',
  close: 'M6 6l12 12M18 6 6 18',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  settings:
    'M4 7h9M17.5 7H20M4 17h2.5M11 17h9M15.25 4.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5zM8.75 14.75a2.25 2.25 0 1 0 0 4.5 2.25 2.25 0 0 0 0-4.5z',
  keyboard: 'M3 6h18v12H3zM7 10v.01M11 10v.01M15 10v.01M18 10v.01M7 14.5h10',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01',
  warning: 'M12 4 2.75 20h18.5zM12 10v4.5M12 17v.01',
  check: 'M4.5 12.5 10 18 19.5 6.5',
  'chevron-down': 'M6 9.5 12 15.5 18 9.5',
  'chevron-up': 'M6 14.5 12 8.5 18 14.5',
  'chevron-right': 'M9.5 6 15.5 12 9.5 18',
  'chevron-left': 'M14.5 6 8.5 12 14.5 18',
  plus: 'M12 5v14M5 12h14',
  tag: 'M3.5 4.5h8l9 9-7 7-10-9zM7.5 8.5v.01',
  picture: 'M3.5 5h17v14h-17zM3.5 16l5-5 4 4 3-3 5 5M15.5 8.5v.01',
  rotate: 'M20 12a8 8 0 1 1-2.5-5.75L20 8.5M20 3.5v5h-5',
  book: 'M12 6.5C10 5 7.5 4.5 4 4.5v13.5c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2V4.5c-3.5 0-6 .5-8 2zM12 6.5V20',
} as const;
const paths: Record<string, string> = { ...shellPaths };

/** Name of an icon of the shell. */
export type IconName = keyof typeof shellPaths;

/** Adds icons that only some tasks need. */
export function addIcons(more: Readonly<Record<string, string>>): void {
  Object.assign(paths, more);
}

/** Draws an icon in the current text colour, hidden from screen readers; nothing for a name that is unknown. */
export function icon(name: string): TemplateResult | typeof nothing {
  const path = paths[name];
  if (!path) return nothing;
  return html`<svg class="oce-icon" viewBox="0 0 24 24" aria-hidden="true" data-icon=${name}>
    ${svg`<path d=${path}></path>`}
  </svg>`;
}
