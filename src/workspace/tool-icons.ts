import { addIcons } from './icons.js';

/** Makes the icons of tools and commands for paths, points and masks known. */
export function addToolIcons(): void {
  addIcons({
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
    unlabelled:
      'M4 4h4M11 4h2M16 4h4M4 20h4M11 20h2M16 20h4M4 4v4M4 11v2M4 16v4M20 4v4M20 11v2M20 16v4M9 15l6-6M9 9l6 6',
    outline: 'M5 8c3-5 11-4 14 1s-1 12-7 11S2 13 5 8z',
    reshape:
      'M5 6 18 4l2 13-13 3zM5 6v.01M18 4v.01M20 17v.01M7 20v.01M4 5h2v2H4zM17 3h2v2h-2zM19 16h2v2h-2zM6 19h2v2H6z',
    window: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 4v16M12 8h4M12 12h7.500M12 16h6.500',
    pattern: 'M4 4h16v16H4zM4 12l8-8M4 20 20 4M12 20l8-8',
    move: 'M12 3v18M3 12h18M9.5 5.5 12 3l2.5 2.5M9.5 18.5 12 21l2.5-2.5M5.5 9.5 3 12l2.5 2.5M18.5 9.5 21 12l-2.5 2.5',
  });
}
