import { chooseLocale, locales } from '../locales/index.js';
import { recallValue, rememberValue } from './memory.js';

const KEY = 'view';

/** What a worker chose whatever the page says; empty follows the page. */
export interface WorkerView {
  readonly theme?: string;
  readonly locale?: string;
}

let shown: WorkerView | undefined;

/** What the worker chose, in this task or in an earlier one. */
export const workerView = (): WorkerView => shown ?? {};

/** Shows the page as the worker chose in an earlier task; asked by every frame, done once a page. */
export function recallView(): void {
  if (!shown) show(recallValue(KEY) ?? {});
}

/** Shows the page in another way; `keeps` for the next task too. */
export function chooseView(part: WorkerView, keeps: boolean): void {
  show({ ...shown, ...part });
  if (keeps) rememberValue(KEY, shown);
}

function show(next: WorkerView): void {
  const { theme } = next;
  // The page's own value stays until the worker wants another one.
  if (shown?.theme || theme === 'light' || theme === 'dark') {
    document.documentElement.style.setProperty('--crowd-color-scheme', theme ?? '');
  }
  shown = next;
  chooseLocale(locales.find((locale) => locale === next.locale));
}
