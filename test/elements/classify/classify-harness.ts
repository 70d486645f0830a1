import type { CategoryElement } from '../../../src/elements/classify/category-element.js';
import { mouse, painted, pointOf, press, setViewport, type } from '../../support/input.js';

/** How a classifier is opened. */
export interface ClassifyOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  /** Content of the element. */
  readonly html?: string;
  readonly within?: Element;
}

/** A classifier, spoken to as a worker would. */
export class ClassifyHarness {
  constructor(readonly element: CategoryElement) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  /** The element's part of the answer. */
  get answer(): unknown {
    const part = this.element.answerContribution();
    return part?.type === 'value' ? part.value : undefined;
  }

  get buttons(): HTMLButtonElement[] {
    return [...this.root.querySelectorAll<HTMLButtonElement>('button.category-button')];
  }

  /** Texts of the buttons that can be seen. */
  get shown(): string[] {
    return this.buttons.filter((button) => !button.hidden).map(nameOf);
  }

  get chosen(): string[] {
    return this.buttons.filter((button) => button.getAttribute('aria-pressed') === 'true').map(nameOf);
  }

  get exclusion(): HTMLButtonElement | null {
    return this.root.querySelector<HTMLButtonElement>('.exclusion-button');
  }

  get search(): HTMLInputElement | null {
    return this.root.querySelector<HTMLInputElement>('.category-search input');
  }

  get problem(): string {
    return this.root.querySelector('.picker-problem')?.textContent?.trim() ?? '';
  }

  /** What stands above the task to be read. */
  get warnings(): string[] {
    return [...this.root.querySelectorAll('[part="warning"] > span:first-of-type')].map(
      ({ textContent }) => textContent?.trim() ?? '',
    );
  }

  /** What a screen reader has been told last. */
  get announcement(): string {
    const voices = this.root.querySelectorAll('.voice, oce-announcer');
    return [...voices].map((voice) => voice.textContent?.trim() ?? '').join('');
  }

  async click(name: string): Promise<void> {
    const button = [...this.buttons, ...(this.exclusion ? [this.exclusion] : [])].find((each) => nameOf(each) === name);
    if (!button) throw new Error(`No category "${name}": ${this.buttons.map(nameOf)}`);
    button.scrollIntoView({ block: 'nearest' });
    await mouse.click(pointOf(button));
    await painted();
  }

  async press(...keys: string[]): Promise<void> {
    await press(...keys);
    await painted();
  }

  async type(text: string): Promise<void> {
    await type(text);
    await painted();
  }

  /** Clicks the first node of the shadow root that fits. */
  async clickOn(selector: string): Promise<void> {
    const node = this.root.querySelector(selector);
    if (!node) throw new Error(`Nothing fits ${selector}.`);
    await mouse.click(pointOf(node));
    await painted();
  }
}

const nameOf = (button: Element) => button.querySelector('.category-name')?.textContent?.trim() ?? '';

const opened = new Set<Element>();

/** Puts a classifier on the page and waits until it is ready. */
export async function openClassifier(tag: string, options: ClassifyOptions = {}): Promise<ClassifyHarness> {
  await setViewport(1200, 760);
  const element = document.createElement(tag) as CategoryElement;
  element.style.setProperty('--crowd-task-height', '600px');
  const attributes = { name: 'task', drafts: 'off', categories: "['Cat', 'Dog', 'Bird']", ...options.attributes };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.innerHTML = options.html ?? '<classification-target>Which animal?</classification-target>';
  (options.within ?? document.body).append(element);
  opened.add(options.within ?? element);
  await element.updateComplete;
  await painted();
  return new ClassifyHarness(element);
}

/** Takes everything off the page; for `afterEach`. */
export function closeClassifiers(): void {
  for (const node of opened) node.remove();
  opened.clear();
}
