import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as litConfigs } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wcConfigs } from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';
import { floorsPlugin } from './scripts/lib/eslint-floors.mjs';

const PURE = ['geometry', 'mask', 'labels', 'text', 'parse', 'document', 'answers', 'ground-truth'].map(
  (folder) => `src/${folder}/**/*.ts`,
);

const NO_EVALUATION = [
  { selector: 'NewExpression[callee.name="Function"]', message: 'Code is never made from text.' },
  { selector: 'CallExpression[callee.name="Function"]', message: 'Code is never made from text.' },
  { selector: 'ExportDefaultDeclaration', message: 'Exports have names, so that every file calls a thing the same.' },
];

export default defineConfig(
  {
    ignores: [
      'dist/',
      'output/',
      'storybook-static/',
      'node_modules/',
      'coverage/',
      '.cache/',
      'bench/peers/',
      'bench/dist/',
      'bench/results/',
      'examples/**/*.js',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...ts.configs.strict, ...ts.configs.stylistic],
    rules: {
      'no-undef': 'off',
      'no-restricted-syntax': ['error', ...NO_EVALUATION],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/consistent-type-exports': 'off',
      // Lit's `@query` fields and guarded indexes; the tests use it freely.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/class-literal-property-style': 'off',
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      // Letting go of large data by hand is meant.
      'no-useless-assignment': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: floorsPlugin },
    rules: {
      'house/floors': 'error',
      'house/js-endings': 'error',
      'no-console': ['error', { allow: ['warn', 'error', 'info'] }],
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // What only a page has. Types are checked without it too (tsconfig.pure.json).
    files: PURE,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['document', 'window', 'customElements', 'localStorage', 'sessionStorage', 'Image', 'HTMLElement'].map(
          (name) => ({ name, message: 'Floors 0 and 1 touch no DOM: they run in Node and in a worker too.' }),
        ),
      ],
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts'],
    extends: [litConfigs['flat/recommended'], wcConfigs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      'lit/no-legacy-imports': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/attribute-names': 'off',
      // Tags are registered by the entry points, apart from their classes.
      'wc/define-tag-after-class-definition': 'off',
      'wc/tag-name-matches-class': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/guard-super-call': 'off',
      // Listeners on the host of a form-associated element are its own behaviour.
      'lit-a11y/list': 'off',
    },
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // Tests show that such addresses do nothing.
      'no-script-url': 'off',
      // The default export is what Storybook reads.
      'no-restricted-syntax': ['error', ...NO_EVALUATION.slice(0, 2)],
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    // Written into the pages by the bench's own bundler.
    files: ['bench/pages/**/*.js'],
    languageOptions: { globals: { PEER_VERSION: 'readonly' } },
  },
  {
    files: ['.storybook/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: { globals: { ...globals.nodeBuiltin, ...globals.browser } },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Template engines take generators, whether or not they have to wait.
      'require-yield': 'off',
    },
  },
);
