import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Command, CommandGroup } from '../../canvas/command.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import type { FrameDialog } from '../frame-context.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { hotkeyName, keyName, readLayout } from '../keys.js';
import { SessionController } from '../session-context.js';

interface Shortcut {
  readonly title: string;
  /** Alternatives; each a chord of key names. */
  readonly keys: readonly (readonly string[])[];
}

const groupTitles: Readonly<Record<CommandGroup, () => string>> = {
  tools: t.groupTools,
  labels: t.labels,
  edit: t.groupEdit,
  view: t.groupView,
  task: t.groupTask,
};
const groups = Object.keys(groupTitles) as CommandGroup[];

/**
 * Full instructions, tool guide and shortcuts. All three are in the page from the start, since scripts look for them.
 *
 * @element oce-dialogs
 */
export class OceDialogs extends FramePiece {
  private stop?: () => void;

  @state() private shown?: FrameDialog;
  @state() private header = '';
  @state() private filter = '';

  constructor() {
    super();
    new SessionController(this, ['labels']);
  }

  override disconnectedCallback(): void {
    this.stop?.();
    this.stop = undefined;
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { frame } = this;
    if (frame && !this.stop && this.isConnected) this.stop = frame.changed.subscribe(() => this.follow());
  }

  private follow(): void {
    const next = this.frame?.dialog;
    if (next === this.shown) return;
    const root = this.getRootNode();
    if (next === 'instructions' && root instanceof ShadowRoot) {
      this.header = root.host.querySelector(':scope > full-instructions')?.getAttribute('header') ?? '';
    }
    if (next === 'shortcuts') {
      this.filter = '';
      void readLayout().then(() => this.requestUpdate());
    }
    this.shown = next;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('shown')) return;
    for (const dialog of this.querySelectorAll('dialog')) {
      if (dialog.dataset.dialog === this.shown) dialog.showModal();
      else dialog.close();
    }
  }

  private handleClose(event: Event): void {
    const { dialog } = (event.target as HTMLElement).dataset;
    if (dialog === this.shown) this.frame?.showDialog(undefined);
  }

  private handleFilter(event: Event): void {
    this.filter = (event.target as HTMLInputElement).value;
  }

  private shortcutsOf(group: CommandGroup): Shortcut[] {
    const commands: Shortcut[] = (this.frame?.commands ?? [])
      .filter((command) => command.group === group && command.keys.length)
      .map((command: Command) => ({
        title: command.title(),
        keys: command.keys.map((key) => key.split('+').map(keyName)),
      }));
    if (group !== 'labels') return commands;
    const labels = (this.frame?.choices ?? [])
      .filter(({ hotkey }) => hotkey)
      .map(({ title, hotkey }) => ({ title, keys: [[hotkeyName(hotkey)]] }));
    return [...commands, ...labels];
  }

  private renderShortcuts(): TemplateResult {
    const wanted = this.filter.trim().toLowerCase();
    const fits = ({ title, keys }: Shortcut) =>
      title.toLowerCase().includes(wanted) || keys.some((chord) => chord.join('+').toLowerCase() === wanted);
    const sections = groups.flatMap((group) => {
      const rows = this.shortcutsOf(group).filter(fits);
      return rows.length ? [{ title: groupTitles[group](), rows }] : [];
    });
    if (!sections.length) return html`<p class="oce-hint">${t.noShortcut(this.filter)}</p>`;
    return html`
      <div class="oce-shortcuts">
        ${sections.map(
          ({ title, rows }) => html`
            <section>
              <h3>${title}</h3>
              <dl>
                ${rows.map(
                  (row) => html`
                    <div>
                      <dt dir="auto">${row.title}</dt>
                      <dd>
                        ${row.keys.map((chord) => html`<span class="oce-chord">${chord.map((key) => html`<kbd>${key}</kbd>`)}</span>`)}
                      </dd>
                    </div>
                  `,
                )}
              </dl>
            </section>
          `,
        )}
      </div>
    `;
  }

  private renderDialog(name: FrameDialog, title: string, content: unknown, top: unknown = nothing): TemplateResult {
    return html`
      <dialog
        class="oce-dialog ${name === 'instructions' ? 'awsui-modal-dialog' : ''}"
        part="dialog"
        data-dialog=${name}
        aria-label=${title}
        @close=${this.handleClose}
        closedby="any"
      >
        <div class="oce-dialog-box">
          <header>
            <h2 dir="auto">${title}</h2>
            ${top}
            <button
              class="oce-icon-button"
              type="button"
              aria-label=${t.close()}
              title=${t.close()}
              @click=${() => this.frame?.showDialog(undefined)}
            >
              ${icon('close')}
            </button>
          </header>
          <div class="oce-dialog-content" tabindex="0">${content}</div>
        </div>
      </dialog>
    `;
  }

  override render(): TemplateResult {
    const isListed = this.shown === 'shortcuts';
    const topic = this.frame?.topic;
    const search = html`
      <input
        class="oce-input"
        type="search"
        aria-label=${t.searchShortcuts()}
        placeholder=${t.searchShortcuts()}
        .value=${this.filter}
        @input=${this.handleFilter}
      />
    `;
    return html`
      ${this.renderDialog(
        'instructions',
        this.header || t.instructions(),
        html`<div class="oce-paper">
          <div class="oce-region" part="full-instructions"><slot name="full-instructions"></slot></div>
        </div>`,
      )}
      ${this.renderDialog(
        'guide',
        topic?.link ?? t.toolGuideTitle(),
        html`
          ${topic?.figure}
          <ul class="oce-guide">
            ${(topic ? [topic] : this.frame?.guide)?.map(
              (entry) => html`
                <li>
                  <span class="oce-guide-icon">${icon(entry.icon)}</span>
                  <div>
                    <h3>${entry.title}</h3>
                    <p>${entry.text}</p>
                  </div>
                </li>
              `,
            )}
          </ul>
          <p class="oce-hint">${t.toolGuideKeys()}</p>
        `,
      )}
      ${this.renderDialog('shortcuts', t.shortcuts(), isListed ? this.renderShortcuts() : nothing, search)}
    `;
  }
}
