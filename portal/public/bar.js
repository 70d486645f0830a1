// The bar above the lab: where we are, the next task, and how tasks are shown.
import { h, icon, iconButton } from './dom.js';
import { severest } from './drawer.js';
import { choices, placeHash } from './state.js';

const LANGUAGES = [
  ['en', 'English'],
  ['ko', '한국어'],
];
const THEMES = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** What stands in the bar: the brand alone over the gallery, and the task's controls over a task. */
export function barView({ job, jobs, index, problems, rail, isDrawerOpen, address, on }) {
  const brand = h(
    'a',
    { class: 'brand', href: '#', 'aria-label': 'Task lab, all examples' },
    h('img', { src: '/lab/icon.svg', alt: '' }),
    h('span', {}, 'Task lab'),
  );
  if (!job) return [brand, h('span', { class: 'spacer' }), themeControl(on)];
  return [
    jobs.length > 1 &&
      iconButton('rail', 'Examples', on.rail, {
        'aria-expanded': String(rail !== 'narrow'),
        'aria-controls': 'rail',
      }),
    brand,
    h('span', { class: 'divider' }),
    h('h1', { class: 'title' }, job.title),
    linePicker({ job, index }),
    h('span', { class: 'spacer' }),
    iconButton('sliders', 'Language, theme, content policy', toggleOptions, {
      id: 'options-toggle',
      'aria-expanded': 'false',
      'aria-controls': 'options',
    }),
    optionsView(on),
    h(
      'a',
      {
        class: 'button icon-only wide',
        href: address,
        target: '_blank',
        rel: 'noopener',
        'aria-label': 'Open the task in its own tab',
        title: 'Open the task in its own tab',
      },
      icon('external'),
    ),
    h('span', { class: 'divider wide' }),
    h(
      'button',
      {
        type: 'button',
        'aria-expanded': String(isDrawerOpen),
        'aria-controls': 'drawer',
        title: 'Answer, response, problems, data (F9)',
        onClick: on.drawer,
      },
      icon('panel'),
      h('span', { class: 'wide' }, 'Details'),
      problems.length > 0 && h('span', { class: `count ${severest(problems)}`, title: 'Problems' }, problems.length),
    ),
  ].filter(Boolean);
}

function linePicker({ job: { id, indices, captions }, index }) {
  const at = indices.indexOf(index);
  const goTo = (n) => (location.hash = placeHash(id, indices[n]));
  const picker =
    indices.length <= captions.length ? captionPicker(captions, at, goTo) : numberPicker(indices, at, goTo);
  return h(
    'div',
    { class: 'lines' },
    iconButton('chevronLeft', 'Previous task', () => goTo(at - 1), { disabled: at <= 0 }),
    picker,
    iconButton('chevronRight', 'Next task', () => goTo(at + 1), { disabled: at < 0 || at >= indices.length - 1 }),
  );
}

function captionPicker(captions, at, goTo) {
  const options = captions.map((caption, n) => {
    const option = h('option', { value: String(n) }, `${n + 1} / ${captions.length}   ${caption}`);
    option.selected = n === at;
    return option;
  });
  const handleChange = (event) => goTo(Number(event.target.value));
  return h('select', { 'aria-label': 'Task', onChange: handleChange, disabled: captions.length === 0 }, options);
}

/** A long manifest is walked by number. */
function numberPicker({ length }, at, goTo) {
  const handleChange = (event) => {
    const wanted = Math.round(Number(event.target.value));
    if (wanted >= 1 && wanted <= length) goTo(wanted - 1);
    else event.target.value = String(at + 1);
  };
  return [
    h('input', {
      type: 'number',
      min: '1',
      max: String(length),
      value: String(at + 1),
      'aria-label': 'Task',
      onChange: handleChange,
    }),
    h('span', { class: 'total' }, `/ ${length.toLocaleString()}`),
  ];
}

function optionsView(on) {
  const languages = h(
    'div',
    { class: 'segmented', role: 'group', 'aria-label': 'Language of the task' },
    LANGUAGES.map(([lang, name]) =>
      h(
        'button',
        { type: 'button', lang, 'aria-pressed': String(choices.lang === lang), onClick: () => on.language(lang) },
        name,
      ),
    ),
  );
  const policy = h(
    'button',
    {
      type: 'button',
      class: 'outlined',
      'aria-pressed': String(choices.strict),
      title: 'Forbid inline scripts and styles, as a careful portal does',
      onClick: () => on.strict(!choices.strict),
    },
    choices.strict && icon('check'),
    'Strict CSP',
  );
  return h(
    'div',
    { class: 'options', id: 'options' },
    h('span', { class: 'option-label' }, 'Language'),
    languages,
    h('span', { class: 'option-label' }, 'Theme'),
    themeControl(on),
    h('span', { class: 'option-label' }, 'Content policy'),
    policy,
  );
}

function themeControl(on) {
  const options = THEMES.map(([value, name]) => {
    const option = h('option', { value }, name);
    option.selected = choices.theme === value;
    return option;
  });
  return h(
    'select',
    { 'aria-label': 'Theme', title: 'Theme', onChange: (event) => on.theme(event.target.value) },
    options,
  );
}

function toggleOptions() {
  const open = document.getElementById('options').classList.toggle('open');
  document.getElementById('options-toggle').setAttribute('aria-expanded', String(open));
}
