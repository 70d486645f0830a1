import { html, nothing, svg, type TemplateResult } from 'lit';

/**
 * Strokes on a 24 × 24 grid, drawn for this project.
 */
const paths = {
  select: 'M5 3.5 19 11l-6 2-2.5 6.5z',
  box: 'M4 5h16v14H4z',
  'extreme-points': 'M5 5h14v14H5z M12 3v4M12 17v4M3 12h4M17 12h4',
  polygon: 'M12 3.5 20.5 10 17 20H7L3.5 10z',
  polyline: 'M4 18 9 8l6 7 5-10',
  line: 'M5 19 19 5',
  knife: 'M4 20 20 4M8 5H4v4M20 15v4h-4',
  unite: 'M4 4h10v5h6v11H10v-5H4z',
  subtract: 'M4 4h11v5h-5v6H4zM13 13h7v7h-7z',
  split: 'M4 5h6v14H4zM14 5h6v14h-6zM12 3v.01M12 8v.01M12 13v.01M12 18v.01',
  'join-ends': 'M3 17 8 10M8 10h8M16 10l5 7M8 10v.01M16 10v.01',
  simplify: 'M3 15l2-4 2 3 2-6 2 5 2-4M3 20h5l5-5h8',
  bridge: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 3v6',
  shared: 'M4 5h8v14H4zM12 5h8v14h-8M12 9.500v5',
  keypoint: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2.5V6M12 18v3.5M2.5 12H6M18 12h3.5',
  brush:
    'M20 4c-5 2-9 6-10.5 9l1.5 1.5C14 13 18 9 20 4zM9 14c-2 0-3.5 1.5-3.5 3.5 0 1.5-1 2.5-2.5 2.5 3.5 1.5 8 .5 8-3.5z',
  eraser: 'M8.5 19.5 4 15l10-10 6 6-8.5 8.5zM20 19.5H8.5M9 10l6 6',
  wand: 'M4 20 14 10M16.5 3v4M14.5 5h4M20 10.5v3M18.5 12h3M9 4v2.5M7.75 5.25h2.5',
  fill: 'M11 3.5 4 11l6.5 6.5 7-7zM4.5 11h12.5M20 15c1 1.5 1.5 2.25 1.5 3.25a1.5 1.5 0 0 1-3 0C18.5 17.25 19 16.5 20 15z',
  lasso:
    'M12 4c5 0 8.5 2.5 8.5 5.75S17 15.500 12 15.500 3.500 13 3.500 9.750 7 4 12 4zM8 15c-1.500.5-2 1.500-1.500 2.500s2 1 1.750 3',
  patch: 'M4 4h7l2 5-3 4H4zM11 4h9v6l-7-1M10 13l3 7H4v-7M13 20l-3-7 3-4 7 1v10z',
  unlabelled: 'M4 4h4M11 4h2M16 4h4M4 20h4M11 20h2M16 20h4M4 4v4M4 11v2M4 16v4M20 4v4M20 11v2M20 16v4M9 15l6-6M9 9l6 6',
  outline: 'M5 8c3-5 11-4 14 1s-1 12-7 11S2 13 5 8z',
  reshape: 'M5 6 18 4l2 13-13 3zM5 6v.01M18 4v.01M20 17v.01M7 20v.01M4 5h2v2H4zM17 3h2v2h-2zM19 16h2v2h-2zM6 19h2v2H6z',
  window: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16M12 8h4M12 12h7.500M12 16h6.500',
  pattern: 'M4 4h16v16H4zM4 12l8-8M4 20 20 4M12 20l8-8',
  undo: 'M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3',
  redo: 'M15.5 5 20 9.5 15.5 14M19.5 9.5H10a5.5 5.5 0 0 0 0 11h3',
  delete: 'M4 6.5h16M9 6.5V4h6v2.5M6 6.5 7 20h10l1-13.5M10 10.5v6M14 10.5v6',
  duplicate: 'M8 8h12v12H8zM4 16V4h12M14 11v6M11 14h6',
  copy: 'M8.5 8.5H20V20H8.5zM4 15.5V4h11.5',
  paste: 'M8.5 5H5v15.5h14V5h-3.5M9 3.5h6v3.5H9z',
  'zoom-in': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5M10.5 7.75v5.5M7.75 10.5h5.5',
  'zoom-out': 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20.5 20.5M7.75 10.5h5.5',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 9h6v6H9z',
  'actual-size': 'M5 8l2.5-2v12M16.5 8 19 6v12M12 9.5v.01M12 14.5v.01',
  move: 'M12 3v18M3 12h18M9.5 5.5 12 3l2.5 2.5M9.5 18.5 12 21l2.5-2.5M5.5 9.5 3 12l2.5 2.5M18.5 9.5 21 12l-2.5 2.5',
  eye: 'M2.5 12C5 7.5 8.25 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.75 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  'eye-off':
    'M4 4l16 16M9.5 6c.8-.3 1.6-.5 2.5-.5 3.75 0 7 2 9.5 6.5-.9 1.6-1.85 2.9-2.9 3.9M15 17.9c-.95.4-1.95.6-3 .6-3.75 0-7-2-9.5-6.5 1-1.800 2.150-3.200 3.400-4.25M10 10a3 3 0 0 0 4 4',
  lock: 'M5.5 10.5h13V20h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5',
  unlock: 'M5.5 10.5h13V20h-13zM8 10.5V8a4 4 0 0 1 7.700-1.5',
  crosshair: 'M12 2.5v19M2.5 12h19M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10z',
  magnet: 'M5 3.5h4V12a3 3 0 0 0 6 0V3.5h4V12a7 7 0 0 1-14 0zM5 7.5h4M15 7.5h4',
  brightness:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M5 5l1.75 1.75M17.25 17.25 19 19M19 5l-1.75 1.75M6.75 17.25 5 19',
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

/** Name of an icon of the shell. */
export type IconName = keyof typeof paths;

/** Draws an icon in the current text colour, hidden from screen readers; nothing for a name that is unknown. */
export function icon(name: string): TemplateResult | typeof nothing {
  const path = (paths as Readonly<Record<string, string>>)[name];
  if (!path) return nothing;
  return html`<svg class="oce-icon" viewBox="0 0 24 24" aria-hidden="true" data-icon=${name}>
    ${svg`<path d=${path}></path>`}
  </svg>`;
}
