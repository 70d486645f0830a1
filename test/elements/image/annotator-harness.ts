import {
  mouse,
  painted,
  pointOf,
  press,
  setViewport,
  touch,
  type DragOptions,
  type PagePoint,
} from '../../support/input.js';
import type { ImageAnnotator } from '../../../src/elements/image/image-annotator.js';
import type { ShapeAnnotation } from '../../../src/document/annotation.js';

/** A place in image pixels, `[x, y]`. */
export type ImagePoint = readonly [x: number, y: number];

/** How a task is opened; everything has a default. */
export interface TaskOptions {
  readonly labels?: readonly string[];
  readonly width?: number;
  readonly height?: number;
  /** Address of the picture; by default a checkerboard of `width` by `height`. */
  readonly src?: string | null;
  readonly initialValue?: unknown;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Size of the element on the page, in CSS pixels. */
  readonly page?: { readonly width: number; readonly height: number };
  readonly within?: HTMLElement;
}

/** A checkerboard as SVG, of exactly this natural size. */
export function checkerboard(width: number, height: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><pattern id="p" width="40" height="40" patternUnits="userSpaceOnUse"><rect width="40" height="40" fill="#ddd"/><rect width="20" height="20" fill="#bbb"/><rect x="20" y="20" width="20" height="20" fill="#bbb"/></pattern></defs><rect width="100%" height="100%" fill="url(#p)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** An annotator with a picture, spoken to as a person would: in places of the picture, keys and buttons. */
export class AnnotatorHarness {
  constructor(readonly element: ImageAnnotator<ShapeAnnotation>) {}

  get answer(): Record<string, unknown> {
    return this.element.value;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get stage(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.stage')!;
  }

  /** Where a place of the picture is on the page now. */
  at([x, y]: ImagePoint): PagePoint {
    const rect = this.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect();
    const { width, height } = this.size;
    return [rect.left + (x / width) * rect.width, rect.top + (y / height) * rect.height];
  }

  /** Waits until the frame has its final layout: on a busy machine its pieces arrive one after the other. */
  async settled(): Promise<void> {
    let calm = 0;
    let before = '';
    for (let turn = 0; turn < 120 && calm < 4; turn++) {
      await painted();
      const now = JSON.stringify(this.root.querySelector('canvas.upper-canvas')?.getBoundingClientRect());
      calm = now === before ? calm + 1 : 0;
      before = now;
    }
  }

  /** The picture's natural size. */
  get size(): { width: number; height: number } {
    const image = this.root.querySelector<HTMLImageElement>('.picture img')!;
    return { width: image.naturalWidth, height: image.naturalHeight };
  }

  /** CSS pixels an image pixel. */
  get scale(): number {
    return this.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect().width / this.size.width;
  }

  async drag(points: readonly ImagePoint[], options: DragOptions = {}): Promise<void> {
    await mouse.drag(
      points.map((point) => this.at(point)),
      options,
    );
    await painted();
  }

  async click(point: ImagePoint, options: DragOptions = {}): Promise<void> {
    await mouse.move(this.at(point));
    await mouse.click(this.at(point), options);
    await painted();
  }

  async hover(point: ImagePoint): Promise<void> {
    await mouse.move(this.at(point));
    await painted();
  }

  async fingerDrag(points: readonly ImagePoint[]): Promise<void> {
    await touch.drag(points.map((point) => this.at(point)));
    await painted();
  }

  async press(...keys: string[]): Promise<void> {
    await press(...keys);
    await painted();
  }

  /** Chooses a label by clicking its row. */
  async chooseLabel(name: string): Promise<void> {
    const row = this.labelRows.find((button) => button.textContent?.includes(name));
    if (!row) throw new Error(`No label "${name}" in the pane: ${this.labelRows.map((each) => each.textContent)}`);
    await mouse.click(pointOf(row));
    await painted();
  }

  get labelRows(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>('.label-pane-content .label-button')];
  }

  get chosenLabel(): string | undefined {
    return this.labelRows.find((row) => row.classList.contains('selected'))?.textContent?.trim();
  }

  /** Clicks the toolbar button with this id. */
  async use(id: string): Promise<void> {
    const button = this.button(id);
    if (!button) throw new Error(`No button "${id}" in the toolbar.`);
    await mouse.click(pointOf(button));
    await painted();
  }

  button(id: string): HTMLButtonElement | null {
    return this.root.querySelector<HTMLButtonElement>(`button#${id}`);
  }

  /** Rows of the object list that are in view. */
  get objects(): HTMLElement[] {
    return [
      ...this.root.querySelectorAll<HTMLElement>('oce-object-list [role="option"], oce-object-list [role="row"]'),
    ];
  }

  /** What a screen reader has been told last. */
  get announcement(): string {
    return this.root.querySelector('oce-announcer')?.textContent?.trim() ?? '';
  }

  async focusStage(): Promise<void> {
    this.stage.focus();
    await painted();
  }
}

/** Puts an annotator on the page, waits for its picture, and gives it focus. */
export async function openTask(tag: string, options: TaskOptions = {}): Promise<AnnotatorHarness> {
  const { labels = ['Car', 'Bus'], width = 400, height = 300, page = { width: 1100, height: 560 } } = options;
  await setViewport(Math.max(1180, page.width), Math.max(720, page.height));
  const element = document.createElement(tag) as ImageAnnotator<ShapeAnnotation>;
  element.style.setProperty('--crowd-task-height', `${page.height}px`);
  element.style.width = `${page.width}px`;
  element.setAttribute('name', 'task');
  element.setAttribute('labels', JSON.stringify(labels));
  // Tests of other tasks look the same to the journal; those of drafts turn it on.
  element.setAttribute('drafts', 'off');
  for (const [name, value] of Object.entries(options.attributes ?? {})) element.setAttribute(name, value);
  const src = options.src === undefined ? checkerboard(width, height) : options.src;
  if (options.initialValue !== undefined) element.initialValue = options.initialValue;
  const ready =
    src === null
      ? Promise.resolve()
      : new Promise((resolve) => {
          element.addEventListener('picture-ready', resolve, { once: true });
          element.addEventListener('picture-failed', resolve, { once: true });
        });
  if (src !== null) element.setAttribute('src', src);
  (options.within ?? document.body).append(element);
  opened.add(element);
  await element.updateComplete;
  await ready;
  const task = new AnnotatorHarness(element);
  await task.settled();
  return task;
}

const opened = new Set<HTMLElement>();

/** Takes every opened task off the page; for `afterEach`. */
export function closeTasks(): void {
  for (const element of opened) element.remove();
  opened.clear();
}
