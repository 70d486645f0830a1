import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json';
import { defineStoryAnswer } from './answer-panel.js';
import '../src/index.js';

defineStoryAnswer();
setCustomElementsManifest(manifest);

/** What the toolbar says; it applies to the whole page, as a worker's system or a requester's page would. */
interface PageGlobals {
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly direction?: 'ltr' | 'rtl';
  readonly locale?: string;
}

function setUpPage({ theme = 'light', direction = 'ltr', locale = 'en' }: PageGlobals): void {
  const page = document.documentElement;
  page.lang = locale;
  page.dir = direction;
  // The page's own scheme, and the knob by which elements follow it even where they would ask the system.
  page.style.colorScheme = theme === 'dark' ? 'dark' : 'light';
  page.style.setProperty('--crowd-color-scheme', theme === 'dark' ? 'dark' : 'light');
  page.style.backgroundColor = 'Canvas';
}

/** `theme="contrast"` belongs on the outermost crowd elements and reaches those inside. */
function setContrast(root: Element, isWanted: boolean): void {
  for (const element of root.querySelectorAll('*')) {
    if (!/^(crowd|oce)-/.test(element.localName) || element.parentElement?.closest('[theme]')) continue;
    if (isWanted && !element.hasAttribute('theme')) element.setAttribute('theme', 'contrast');
    else if (!isWanted && element.getAttribute('theme') === 'contrast') element.removeAttribute('theme');
  }
}

const onPage: Decorator = (story, { globals }) => {
  setUpPage(globals);
  const isContrast = globals['theme'] === 'contrast';
  requestAnimationFrame(() => setContrast(document.body, isContrast));
  return html`${story()}`;
};

/** Stories say `parameters: { answer: false }` when there is nothing to answer. */
const besideAnswer: Decorator = (story, { parameters, viewMode }) => {
  const { answer = true, layout } = parameters as { answer?: boolean; layout?: string };
  return html`<story-answer ?without-answer=${!answer} ?padded=${layout !== 'fullscreen'} ?inline=${viewMode === 'docs'}
    >${story()}</story-answer
  >`;
};

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [besideAnswer, onPage],
  parameters: {
    layout: 'padded',
    backgrounds: { disabled: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: { storySort: { order: ['Start', 'Form', 'Image', 'Text', 'Classify', 'Review', 'Display'] } },
    docs: { codePanel: true },
    a11y: { test: 'error' },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en' },
  globalTypes: {
    theme: {
      description: 'Colours',
      toolbar: {
        icon: 'contrast',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
          { value: 'contrast', title: 'High contrast' },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'ko', title: '한국어' },
          { value: 'de', title: 'Deutsch (shows English)' },
          { value: 'ar', title: 'العربية (shows English)' },
        ],
      },
    },
  },
};

export default preview;
