import { expect } from '@open-wc/testing';
import { palette, roleColors, type RoleName } from '../../src/theme/tokens.js';

const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const ratio = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

type Appearance = 'light' | 'dark' | 'contrast light' | 'contrast dark';

function colorOf(role: RoleName, appearance: Appearance): string {
  const color: { light: string; dark: string; contrast?: readonly [string, string] } = roleColors[role];
  const names: Record<Appearance, string> = {
    light: color.light,
    dark: color.dark,
    'contrast light': color.contrast?.[0] ?? color.light,
    'contrast dark': color.contrast?.[1] ?? color.dark,
  };
  return palette[names[appearance] as keyof typeof palette];
}

/** Text needs 4.5:1, what a control is recognised by 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const text: readonly (readonly [RoleName, readonly RoleName[]])[] = [
  ['text', ['surface', 'surface-raised', 'surface-sunken', 'canvas', 'hover', 'pressed', 'selected']],
  ['text', ['danger-subtle', 'success-subtle', 'warning-subtle', 'info-subtle']],
  ['text-muted', ['surface', 'surface-raised', 'surface-sunken', 'canvas', 'hover', 'selected']],
  ['link', ['surface', 'surface-raised', 'surface-sunken', 'hover', 'selected']],
  ['primary', ['surface', 'surface-raised', 'surface-sunken']],
  ['on-primary', ['primary', 'primary-hover', 'primary-pressed']],
  ['on-danger', ['danger']],
  ['danger', ['surface', 'surface-raised', 'danger-subtle']],
  ['success', ['surface', 'success-subtle']],
  ['warning', ['surface', 'warning-subtle']],
  ['info', ['surface', 'info-subtle']],
];
const marks: readonly (readonly [RoleName, readonly RoleName[]])[] = [
  ['border-strong', ['surface', 'surface-raised', 'surface-sunken']],
  ['focus', ['surface', 'surface-raised', 'surface-sunken', 'canvas']],
];

describe('design tokens', () => {
  for (const appearance of ['light', 'dark', 'contrast light', 'contrast dark'] as const) {
    it(`can be told apart in ${appearance}`, () => {
      for (const [pairs, least] of [
        [text, 4.5],
        [marks, 3],
      ] as const) {
        for (const [role, grounds] of pairs) {
          for (const ground of grounds) {
            const found = ratio(colorOf(role, appearance), colorOf(ground, appearance));
            expect(found, `${role} on ${ground}`).to.be.at.least(least);
          }
        }
      }
    });
  }
});
