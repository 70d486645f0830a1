import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import type { CrowdEntityAnnotation } from '../../../src/elements/text/crowd-entity-annotation.js';
import { mouse, painted, pointOf, press, setViewport, touch, type PagePoint } from '../../support/input.js';

/** How a text task is opened; everything has a default. */
export interface TextTaskOptions {
  readonly labels?: unknown;
  readonly text?: string;
  readonly initialValue?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly page?: { readonly width: number; readonly height: number };
  readonly within?: HTMLElement;
}

/** Labels of most tests. */
export const people = [
  { label: 'person', shortDisplayName: 'per', fullDisplayName: 'Person' },
  { label: 'place', shortDisplayName: 'loc', fullDisplayName: 'Place' },
  { label: 'date', shortDisplayName: 'dat' },
];

/** Text of most tests. */
export const sentence = 'Ada Lovelace was born in London in 1815. London was large.';

/** A span as answers hold it. */
export interface Entity {
  readonly label: string;
  readonly startOffset: number;
  readonly endOffset: number;
}

/** The place of words in a text as an answer. */
export function entity(text: string, words: string, label: string, from = 0): Entity {
  const startOffset = text.indexOf(words, from);
  return { endOffset: startOffset + words.length, label, startOffset };
}

/** A text annotator, spoken to as a person would: in words of the text, keys and buttons. */
export class TextHarness {
  constructor(readonly element: CrowdEntityAnnotation) {}

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get form(): CrowdForm {
    return this.root.querySelector('crowd-form')!;
  }

  get entities(): Entity[] {
    return this.element.value['entities'] as Entity[];
  }

  /** The words that are labelled, with their labels: `Ada Lovelace/person`. */
  get labelled(): string[] {
    return this.entities.map(({ label, startOffset, endOffset }) =>
      [this.element.text.slice(startOffset, endOffset), label].join('/'),
    );
  }

  get textBox(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.text')!;
  }

  /** Where words stand on the page now. `nth` counts from 0. */
  boxOf(words: string, nth = 0): DOMRect {
    const range = document.createRange();
    let offset = -1;
    const walker = document.createTreeWalker(this.textBox, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
    const all = nodes.map(({ data }) => data).join('');
    for (let at = 0; at <= nth; at++) offset = all.indexOf(words, offset + 1);
    if (offset < 0) throw new Error(`"${words}" is not in the text.`);
    const place = (at: number, isEnd: boolean): [Text, number] => {
      let rest = at;
      for (const node of nodes) {
        if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
        rest -= node.length;
      }
      throw new Error('outside of the text');
    };
    range.setStart(...place(offset, false));
    range.setEnd(...place(offset + words.length, true));
    return range.getBoundingClientRect();
  }

  on(words: string, nth = 0): PagePoint {
    const { left, top, width, height } = this.boxOf(words, nth);
    return [left + width / 2, top + height / 2];
  }

  /** Drags over words, from their first to their last character. */
  async drag(words: string, { nth = 0, back = false } = {}): Promise<void> {
    const { left, right, top, bottom } = this.boxOf(words, nth);
    const y = (top + bottom) / 2;
    const points: PagePoint[] = [
      [left + 1, y],
      [(left + right) / 2, y],
      [right - 1, y],
    ];
    await mouse.drag(back ? points.reverse() : points);
    await painted();
  }

  async click(words: string, nth = 0): Promise<void> {
    await mouse.click(this.on(words, nth));
    await painted();
  }

  async doubleClick(words: string, nth = 0): Promise<void> {
    await mouse.doubleClick(this.on(words, nth));
    await painted();
  }

  async tap(words: string, nth = 0): Promise<void> {
    await touch.tap(this.on(words, nth));
    await painted();
  }

  async press(...keys: string[]): Promise<void> {
    await press(...keys);
    await painted();
  }

  async use(id: string): Promise<void> {
    await mouse.click(pointOf(this.root.querySelector(`button#${id}`)!));
    await painted();
  }

  async chooseLabel(name: string): Promise<void> {
    const rows = [...this.root.querySelectorAll<HTMLElement>('.label-pane-content .label-button')];
    await mouse.click(pointOf(rows.find((row) => row.textContent?.includes(name))!));
    await painted();
  }

  /** Names above the text that are on the page. */
  get chips(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.chip')];
  }

  get chipNames(): string[] {
    return this.chips.map((chip) => chip.querySelector('.chip-name')!.textContent ?? '');
  }

  /** Words of the run that is marked and has no label yet; by the painted boxes. */
  get markBoxes(): DOMRect[] {
    return [...this.root.querySelectorAll('.pending-run')].map((box) => box.getBoundingClientRect());
  }

  get announcement(): string {
    return this.root.querySelector('oce-announcer')?.textContent?.trim() ?? '';
  }

  /** What a screen reader hears of the cursor. */
  async cursorText(): Promise<string> {
    await new Promise((resolve) => setTimeout(resolve, 220));
    return this.root.querySelector('.reading')?.textContent?.trim() ?? '';
  }

  get message(): string {
    return this.root.querySelector('.oce-status-message')?.textContent?.trim() ?? '';
  }

  get objects(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('oce-object-list [role="row"]')];
  }
}

const opened = new Set<HTMLElement>();

/** Puts a text annotator on the page and gives it focus. */
export async function openText(options: TextTaskOptions = {}): Promise<TextHarness> {
  const { labels = people, text = sentence, page = { width: 1100, height: 560 } } = options;
  await setViewport(Math.max(1180, page.width), Math.max(720, page.height));
  const element = document.createElement('crowd-entity-annotation') as CrowdEntityAnnotation;
  element.style.setProperty('--crowd-task-height', `${page.height}px`);
  element.style.width = `${page.width}px`;
  element.setAttribute('name', 'task');
  element.setAttribute('labels', typeof labels === 'string' ? labels : JSON.stringify(labels));
  element.setAttribute('drafts', 'off');
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  if (options.initialValue !== undefined) element.setAttribute('initial-value', JSON.stringify(options.initialValue));
  element.setAttribute('text', text);
  if (options.content) element.innerHTML = options.content;
  // Alone in the window it would fill it.
  const holder = document.createElement('div');
  holder.append(element);
  (options.within ?? document.body).append(holder);
  opened.add(holder);
  await element.updateComplete;
  const task = new TextHarness(element);
  task.textBox.focus();
  await painted();
  await painted();
  return task;
}

/** Takes every opened task off the page; for `afterEach`. */
export function closeTexts(): void {
  for (const element of opened) element.remove();
  opened.clear();
}

/** Collects what the console is told while `run` runs. */
export async function consoleDuring(run: () => Promise<void>): Promise<{ level: string; text: string }[]> {
  const told: { level: string; text: string }[] = [];
  const levels = ['info', 'warn', 'error'] as const;
  const before = levels.map((level) => console[level]);
  for (const level of levels)
    console[level] = (...parts: unknown[]) => void told.push({ level, text: parts.join(' ') });
  try {
    await run();
  } finally {
    levels.forEach((level, index) => (console[level] = before[index]!));
  }
  return told;
}

/** Waits for what a worker would see. */
export async function until(holds: () => boolean): Promise<void> {
  for (let frame = 0; frame < 200 && !holds(); frame++) await painted();
  if (!holds()) throw new Error(`Not within 200 frames: ${holds.toString()}`);
}
