// The lab's page: a gallery, or one task with what there is to know about it.
import { announce, h, icon, iconButton } from './dom.js';
import { drawerView, severest } from './drawer.js';
import { galleryView, railItems } from './gallery.js';
import { choices, choose, getJson, place, placeHash } from './state.js';

const bar = document.getElementById('bar');
const rail = document.getElementById('rail');
const stage = document.getElementById('stage');
const drawer = document.getElementById('drawer');

const LANGUAGES = [
  ['en', 'English'],
  ['ko', '한국어'],
];
const THEMES = [
  ['', 'System'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Everything the page shows, apart from choices. `pageProblems` come from the running task. */
const view = {
  jobs: [],
  output: 'output',
  job: undefined,
  line: undefined,
  index: 0,
  shown: undefined,
  pageProblems: [],
  notice: undefined,
  connected: true,
};

let frame;

async function start() {
  applyTheme();
  window.addEventListener('hashchange', () => void go());
  window.addEventListener('message', handleTaskMessage);
  window.addEventListener('keydown', handleKey);
  listen();
  await go();
}

// Where we are --------------------------------------------------------------------------------------------------------

async function go() {
  const target = place();
  try {
    const { jobs, output, libraryBuilt } = await getJson('/api/jobs');
    Object.assign(view, { jobs, output, libraryBuilt });
    if (!target && jobs.length === 1) return location.replace(placeHash(jobs[0].id));
    if (!target) return showGallery();
    await openTask(target);
  } catch (error) {
    showState('warning', 'The lab does not answer', `${error.message} Start it again with npm start.`);
  }
}

function showGallery() {
  Object.assign(view, { job: undefined, line: undefined, shown: undefined, pageProblems: [] });
  document.title = 'Task lab';
  frame = undefined;
  rail.hidden = drawer.hidden = true;
  stage.replaceChildren(galleryView(view.jobs));
  renderBar();
}

async function openTask({ job: id, index }) {
  const changed = view.job?.id !== id || view.index !== index;
  if (changed) Object.assign(view, { shown: undefined, notice: undefined });
  view.index = index;
  await readTask(id, index);
  const [first] = view.job.indices;
  // A line that is gone, or was never there: begin with the first one that is.
  if (!view.line && first !== undefined && first !== index) return location.replace(placeHash(id, first));
  document.title = `${view.job.title} · Task lab`;
  renderAll();
  loadFrame();
}

async function readTask(id, index) {
  view.job = await getJson(`/api/jobs/${encodeURIComponent(id)}`);
  view.line = await getJson(`/api/jobs/${encodeURIComponent(id)}/lines/${index}`).catch(() => undefined);
}

function taskAddress({ bridge = true } = {}) {
  const query = new URLSearchParams({ lang: choices.lang });
  if (choices.theme) query.set('theme', choices.theme);
  if (choices.strict) query.set('csp', 'strict');
  if (!bridge) query.set('bridge', 'off');
  return `/task/${encodeURIComponent(view.job.id)}/${view.index}?${query}`;
}

function loadFrame() {
  view.pageProblems = [];
  if (view.job.indices.length === 0) {
    frame = undefined;
    showState('form', 'No task to show', 'The manifest has no line that can be used. Problems says why.');
    openDrawer('problems');
    return;
  }
  // A new frame rather than a new address: the browser's Back then leads through tasks, not through reloads.
  frame = h('iframe', { title: `Task: ${view.job.title}`, src: taskAddress() });
  stage.replaceChildren(...(view.notice ? [noticeView()] : []), frame);
  renderDrawer();
}

// Parts ---------------------------------------------------------------------------------------------------------------

function renderAll() {
  renderBar();
  renderRail();
  renderDrawer();
}

function renderBar() {
  const brand = h(
    'a',
    { class: 'brand', href: '#', 'aria-label': 'Task lab, all examples' },
    h('img', { src: '/lab/icon.svg', alt: '' }),
    h('span', {}, 'Task lab'),
  );
  if (!view.job) {
    bar.replaceChildren(brand, h('span', { class: 'spacer' }), themeControl());
    return;
  }
  const problems = allProblems();
  const several = view.jobs.length > 1;
  bar.replaceChildren(
    ...[
      several &&
        iconButton('rail', 'Examples', toggleRail, {
          'aria-expanded': String(railState() !== 'narrow'),
          'aria-controls': 'rail',
        }),
      brand,
      h('span', { class: 'divider' }),
      h('h1', { class: 'title' }, view.job.title),
      linePicker(),
      h('span', { class: 'spacer' }),
      iconButton('sliders', 'Language, theme, content policy', toggleOptions, {
        id: 'options-toggle',
        'aria-expanded': 'false',
        'aria-controls': 'options',
      }),
      optionsView(),
      h(
        'a',
        {
          class: 'button icon-only wide',
          href: taskAddress(),
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
          'aria-expanded': String(!drawer.hidden),
          'aria-controls': 'drawer',
          title: 'Answer, response, problems, data (F9)',
          onClick: () => toggleDrawer(),
        },
        icon('panel'),
        h('span', { class: 'wide' }, 'Details'),
        problems.length > 0 && h('span', { class: `count ${severest(problems)}`, title: 'Problems' }, problems.length),
      ),
    ].filter(Boolean),
  );
}

function linePicker() {
  const { indices, captions } = view.job;
  const at = indices.indexOf(view.index);
  const goTo = (n) => (location.hash = placeHash(view.job.id, indices[n]));
  const picker = indices.length <= captions.length ? captionPicker(at, goTo) : numberPicker(at, goTo);
  return h(
    'div',
    { class: 'lines' },
    iconButton('chevronLeft', 'Previous task', () => goTo(at - 1), { disabled: at <= 0 }),
    picker,
    iconButton('chevronRight', 'Next task', () => goTo(at + 1), { disabled: at < 0 || at >= indices.length - 1 }),
  );
}

function captionPicker(at, goTo) {
  const { captions } = view.job;
  const options = captions.map((caption, n) => {
    const option = h('option', { value: String(n) }, `${n + 1} / ${captions.length}   ${caption}`);
    option.selected = n === at;
    return option;
  });
  const handleChange = (event) => goTo(Number(event.target.value));
  return h('select', { 'aria-label': 'Task', onChange: handleChange, disabled: captions.length === 0 }, options);
}

/** A long manifest is walked by number. */
function numberPicker(at, goTo) {
  const { length } = view.job.indices;
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

function optionsView() {
  const languages = h(
    'div',
    { class: 'segmented', role: 'group', 'aria-label': 'Language of the task' },
    LANGUAGES.map(([lang, name]) =>
      h(
        'button',
        { type: 'button', lang, 'aria-pressed': String(choices.lang === lang), onClick: () => setLanguage(lang) },
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
      onClick: () => setStrict(!choices.strict),
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
    themeControl(),
    h('span', { class: 'option-label' }, 'Content policy'),
    policy,
  );
}

function themeControl() {
  const options = THEMES.map(([value, name]) => {
    const option = h('option', { value }, name);
    option.selected = choices.theme === value;
    return option;
  });
  return h(
    'select',
    { 'aria-label': 'Theme', title: 'Theme', onChange: (event) => setTheme(event.target.value) },
    options,
  );
}

function renderRail() {
  rail.hidden = view.jobs.length < 2;
  rail.classList.toggle('narrow', railState() === 'narrow');
  rail.replaceChildren(...railItems(view.jobs, view.job?.id));
}

/** Wide only where there is room to spare, unless the person has chosen. */
function railState() {
  return choices.rail ?? (window.innerWidth >= 1700 ? 'wide' : 'narrow');
}

function renderDrawer() {
  drawer.hidden = !view.job || !choices.drawer;
  if (drawer.hidden) return;
  const hadFocus = drawer.contains(document.activeElement) && document.activeElement.getAttribute('role') === 'tab';
  drawer.replaceChildren(
    ...drawerView({
      tab: choices.tab,
      job: view.job,
      line: view.line,
      shown: view.shown,
      history: view.job.answers,
      output: view.output,
      problems: allProblems(),
      next: nextHash(),
      onTab: openDrawer,
      onClose: () => toggleDrawer(false),
      onShow: (file) => void showAnswer(file),
    }),
  );
  if (hadFocus) document.getElementById(`tab-${choices.tab}`).focus();
}

function showState(name, title, text) {
  stage.replaceChildren(h('div', { class: 'state' }, icon(name), h('h2', {}, title), h('p', {}, text)));
}

function noticeView() {
  const { text, kind } = view.notice;
  const dismiss = () => {
    view.notice = undefined;
    stage.querySelector('.notice')?.remove();
  };
  return h(
    'div',
    { class: `notice ${kind ?? ''}`, role: 'alert' },
    h('span', {}, text),
    iconButton('close', 'Dismiss', dismiss),
  );
}

function notify(notice) {
  view.notice = notice;
  stage.querySelector('.notice')?.remove();
  stage.prepend(noticeView());
}

// Problems ------------------------------------------------------------------------------------------------------------

/** Errors before warnings; the template and the running page before the manifest; one entry for one message. */
function allProblems() {
  if (!view.job) return [];
  const library = view.libraryBuilt
    ? []
    : [{ severity: 'error', message: 'The library has not been built. Run npm run build.' }];
  const all = [...library, ...(view.line?.problems ?? []), ...view.pageProblems, ...view.job.problems];
  const groups = new Map();
  for (const { severity, message, times = 1, ...where } of all) {
    const key = `${severity} ${message} ${where.file ?? ''}`;
    if (!groups.has(key)) groups.set(key, { severity, message, times: 0, places: [] });
    const group = groups.get(key);
    group.times += times;
    if (where.file) group.places.push(where);
  }
  const rank = { error: 0, warning: 1, info: 2 };
  return [...groups.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function addPageProblem(problem) {
  const same = view.pageProblems.find(({ message }) => message === problem.message);
  if (same) same.times = (same.times ?? 1) + 1;
  else if (view.pageProblems.length < 100) view.pageProblems.push(problem);
  if (same) return;
  renderBar();
  renderDrawer();
}

// What the task says --------------------------------------------------------------------------------------------------

function handleTaskMessage(event) {
  if (event.origin !== location.origin || event.source !== frame?.contentWindow || event.data?.source !== 'task-lab')
    return;
  const message = event.data;
  switch (message.kind) {
    case 'submitted':
      void receive(message.result);
      break;
    case 'unsent':
      notify({
        kind: 'error',
        text: `The answer could not be saved: ${message.message} It is still in the task; submit again.`,
      });
      break;
    case 'violation':
      addPageProblem({
        severity: 'warning',
        message: violationText(message),
        file: message.file ? new URL(message.file, location.href).pathname : undefined,
        line: message.line || undefined,
      });
      break;
    case 'load-error':
      addPageProblem({ severity: 'warning', message: `${message.address} could not be loaded.` });
      break;
    case 'console':
      addPageProblem({ severity: message.level, message: message.message });
      break;
  }
}

function violationText({ directive, blocked, sample }) {
  const what = blocked === 'inline' ? 'inline code' : blocked || 'something';
  return `The content policy blocked ${what} (${directive})${sample ? `: \`${sample}\`` : ''}.`;
}

async function receive({ file, response, checked, problems }) {
  view.shown = { file, response, checked, problems };
  view.job = await getJson(`/api/jobs/${encodeURIComponent(view.job.id)}`);
  announce('Answer saved.');
  openDrawer('answer');
}

async function showAnswer(file) {
  const response = await getJson(`/api/answers/${file.split('/').map(encodeURIComponent).join('/')}`);
  view.shown = { file, response };
  renderDrawer();
}

function nextHash() {
  const { indices } = view.job;
  const next = indices[indices.indexOf(view.index) + 1];
  return next === undefined ? undefined : placeHash(view.job.id, next);
}

// Choices -------------------------------------------------------------------------------------------------------------

function setTheme(theme) {
  choose({ theme });
  applyTheme();
  sendAppearance();
}

function applyTheme() {
  if (choices.theme) document.documentElement.dataset.theme = choices.theme;
  else delete document.documentElement.dataset.theme;
}

function setLanguage(lang) {
  choose({ lang });
  renderBar();
  sendAppearance();
}

/** The running task changes its looks without being loaded again, so no work is touched. */
function sendAppearance() {
  frame?.contentWindow?.postMessage(
    { source: 'task-lab', kind: 'appearance', theme: choices.theme, lang: choices.lang },
    location.origin,
  );
}

function setStrict(strict) {
  choose({ strict });
  renderBar();
  loadFrame();
}

function toggleRail() {
  choose({ rail: railState() === 'narrow' ? 'wide' : 'narrow' });
  renderRail();
  renderBar();
}

function toggleOptions() {
  const open = document.getElementById('options').classList.toggle('open');
  document.getElementById('options-toggle').setAttribute('aria-expanded', String(open));
}

function openDrawer(tab) {
  choose({ drawer: true, tab });
  renderDrawer();
  renderBar();
}

function toggleDrawer(open = drawer.hidden) {
  choose({ drawer: open });
  renderDrawer();
  renderBar();
}

function handleKey(event) {
  if (event.key === 'F9' && view.job) {
    event.preventDefault();
    toggleDrawer();
  }
}

// Edits on disk -------------------------------------------------------------------------------------------------------

function listen() {
  const source = new EventSource('/api/events');
  source.addEventListener('message', ({ data }) => void handleChange(JSON.parse(data)));
  source.addEventListener('error', () => {
    if (!view.connected) return;
    view.connected = false;
    notify({ kind: 'error', text: 'The lab has stopped. Start it again with npm start; work in this task is kept.' });
  });
  source.addEventListener('open', () => {
    if (view.connected) return;
    view.connected = true;
    stage.querySelector('.notice')?.remove();
    view.notice = undefined;
  });
}

async function handleChange({ kind, jobs = [], files = [] }) {
  if (kind === 'answer') return;
  if (!view.job) return showGalleryAgain();
  if (!jobs.includes(view.job.id)) return;
  await readTask(view.job.id, view.index).catch(() => undefined);
  renderAll();
  loadFrame();
  announce(
    kind === 'library'
      ? 'The library was built anew; the task was reloaded.'
      : `${files.join(', ')} changed; the task was reloaded.`,
  );
}

async function showGalleryAgain() {
  Object.assign(view, await getJson('/api/jobs').catch(() => ({})));
  if (!view.job) showGallery();
}

void start();
