import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import { clearLost } from '../../canvas/mask/record-edits.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { icon } from '../../workspace/index.js';

/** Asks the worker what becomes of pixels whose label was taken away; until then they are hidden and not answered. */
export class RemovedLabels implements ReactiveController {
  private names: readonly string[] = [];
  private stop?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: () => MaskSession,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Whoever takes the clearing back is asked again.
    this.stop = this.session().store.changed.subscribe((event) => {
      if (event.type === 'undo' && event.step.name === 'clearLabels') this.check();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  /** Looks for painted labels that are no longer on offer. Returns a sentence about them, if there are any. */
  check(): string | undefined {
    const { store, pixels } = this.session();
    const lost = store.snapshot.annotations.filter(
      ({ label, index }) => !this.session().labelNamed(label) && pixels.areaOf(index) > 0,
    );
    this.set([...new Set(lost.map(({ label }) => label))]);
    return this.names.length ? t.removedLabels(this.names.join(', ')) : undefined;
  }

  private set(names: readonly string[]): void {
    this.names = names;
    this.host.requestUpdate();
  }

  private clear(): void {
    clearLost(this.session());
    this.set([]);
  }

  render(): TemplateResult | typeof nothing {
    if (!this.names.length) return nothing;
    return html`
      <div class="oce-banner" role="group">
        ${icon('warning')}<span>${t.removedLabels(this.names.join(', '))}</span>
        <span class="oce-banner-buttons">
          <button class="oce-button oce-primary" type="button" @click=${() => this.clear()}>${t.clearRemoved()}</button>
          <button class="oce-button oce-quiet" type="button" @click=${() => this.set([])}>${t.keepRemoved()}</button>
        </span>
      </div>
    `;
  }
}
