import { html, LitElement } from 'lit';
import { AnnotatorSession } from '../../src/canvas/annotator-session.js';
import type { Command } from '../../src/canvas/command.js';
import { boxKind } from '../../src/canvas/kinds/box-kind.js';
import type { Tool } from '../../src/canvas/tool.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { labelsFromNames } from '../../src/labels/labels.js';
import { baseStyles, fullPageScheme, tokens } from '../../src/theme/tokens.js';
import { frameStyles, TaskFrame, type FrameView, type WorkSession } from '../../src/workspace/index.js';
import { mouse, painted, pointOf, setViewport } from '../support/input.js';

function idleTool(id: string): Tool<BoxAnnotation> {
  const nothing = () => undefined;
  return {
    id,
    cursor: 'default',
    isBusy: false,
    press: nothing,
    move: nothing,
    release: nothing,
    cancel: nothing,
    finish: nothing,
  };
}

/** A task with the real frame and a real session, but with an empty stage: the frame's own behaviour, nothing else. */
export class DemoTask extends LitElement {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles];

  readonly session = new AnnotatorSession<BoxAnnotation>({
    kinds: [boxKind],
    tools: [idleTool('box'), idleTool('select')],
  });
  readonly frame = new TaskFrame(this, {
    session: this.session as unknown as WorkSession,
    guide: () => [{ icon: 'box', title: 'Box', text: 'Drag from corner to corner.' }],
  });
  /** Parts of the view that a test changes. */
  view: Partial<FrameView> = {};
  submitted = 0;
  retried = 0;
  ran: string[] = [];

  constructor() {
    super();
    const { session } = this;
    const command = (id: string, extra: Partial<Command>): Command => ({
      id,
      group: 'edit',
      title: () => id,
      keys: [],
      isEnabled: () => true,
      run: () => this.ran.push(id),
      ...extra,
    });
    session.commands = [
      ...session.tools.map(({ id }, index) =>
        command(id, {
          group: 'tools',
          place: 'tools',
          icon: id,
          keys: [['KeyB', 'KeyM'][index] as string],
          isActive: () => session.tool.id === id,
          run: () => session.chooseTool(id),
        }),
      ),
      command('undo', {
        place: 'history',
        icon: 'undo',
        keys: ['Mod+KeyZ'],
        isEnabled: () => session.store.canUndo,
        run: () => session.store.undo(),
      }),
      command('redo', {
        place: 'history',
        icon: 'redo',
        keys: ['Mod+Shift+KeyZ'],
        isEnabled: () => session.store.canRedo,
        run: () => session.store.redo(),
      }),
      command('delete', {
        place: 'edit',
        icon: 'delete',
        keys: ['Delete'],
        isEnabled: () => session.selection.size > 0,
      }),
      command('duplicate', { place: 'edit', icon: 'duplicate', keys: ['KeyD'] }),
      command('copy', { keys: ['Mod+KeyC'], byBrowser: true }),
      command('nudge', { keys: ['ArrowLeft'] }),
      command('print', { keys: ['Mod+KeyP'] }),
      command('zoom-in', { group: 'view', place: 'view', icon: 'zoom-in', keys: ['Equal'] }),
      command('zoom-out', { group: 'view', place: 'view', icon: 'zoom-out', keys: ['Minus'] }),
      command('fit', { group: 'view', place: 'view', icon: 'fit', keys: ['KeyF'] }),
    ];
  }

  protected override updated(): void {
    const stage = this.renderRoot.querySelector<HTMLElement>('.oce-stage');
    if (stage) this.session.viewport.setStageSize({ width: stage.clientWidth, height: stage.clientHeight });
  }

  override render() {
    return this.frame.render({
      header: 'Draw a box around every vehicle.',
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      stage: html`<oce-picture-state .retry=${() => this.retried++}></oce-picture-state>`,
      side: html`<oce-label-pane></oce-label-pane><oce-object-list></oce-object-list>`,
      status: html`<oce-status></oce-status>`,
      submit: () => this.submitted++,
      ...this.view,
    });
  }
}

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
