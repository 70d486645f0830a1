import { css, unsafeCSS } from 'lit';
import type { CSSResult } from 'lit';

/** A role's colour in each appearance; `contrast` values answer `prefers-contrast: more` and `theme="contrast"`. */
interface RoleColor {
  readonly light: string;
  readonly dark: string;
  readonly contrast?: readonly [light: string, dark: string];
  /** System colour under `forced-colors: active`. */
  readonly forced?: string;
}

/**
 * Named values, the first layer. They are the same in every theme; component css never uses them directly.
 */
export const palette = {
  white: '#ffffff',
  black: '#000000',
  'gray-5': '#f6f8f9',
  'gray-10': '#edf0f2',
  'gray-20': '#dde2e6',
  'gray-30': '#c2c9d0',
  'gray-40': '#9aa4ae',
  'gray-50': '#7a8590',
  'gray-60': '#5c6771',
  'gray-70': '#434c55',
  'gray-80': '#2c333a',
  'gray-85': '#22282e',
  'gray-90': '#1a1f24',
  'gray-95': '#13171b',
  'gray-100': '#0d1013',
  'teal-10': '#e3f2f6',
  'teal-20': '#c4e4ec',
  'teal-30': '#8fd0e0',
  'teal-40': '#63bcd3',
  'teal-60': '#0b6a85',
  'teal-70': '#08566d',
  'teal-80': '#064456',
  'teal-90': '#123540',
  'teal-95': '#0a2730',
  'red-10': '#fdecea',
  'red-30': '#ff9d92',
  'red-60': '#b3261e',
  'red-70': '#8f1d17',
  'red-90': '#3d1a18',
  'green-10': '#e5f5ea',
  'green-30': '#7fd49b',
  'green-60': '#1b7340',
  'green-90': '#15301f',
  'amber-10': '#fdf3dc',
  'amber-30': '#f0bf5c',
  'amber-60': '#855400',
  'amber-90': '#352810',
  'violet-60': '#6b3fc4',
  'violet-30': '#c3adff',
} as const;

/**
 * Roles, the second layer: what a colour is for.
 *
 * Component css reads `--oce-color-<role>`. Pages restyle through the inherited `--crowd-color-<role>`, which wins
 * over the value here wherever it is set (`:root`, a form, one element).
 */
export const roleColors = {
  /** Page and pane background. */
  surface: { light: 'white', dark: 'gray-95', contrast: ['white', 'black'], forced: 'Canvas' },
  /** Menus, dialogs, cards: above the surface. */
  'surface-raised': { light: 'white', dark: 'gray-90', contrast: ['white', 'black'], forced: 'Canvas' },
  /** Side panes, toolbars, wells: below the surface. */
  'surface-sunken': { light: 'gray-5', dark: 'gray-100', contrast: ['white', 'black'], forced: 'Canvas' },
  /** Around the picture; neutral, so that it does not tint the eye. */
  canvas: { light: 'gray-10', dark: 'gray-100', contrast: ['white', 'black'], forced: 'Canvas' },
  /** Hovered and pressed rows and quiet buttons. */
  hover: { light: 'gray-10', dark: 'gray-85', contrast: ['gray-20', 'gray-80'], forced: 'Canvas' },
  pressed: { light: 'gray-20', dark: 'gray-80', contrast: ['gray-30', 'gray-70'], forced: 'Canvas' },
  text: { light: 'gray-90', dark: 'gray-10', contrast: ['black', 'white'], forced: 'CanvasText' },
  'text-muted': { light: 'gray-60', dark: 'gray-40', contrast: ['gray-80', 'gray-20'], forced: 'CanvasText' },
  'text-disabled': { light: 'gray-50', dark: 'gray-50', contrast: ['gray-60', 'gray-40'], forced: 'GrayText' },
  /** Hairlines that only divide. */
  border: { light: 'gray-20', dark: 'gray-80', contrast: ['gray-70', 'gray-30'], forced: 'CanvasText' },
  /** Outlines of fields and boxes: 3:1 against the surface. */
  'border-strong': { light: 'gray-50', dark: 'gray-50', contrast: ['black', 'white'], forced: 'CanvasText' },
  primary: { light: 'teal-60', dark: 'teal-40', contrast: ['teal-80', 'teal-30'], forced: 'Highlight' },
  'primary-hover': { light: 'teal-70', dark: 'teal-30', contrast: ['black', 'white'], forced: 'Highlight' },
  'primary-pressed': { light: 'teal-80', dark: 'teal-20', contrast: ['black', 'white'], forced: 'Highlight' },
  /** Text and icons on `primary`. */
  'on-primary': { light: 'white', dark: 'teal-95', contrast: ['white', 'black'], forced: 'HighlightText' },
  /** Background of what is selected; `text` is readable on it. */
  selected: { light: 'teal-10', dark: 'teal-90', contrast: ['teal-10', 'teal-90'], forced: 'Canvas' },
  link: { light: 'teal-60', dark: 'teal-40', contrast: ['teal-80', 'teal-30'], forced: 'LinkText' },
  focus: { light: 'violet-60', dark: 'violet-30', contrast: ['black', 'white'], forced: 'Highlight' },
  danger: { light: 'red-60', dark: 'red-30', contrast: ['red-70', 'red-30'], forced: 'CanvasText' },
  'danger-subtle': { light: 'red-10', dark: 'red-90', forced: 'Canvas' },
  'on-danger': { light: 'white', dark: 'red-90', forced: 'Canvas' },
  success: { light: 'green-60', dark: 'green-30', forced: 'CanvasText' },
  'success-subtle': { light: 'green-10', dark: 'green-90', forced: 'Canvas' },
  warning: { light: 'amber-60', dark: 'amber-30', forced: 'CanvasText' },
  'warning-subtle': { light: 'amber-10', dark: 'amber-90', forced: 'Canvas' },
  info: { light: 'teal-60', dark: 'teal-40', forced: 'CanvasText' },
  'info-subtle': { light: 'teal-10', dark: 'teal-90', forced: 'Canvas' },
} as const satisfies Record<string, RoleColor & { light: PaletteName; dark: PaletteName }>;

/** Name of a value in the palette. */
export type PaletteName = keyof typeof palette;
/** Name of a colour role. */
export type RoleName = keyof typeof roleColors;

const roleEntries = Object.entries<RoleColor>(roleColors);
const named = (name: string): string => palette[name as PaletteName];

function declareRoles(value: (color: RoleColor) => string | undefined): CSSResult {
  const lines = roleEntries.flatMap(([role, color]) => {
    const own = value(color);
    return own ? `--oce-color-${role}:var(--crowd-color-${role},${own});` : [];
  });
  return unsafeCSS(lines.join(''));
}

const lightDark = (light: string, dark: string): string => `light-dark(${named(light)},${named(dark)})`;

const normalRoles = declareRoles((color) => lightDark(color.light, color.dark));
const contrastRoles = declareRoles((color) => color.contrast && lightDark(...color.contrast));
const forcedRoles = unsafeCSS(
  roleEntries.flatMap(([role, color]) => (color.forced ? `--oce-color-${role}:${color.forced};` : [])).join(''),
);
// A theme set on one element has to reach the crowd elements inside it. The public knobs are inherited, so they carry it.
const contrastKnobs = unsafeCSS(
  roleEntries
    .flatMap(([role, color]) => (color.contrast ? `--crowd-color-${role}:${lightDark(...color.contrast)};` : []))
    .join(''),
);

/**
 * Design tokens for `:host` of every element, first in its `styles`.
 *
 * Light and dark follow the `color-scheme` that the page gives the element; `theme="light|dark|contrast"` on the element or on
 * any crowd element around it overrides that, and so does `--crowd-color-scheme`, set anywhere. A surface that paints
 * the whole window adds `fullPageScheme`, so that it follows the worker's system even on a page that says nothing.
 */
export const tokens = css`
  :host {
    color-scheme: var(--crowd-color-scheme, inherit);
    ${normalRoles}

    --oce-space-1: 4px;
    --oce-space-2: 8px;
    --oce-space-3: 12px;
    --oce-space-4: 16px;
    --oce-space-5: 24px;
    --oce-space-6: 32px;

    --oce-radius-s: var(--crowd-radius-s, 4px);
    --oce-radius-m: var(--crowd-radius-m, 6px);
    --oce-radius-l: var(--crowd-radius-l, 10px);
    --oce-radius-pill: 999px;

    --oce-font: var(--crowd-font, system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans KR', sans-serif);
    --oce-font-mono: var(--crowd-font-mono, ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace);
    /* Grow with the reader's own text size, but never shrink under a page that resets the root to 10px. */
    --oce-font-size-xs: max(0.75rem, 12px);
    --oce-font-size-s: max(0.8125rem, 13px);
    --oce-font-size-m: max(0.875rem, 14px);
    --oce-font-size-l: max(1rem, 16px);
    --oce-font-size-xl: max(1.25rem, 20px);
    --oce-line-height: 1.45;
    --oce-font-weight-medium: 500;
    --oce-font-weight-strong: 600;

    --oce-shadow-1: 0 1px 2px rgb(0 0 0 / 12%);
    --oce-shadow-2: 0 2px 8px rgb(0 0 0 / 14%), 0 1px 2px rgb(0 0 0 / 10%);
    --oce-shadow-3: 0 12px 32px rgb(0 0 0 / 24%), 0 2px 6px rgb(0 0 0 / 14%);
    --oce-color-scrim: rgb(8 12 16 / 48%);

    --oce-focus-outline: 2px solid var(--oce-color-focus);
    --oce-focus-offset: 2px;

    /* Smallest clickable area, and the height of a field or button. */
    --oce-target: 24px;
    --oce-control-height: 32px;

    --oce-duration: 120ms;
  }

  :host([theme='light']) {
    --crowd-color-scheme: light;
  }
  :host([theme='dark']) {
    --crowd-color-scheme: dark;
  }
  :host([theme='contrast']) {
    ${contrastKnobs}
  }

  @media (prefers-contrast: more) {
    :host {
      ${contrastRoles}
      --oce-focus-outline: 3px solid var(--oce-color-focus);
    }
  }
  @media (forced-colors: active) {
    :host {
      ${forcedRoles}
    }
  }
  @media (pointer: coarse) {
    :host {
      --oce-target: 44px;
      --oce-control-height: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --oce-duration: 0ms;
    }
  }
`;

/** For surfaces that fill the window and paint their own background: follow the worker's system. */
export const fullPageScheme = css`
  :host {
    color-scheme: var(--crowd-color-scheme, light dark);
  }
`;

/**
 * Common ground under every element's own css: border boxes, type, one focus ring, `hidden` that hides.
 */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host {
    box-sizing: border-box;
    font-family: var(--oce-font);
    font-size: var(--oce-font-size-m);
    line-height: var(--oce-line-height);
    color: var(--oce-color-text);
  }
  :host([hidden]) {
    display: none !important;
  }
  :focus-visible {
    outline: var(--oce-focus-outline);
    outline-offset: var(--oce-focus-offset);
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
