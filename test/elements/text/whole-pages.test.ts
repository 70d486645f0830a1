import { expect } from '@open-wc/testing';
import { mouse, painted, pointOf, press, setViewport, type } from '../../support/input.js';

interface TaskWindow extends Window {
  readonly watched: { readonly ready: number; readonly violations: readonly string[] };
}

interface FormElement extends HTMLElement {
  readonly answers: Record<string, unknown>;
}

/** A task in a page of its own, made of the very file that is shipped, under the strict policy. */
class Page {
  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly tag: string,
  ) {}

  get window(): TaskWindow {
    return this.frame.contentWindow as unknown as TaskWindow;
  }

  get element(): HTMLElement {
    return this.window.document.querySelector<HTMLElement>(this.tag)!;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get answers(): Record<string, unknown> {
    const own = this.root.querySelector<FormElement>('crowd-form');
    return (own ?? this.window.document.querySelector<FormElement>('crowd-form')!).answers;
  }

  async ready(): Promise<void> {
    await until(() => this.window?.watched?.ready === 1 && this.element?.shadowRoot != null, 'the page');
    const { pictureReady } = this.element as HTMLElement & { pictureReady?: Promise<void> };
    await pictureReady;
    await painted();
    this.window.focus();
    this.element.focus();
    await painted();
  }

  async click(node: Element | null | undefined): Promise<void> {
    node!.scrollIntoView({ block: 'center' });
    await painted();
    await mouse.click(pointOf(node!));
    await painted();
  }

  /** What the browser's own button does. */
  async reload(): Promise<void> {
    const loaded = new Promise((resolve) => this.frame.addEventListener('load', resolve, { once: true }));
    this.window.location.reload();
    await loaded;
    await this.ready();
  }
}

async function until(holds: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** How each task is worked on, a little. */
const works: Record<string, (page: Page) => Promise<void>> = {
  'crowd-classifier': () => press('2'),
  'crowd-classifier-multi-select': () => press('1', '3'),
  'crowd-image-classifier': () => press('2'),
  'crowd-image-classifier-multi-select': () => press('1', '3'),
  'crowd-rekognition-detect-moderation-labels': () => press('4'),
  'crowd-textract-analyze-document': async () => {
    await press('End');
    await type(' Mina');
    await press('Alt+1', 'Alt+5', 'ArrowRight');
  },
  'crowd-text-ranking': async (page) => {
    await page.click(page.root.querySelectorAll('.rank')[1]);
  },
  'crowd-question-answer-generation': async (page) => {
    await page.click(page.root.querySelectorAll('textarea')[0]);
    await type('When does it leave?');
    await press('Tab');
  },
  'crowd-entity-annotation': async (page) => {
    await press('Control+Shift+ArrowRight', '1');
    const questions = page.root.querySelector('#questions')!;
    await page.click(questions.querySelector('crowd-input'));
    await type('quite sure');
    await page.click(questions.querySelector('[type=checkbox]'));
  },
};

describe('tasks of words in pages of their own', () => {
  let frame: HTMLIFrameElement | undefined;

  async function open(tag: string): Promise<Page> {
    await setViewport(1180, 760);
    frame = document.createElement('iframe');
    // At the origin of the test page, so that points in both are the same.
    frame.style.cssText = 'position: fixed; inset: 0; width: 1180px; height: 760px; border: 0; background: white';
    frame.src = `/test/fixtures/words/task.html?csp&tag=${tag}&at=${Math.random()}`;
    document.body.append(frame);
    const page = new Page(frame, tag);
    await page.ready();
    return page;
  }

  afterEach(() => {
    frame?.remove();
    frame = undefined;
  });

  for (const [tag, work] of Object.entries(works)) {
    it(`<${tag}> comes back after a reload, under a strict policy`, async () => {
      const page = await open(tag);
      const untouched = JSON.stringify(page.answers);
      await work(page);
      await painted();
      const answered = JSON.stringify(page.answers);
      expect(answered).not.to.equal(untouched);
      expect(page.window.watched.violations).to.deep.equal([]);
      // The journal writes at once; the browser's database answers a moment later.
      await new Promise((resolve) => setTimeout(resolve, 400));
      await page.reload();
      const restore = () =>
        [...page.root.querySelectorAll('oce-restore-banner button')].find((button) =>
          /restore/i.test(button.textContent),
        );
      await until(() => restore() !== undefined, 'the offer');
      expect(JSON.stringify(page.answers), 'nothing comes back unasked').to.equal(untouched);
      await page.click(restore());
      await until(() => JSON.stringify(page.answers) === answered, `the answer ${answered}`);
      expect(page.window.watched.violations).to.deep.equal([]);
    });
  }

  it('<crowd-entity-annotation> keeps answers to its questions before anything is labelled', async () => {
    const page = await open('crowd-entity-annotation');
    await page.click(page.root.querySelector('#questions crowd-input'));
    await type('nothing here');
    await new Promise((resolve) => setTimeout(resolve, 700));
    await page.reload();
    await until(() => page.root.querySelector('oce-restore-banner button') !== null, 'the offer');
    await page.click(page.root.querySelector('oce-restore-banner button'));
    await until(() => page.answers['remark'] === 'nothing here', 'the remark');
    expect(page.answers['task']).to.deep.equal({ entities: [] });
  });
});
