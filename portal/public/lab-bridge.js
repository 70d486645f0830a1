// The lab's ear on a task page: hands the answer to the lab and reports what the page complains about.
// A classic script, loaded before the template, so that nothing is missed. The task works the same without it.
(() => {
  const [, jobId, index] = /^\/task\/([^/]+)\/(\d+)$/.exec(location.pathname) ?? [];
  if (jobId === undefined) return;

  const ANSWERS = `/api/jobs/${jobId}/lines/${index}/answers`;
  /** Longer pauses than this are not counted as work. */
  const IDLE_MS = 60_000;
  const acceptanceTime = new Date().toISOString();
  const inLab = window.parent !== window;

  /** Active time, from the worker's own input. */
  const clock = { spentMs: 0, last: performance.now() };
  const tick = () => {
    const now = performance.now();
    clock.spentMs += Math.min(now - clock.last, IDLE_MS);
    clock.last = now;
  };
  for (const type of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
    window.addEventListener(type, tick, { capture: true, passive: true });
  }
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') tick();
    else clock.last = performance.now();
  });

  const tell = (message) => {
    if (inLab)
      window.parent.postMessage(
        { source: 'task-lab', job: decodeURIComponent(jobId), index: Number(index), ...message },
        location.origin,
      );
  };

  const appearance = ({ theme, lang }) => {
    const root = document.documentElement;
    if (lang) root.lang = lang;
    if (theme === undefined) return;
    // Elements take the scheme from the custom property, the page around them from the standard one.
    for (const name of ['--crowd-color-scheme', 'color-scheme']) {
      if (theme) root.style.setProperty(name, theme);
      else root.style.removeProperty(name);
    }
    document.querySelector('meta[name="color-scheme"]')?.setAttribute('content', theme || 'light dark');
  };
  appearance({ theme: document.documentElement.dataset.theme });

  /** Names and tags of the elements that make up the answer, for the check against their schemas. */
  const widgetsOf = (event) => {
    // A widget may bring a form of its own: then the event seems to come from the widget.
    const form = event.composedPath()[0];
    return [event.target, ...form.querySelectorAll('*')]
      .filter(({ localName }) => localName.startsWith('crowd-'))
      .map((element) => ({ name: element.getAttribute('name'), tag: element.localName }));
  };

  const contentOf = ({ answers, fields }) => {
    if (typeof fields?.taskAnswers === 'string') return JSON.parse(fields.taskAnswers)[0];
    return answers ?? fields;
  };

  const send = async (body) => {
    try {
      const response = await fetch(ANSWERS, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      const result = await response.json();
      if (!response.ok) throw new Error(result.error);
      tell({ kind: 'submitted', result });
      if (!inLab) document.title = `Saved: ${result.file}`;
    } catch (error) {
      tell({ kind: 'unsent', message: String(error.message ?? error) });
      if (!inLab) document.title = 'The answer could not be saved';
      throw error;
    }
  };

  document.addEventListener('crowd-submit', (event) => {
    event.preventDefault();
    tick();
    // The form stays busy until the answer is on disk; when that fails it keeps the answer and offers Submit again.
    event.detail.waitUntil(
      send({
        answerContent: contentOf(event.detail),
        widgets: widgetsOf(event),
        acceptanceTime,
        timeSpentInSeconds: Math.round(clock.spentMs) / 1000,
      }),
    );
  });

  document.addEventListener('all-crowd-elements-ready', () => tell({ kind: 'ready' }));
  document.addEventListener(
    'securitypolicyviolation',
    ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) => {
      tell({
        kind: 'violation',
        directive: violatedDirective,
        blocked: blockedURI,
        file: sourceFile,
        line: lineNumber,
        sample,
      });
    },
  );
  window.addEventListener(
    'error',
    (event) => {
      if (event.target !== window && event.target instanceof Element) {
        tell({
          kind: 'load-error',
          address: event.target.getAttribute('src') ?? event.target.getAttribute('href') ?? '',
        });
      } else if (event.message) {
        tell({ kind: 'console', level: 'error', message: event.message, line: event.lineno });
      }
    },
    true,
  );
  window.addEventListener('unhandledrejection', ({ reason }) => {
    tell({ kind: 'console', level: 'error', message: String(reason?.message ?? reason) });
  });
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...parts) => {
      tell({
        kind: 'console',
        level: level === 'warn' ? 'warning' : 'error',
        message: parts.map(String).join(' ').slice(0, 2000),
      });
      original.apply(console, parts);
    };
  }

  window.addEventListener('message', (event) => {
    if (event.origin !== location.origin || event.source !== window.parent || event.data?.source !== 'task-lab') return;
    if (event.data.kind === 'appearance') appearance(event.data);
  });
})();
