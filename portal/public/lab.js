// The lab's page: a gallery, or one task with what there is to know about it.
import { barView } from './bar.js';
import { announce, h, icon, iconButton } from './dom.js';
import { drawerView } from './drawer.js';
import { galleryView, railItems } from './gallery.js';
import { groupProblems, violationText } from './problems.js';
import { choices, choose, getJson, place, placeHash } from './state.js';

const bar = document.getElementById('bar');
const rail = document.getElementById('rail');
const stage = document.getElementById('stage');
const drawer = document.getElementById('drawer');

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
  bar.replaceChildren(
    ...barView({
      job: view.job,
      jobs: view.jobs,
      index: view.index,
      problems: allProblems(),
      rail: railState(),
      isDrawerOpen: !drawer.hidden,
      address: view.job && taskAddress(),
      on: {
        rail: toggleRail,
        drawer: () => toggleDrawer(),
        language: setLanguage,
        theme: setTheme,
        strict: setStrict,
      },
    }),
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

/** The template and the running page come before the manifest. */
function allProblems() {
  if (!view.job) return [];
  const library = view.libraryBuilt
    ? []
    : [{ severity: 'error', message: 'The library has not been built. Run npm run build.' }];
  return groupProblems([...library, ...(view.line?.problems ?? []), ...view.pageProblems, ...view.job.problems]);
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
