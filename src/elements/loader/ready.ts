import { formTerms } from '../../locales/terms/form.js';
import { showDimmer } from './dimmer.js';

/** After this long the page is uncovered even if an element never became ready. */
const patienceMs = 10_000;

interface UpdatingElement extends Element {
  readonly updateComplete?: Promise<unknown>;
}

/** Every element in the document, shadow roots included, that can say when it is ready. */
function* updatingElements(root: Document | ShadowRoot): Generator<UpdatingElement> {
  for (const element of root.querySelectorAll<UpdatingElement>(':defined')) {
    if (element.updateComplete) yield element;
    if (element.shadowRoot) yield* updatingElements(element.shadowRoot);
  }
}

const parsed = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
  });

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Settles when `work` does, or with a warning when that takes too long. */
async function withPatience(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      console.warn('A crowd element did not become ready in time. The page is shown anyway.');
      resolve();
    }, patienceMs);
  });
  await Promise.race([work, patience]);
  clearTimeout(timer);
}

/** All elements have rendered, those too that others create while they render. */
async function rendered(): Promise<void> {
  const known = new Set<UpdatingElement>();
  for (;;) {
    const fresh = [...updatingElements(document)].filter((element) => !known.has(element));
    if (!fresh.length) return;
    for (const element of fresh) known.add(element);
    // An element that fails has said so itself; the others must not wait for it.
    await Promise.allSettled(fresh.map((element) => element.updateComplete));
  }
}

/**
 * Covers the page, waits for the document and its elements, fires `all-crowd-elements-ready` once, and uncovers the page.
 *
 * @param define Registers the elements; an error in it is reported and does not leave the page covered.
 */
export async function announceReady(define: () => void): Promise<void> {
  const dimmer = showDimmer();
  try {
    define();
    await parsed();
    // By now the elements know the language of the page.
    dimmer.textContent = formTerms.loading();
    // Listeners for DOMContentLoaded, and libraries that call theirs a task later, come first: they may register for the event.
    await nextTask();
    await nextTask();
    await withPatience(rendered());
  } catch (error) {
    console.error('Crowd elements could not be started.', error);
    await parsed();
  } finally {
    dimmer.remove();
  }
  document.dispatchEvent(new Event('all-crowd-elements-ready'));
}
