import { html, LitElement } from 'lit';
import { AnnotatorSession } from '../../src/canvas/annotator-session.js';
import type { Command } from '../../src/canvas/command.js';
import { boxKind } from '../../src/canvas/kinds/box-kind.js';
import type { Tool } from '../../src/canvas/tool.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { baseStyles, fullPageScheme, tokens } from '../../src/theme/tokens.js';
import { frameStyles, TaskFrame, type FrameView, type WorkSession } from '../../src/workspace/index.js';

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
