import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { formatNumber, formatPercent } from '../../locales/index.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { SessionController, type WatchedAspect } from '../session-context.js';
import { countShown } from '../tally.js';

/**
 * One quiet line under the picture: last message, pointer position, size of the picture, zoom, number of objects.
 *
 * @element oce-status
 */
export class OceStatus extends FramePiece {
  private readonly session = new SessionController(
    this,
    ['message', 'picture', 'store', 'labels', 'viewport'],
    (aspect) => this.follow(aspect),
  );
  private stage?: HTMLElement;
  private frameRequest = 0;
  private pointer?: PointerEvent;
  private shownZoom = '';

  @query('.oce-status-place') private place!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stage = this.parentElement?.querySelector<HTMLElement>('.oce-stage') ?? undefined;
    this.stage?.addEventListener('pointermove', this.handlePointer, { passive: true });
    this.stage?.addEventListener('pointerleave', this.handlePointer, { passive: true });
  }

  override disconnectedCallback(): void {
    this.stage?.removeEventListener('pointermove', this.handlePointer);
    this.stage?.removeEventListener('pointerleave', this.handlePointer);
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = 0;
    super.disconnectedCallback();
  }

  private follow(aspect: WatchedAspect): void {
    if (aspect === 'viewport' && this.zoomText === this.shownZoom) return;
    this.requestUpdate();
  }

  private get zoomText(): string {
    const { pictured } = this.session;
    return pictured ? formatPercent(pictured.viewport.scale) : '';
  }

  /** Written once a frame and past the template: nothing else of the line changes with the pointer. */
  private readonly handlePointer = (event: PointerEvent): void => {
    if (!this.session.pictured) return;
    this.pointer = event.type === 'pointerleave' ? undefined : event;
    this.frameRequest ||= requestAnimationFrame(() => {
      this.frameRequest = 0;
      this.place.textContent = this.placeText();
    });
  };

  private placeText(): string {
    const session = this.session.pictured;
    if (!this.pointer || !this.stage || session?.picture.type !== 'ready') return '';
    const { left, top } = this.stage.getBoundingClientRect();
    const { x, y } = session.viewport.toImage({ x: this.pointer.clientX - left, y: this.pointer.clientY - top });
    const { width, height } = session.viewport.imageSize;
    if (x < 0 || y < 0 || x > width || y > height) return '';
    return `${formatNumber(Math.floor(x))}, ${formatNumber(Math.floor(y))}`;
  }

  override render(): TemplateResult {
    const session = this.session.value;
    this.shownZoom = this.zoomText;
    if (!session) return html`${nothing}`;
    const { message } = session;
    const picture = this.session.pictured?.picture;
    const ready = picture?.type === 'ready' ? picture : undefined;
    return html`
      <span class="oce-status-message" data-tone=${message?.tone ?? nothing}>
        ${message?.tone === 'warning' ? icon('warning') : nothing}<span>${message?.text ?? ''}</span>
      </span>
      ${
        ready?.orientation === 'unknown'
          ? html`<span class="oce-badge" title=${t.orientationUnknownWhy()}
              >${icon('rotate')}${t.orientationUnknown()}</span
            >`
          : nothing
      }
      <span class="oce-status-place" aria-hidden="true"></span>
      <span class="oce-status-size">${ready ? t.pictureSize(ready.size.width, ready.size.height) : nothing}</span>
      <span class="oce-status-zoom">${ready ? this.shownZoom : nothing}</span>
      <span class="oce-status-count">${t.objects(countShown(session))}</span>
    `;
  }
}
