import type { BoxAnnotation } from '../../src/document/annotation.js';
import { labelsFromNames } from '../../src/labels/labels.js';
import { mouse, painted, pointOf, setViewport } from '../support/input.js';
import { DemoTask } from './demo-element.js';

customElements.define('demo-task', DemoTask);

/** How a task is opened; everything has a default. */
export interface DemoOptions {
  readonly labels?: readonly string[];
  readonly boxes?: number;
  readonly width?: number;
  readonly height?: number;
  readonly content?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly within?: HTMLElement;
}

/** A box that is easy to tell from others by its number. */
export function box(number: number, label: string): BoxAnnotation {
  return { id: `b${number}`, kind: 'box', label, left: number % 900, top: number % 500, width: 40, height: 30 };
}

/** The frame as a person uses it. */
export class FrameHarness {
  constructor(readonly task: DemoTask) {}

  get root(): ShadowRoot {
    return this.task.shadowRoot!;
  }

  get session(): DemoTask['session'] {
    return this.task.session;
  }

  /** The only element that fits a selector in the frame. */
  find<T extends HTMLElement = HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(`The frame has no ${selector}.`);
    return found;
  }

  all(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)];
  }

  /** Whether something can be seen. */
  isSeen(selector: string): boolean {
    return (
      this.root.querySelector(selector)?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ?? false
    );
  }

  async click(target: string | Element, options?: Parameters<typeof mouse.click>[1]): Promise<void> {
    const element = typeof target === 'string' ? this.find(target) : target;
    await mouse.click(pointOf(element), options);
    await this.settled();
  }

  /** The button with this name for screen readers or this text. */
  button(name: string): HTMLElement {
    const found = this.all('button').find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name && each.checkVisibility(),
    );
    if (!found) throw new Error(`No button "${name}" can be seen.`);
    return found;
  }

  async settled(): Promise<void> {
    await painted();
    await painted();
  }

  get labels(): HTMLElement[] {
    return this.all('.label-pane-content > .label-button');
  }

  labelRow(name: string): HTMLElement {
    const row = this.labels.find((each) => each.dataset['label'] === name);
    if (!row) throw new Error(`No label "${name}" in the pane.`);
    return row;
  }

  get objects(): HTMLElement[] {
    return this.all('oce-object-list [role="row"]');
  }

  get spoken(): string {
    return this.find('oce-announcer').textContent?.trim() ?? '';
  }
}

/** Puts a task on the page and waits until it is painted. */
export async function openDemo(options: DemoOptions = {}): Promise<FrameHarness> {
  const { labels = ['Car', 'Bus', 'Person'], boxes = 0, width = 1180, height = 700, within = document.body } = options;
  await setViewport(Math.max(1200, width), Math.max(720, height));
  const task = document.createElement('demo-task') as DemoTask;
  task.style.width = `${width}px`;
  task.style.height = `${height}px`;
  for (const [name, value] of Object.entries(options.attributes ?? {})) task.setAttribute(name, value);
  task.innerHTML = options.content ?? '';
  task.session.setLabels(labelsFromNames(labels).value);
  task.session.setPicture({
    type: 'ready',
    url: 'street.png',
    size: { width: 1000, height: 600 },
    readable: true,
    orientation: 'as-stored',
  });
  const annotations = Array.from({ length: boxes }, (_, index) => box(index, labels[index % labels.length] as string));
  task.session.store.load({ annotations, facts: { nothingToLabel: false } });
  if (within === document.body) document.body.replaceChildren(task);
  else within.append(task);
  await task.updateComplete;
  const harness = new FrameHarness(task);
  await harness.settled();
  return harness;
}
