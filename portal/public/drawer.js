// The drawer beside a task: the answer, its worker response, problems, and the data that made the task.
import { announce, h, icon, iconButton } from './dom.js';
import { jsonView } from './json-view.js';

export const TABS = [
  ['answer', 'Answer'],
  ['response', 'Response'],
  ['problems', 'Problems'],
  ['data', 'Data'],
];

/**
 * @param {object} view
 * @param {string} view.tab
 * @param {(tab: string) => void} view.onTab
 * @param {() => void} view.onClose
 */
export function drawerView({ tab, onTab, onClose, ...content }) {
  const counts = { problems: content.problems.length, answer: content.history.length };
  const tabs = TABS.map(([id, label]) =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        id: `tab-${id}`,
        'aria-selected': String(id === tab),
        'aria-controls': 'panel',
        tabindex: id === tab ? '0' : '-1',
        onClick: () => onTab(id),
      },
      label,
      counts[id] > 0 &&
        h('span', { class: `count ${id === 'problems' ? severest(content.problems) : ''}` }, counts[id]),
    ),
  );
  const tablist = h(
    'div',
    { role: 'tablist', 'aria-label': 'Details', onKeydown: (event) => moveTab(event, tab, onTab) },
    tabs,
  );
  return [
    h('div', { class: 'tabs' }, tablist, iconButton('close', 'Close details', onClose)),
    h(
      'div',
      { class: 'panel', id: 'panel', role: 'tabpanel', 'aria-labelledby': `tab-${tab}`, tabindex: '0' },
      panels[tab](content),
    ),
  ];
}

function moveTab(event, tab, onTab) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const ids = TABS.map(([id]) => id);
  onTab(ids[(ids.indexOf(tab) + step + ids.length) % ids.length]);
}

export function severest(problems) {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : '';
}

const panels = { answer: answerPanel, response: responsePanel, problems: problemsPanel, data: dataPanel };

function answerPanel({ shown, history, output, onShow, next }) {
  if (!shown) {
    return [
      empty('form', 'Nothing submitted yet', 'Press Submit in the task. The answer is shown here and written to disk.'),
      historyList({ history, onShow }),
    ];
  }
  const [answer] = shown.response.answers;
  return [
    verdict(shown),
    h(
      'div',
      { class: 'saved' },
      h('code', {}, `${output}/${shown.file}`),
      copyButton('Copy the path', `${output}/${shown.file}`),
    ),
    next && h('a', { class: 'button primary', href: next }, 'Next task', icon('chevronRight')),
    h('section', {}, heading('answerContent', answer.answerContent), jsonView(answer.answerContent)),
    historyList({ history, onShow, current: shown.file }),
  ];
}

function responsePanel({ shown }) {
  if (!shown)
    return empty(
      'code',
      'No worker response yet',
      'After a submission this is the file that Ground Truth would write.',
    );
  return h('section', {}, heading(shown.file.split('/').at(-1), shown.response), jsonView(shown.response));
}

function problemsPanel({ problems }) {
  if (problems.length === 0) return empty('check', 'All is well', 'Template, manifest and pictures have no problems.');
  return h(
    'ul',
    {},
    problems.map(({ severity, message, times, places }) =>
      h(
        'li',
        { class: `problem ${severity}` },
        icon(severity === 'info' ? 'info' : 'warning'),
        h('p', {}, withCode(message), times > 1 && h('span', { class: 'times' }, ` ${times} times`)),
        places.length > 0 && h('code', {}, placesText(places)),
      ),
    ),
  );
}

/** Messages mark names and pieces of text with backticks. */
function withCode(message) {
  const parts = message.split('`');
  // An odd sign out is a backtick of the text itself.
  return parts.length % 2 === 0 ? message : parts.map((part, n) => (n % 2 === 0 ? part : h('code', {}, part)));
}

/** Where a problem is: the first places, and how many more there are. */
function placesText(places) {
  const [{ file }] = places;
  const shown = places
    .slice(0, 4)
    .map(({ line, column }) => [line, column].filter((part) => part !== undefined).join(':'));
  const more = places.length - shown.length;
  return `${[file, shown.filter(Boolean).join(', ')].filter(Boolean).join(':')}${more > 0 ? ` and ${more} more` : ''}`;
}

function dataPanel({ job, line }) {
  if (!line) return empty('code', 'No data', 'The manifest has no such line.');
  return [
    h('p', { class: 'saved' }, h('code', {}, job.template)),
    h('section', {}, heading(`${job.manifest}:${line.lineNumber}`, line.value), jsonView(line.value)),
  ];
}

function verdict({ problems, checked = [] }) {
  if (!problems) return undefined;
  if (problems.length === 0) {
    const text = checked.length > 0 ? `Saved. It matches the schema of ${checked.join(', ')}.` : 'Saved.';
    return h('div', { class: 'verdict' }, icon('check'), h('div', {}, text));
  }
  const items = problems.map(({ path, message }) => h('li', {}, path && h('code', {}, path), ` ${message}`));
  return h(
    'div',
    { class: 'verdict bad' },
    icon('warning'),
    h('div', {}, 'Saved, but the answer does not match the schema:', h('ul', {}, items)),
  );
}

function historyList({ history, onShow, current }) {
  if (history.length === 0) return undefined;
  return h(
    'section',
    { class: 'history' },
    h('h2', {}, 'Written answers'),
    h(
      'ul',
      {},
      history.map(({ file, objectId, modifiedMs }) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', 'aria-pressed': String(file === current), onClick: () => onShow(file) },
            h('time', { datetime: new Date(modifiedMs).toISOString() }, new Date(modifiedMs).toLocaleString()),
            h('span', { class: 'where' }, `object ${objectId}`),
          ),
        ),
      ),
    ),
  );
}

function heading(text, value) {
  return h(
    'div',
    { class: 'saved' },
    h('h2', {}, text),
    h('span', { class: 'spacer' }),
    copyButton('Copy JSON', () => JSON.stringify(value, null, 2)),
  );
}

function copyButton(label, text) {
  return iconButton('copy', label, async () => {
    try {
      await navigator.clipboard.writeText(typeof text === 'function' ? text() : text);
      announce('Copied.');
    } catch {
      announce('The clipboard is not available.');
    }
  });
}

function empty(name, title, text) {
  return h('div', { class: 'empty' }, icon(name), h('strong', {}, title), h('span', {}, text));
}
