import { html, LitElement, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { LocaleController } from '../../locales/index.js';
import { formTerms } from '../../locales/terms/form.js';
import { CrowdElement } from '../crowd-element.js';
import { iconOrImage, iconStyles } from '../display/iron-icons.js';
import { FormAssociated } from '../form-associated.js';
import { baseStyles, tokens } from '../tokens.js';
import { buttonStyles } from './crowd-button.styles.js';

/** How a button looks. */
export type ButtonVariant = 'primary' | 'normal' | 'link' | 'icon';

interface CrowdFormLike extends Element {
  submit(): void;
  reset(): void;
}

/** The crowd-form around an element, also when the element stands in a shadow root inside it. */
function crowdFormAround(start: Element): CrowdFormLike | null {
  let element: Element | null = start;
  while (element) {
    const form: CrowdFormLike | null = element.closest('crowd-form');
    if (form) return form;
    const root: Node = element.getRootNode();
    element = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}

/** Addresses that would run code are no links. */
const isScriptAddress = (href: string): boolean => /^\s*javascript:/i.test(href);

/**
 * A button that submits or resets the form around it, follows a link, or is listened to for `click`.
 *
 * @element crowd-button
 * @attr {'submit' | 'reset'} form-action - What it does with the crowd-form, or else the native form, around it. Without it nothing is submitted.
 * @attr {'primary' | 'normal' | 'link' | 'icon'} variant - The look; `icon` shows the icon alone and keeps the text for screen readers.
 * @attr {string} icon - Name of an icon of the iron-icons set.
 * @attr {string} icon-url - Address of a picture used instead.
 * @attr {'left' | 'right'} icon-align - On which side of the text the icon stands.
 * @attr {string} href - Makes it a link.
 * @attr {string} target - Where the link opens.
 * @attr {boolean} disabled - Takes no clicks.
 * @attr {boolean} loading - Shows that it is at work and takes no clicks. Stronger than `disabled`.
 * @fires {MouseEvent} click - The worker pressed it. Cancel it to keep it from submitting or resetting.
 * @slot - The text; HTML and `<iron-icon>` too.
 * @csspart button - The native button or link.
 * @csspart icon - The icon or picture.
 * @csspart label - The text.
 * @csspart spinner - Turns while loading.
 */
export class CrowdButton extends FormAssociated(CrowdElement) {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [tokens, baseStyles, iconStyles, buttonStyles];

  @query('.button') private control!: HTMLElement | null;
  @state() private hasText = false;

  @property({ attribute: 'form-action' }) formAction: string | null = null;
  @property() variant: ButtonVariant = 'normal';
  @property() icon: string | null = null;
  @property({ attribute: 'icon-url' }) iconUrl: string | null = null;
  @property({ attribute: 'icon-align' }) iconAlign: 'left' | 'right' = 'left';
  @property() href: string | null = null;
  @property() target: string | null = null;
  @property({ type: Boolean, reflect: true }) loading = false;
  /** Read by screen readers instead of the text. */
  @property({ attribute: 'aria-label' }) accessibleLabel: string | null = null;
  @property({ attribute: 'title' }) tooltip: string | null = null;

  constructor() {
    super();
    new LocaleController(this);
    this.addEventListener('click', this.blockClick, { capture: true });
    this.addEventListener('click', this.handleScriptedClick);
  }

  private get action(): 'submit' | 'reset' | 'button' {
    const action = this.formAction?.trim().toLowerCase();
    return action === 'submit' || action === 'reset' ? action : 'button';
  }

  private get isBlocked(): boolean {
    return this.loading || this.isDisabled;
  }

  /** A click on content inside of a disabled button still reaches the host; nobody may hear it. */
  private readonly blockClick = (event: Event): void => {
    if (!this.isBlocked) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** An event made by a script, or by a `<label>`, hits the host and not the native button, so nothing would follow. */
  private readonly handleScriptedClick = (event: Event): void => {
    if (event.composedPath()[0] !== this || this.action === 'button') return;
    setTimeout(() => {
      if (!event.defaultPrevented) this.act();
    });
  };

  /** The native button stands in a form of its own, whose events come after all click handlers and only if none objected. */
  private handleNative(event: Event): void {
    event.preventDefault();
    this.act();
  }

  private act(): void {
    const crowdForm = crowdFormAround(this);
    if (this.action === 'submit') {
      if (crowdForm) crowdForm.submit();
      else if (this.form) HTMLFormElement.prototype.requestSubmit.call(this.form);
    } else if (this.action === 'reset') {
      if (crowdForm) crowdForm.reset();
      else if (this.form) HTMLFormElement.prototype.reset.call(this.form);
    }
  }

  private handleSlotChange({ target }: Event): void {
    const nodes = (target as HTMLSlotElement).assignedNodes({ flatten: true });
    this.hasText = nodes.some((node) => node instanceof Element || Boolean(node.textContent?.trim()));
  }

  override click(): void {
    if (this.isBlocked) return;
    if (this.control) this.control.click();
    else super.click();
  }

  override render() {
    const image = this.iconUrl ?? this.icon;
    const isIconOnly = this.variant === 'icon' && Boolean(image);
    const icon = image
      ? html`<span part="icon" class="image">${iconOrImage(this.iconUrl ? asAddress(image) : image)}</span>`
      : nothing;
    const content = html`
      ${this.loading ? html`<span class="spinner" part="spinner"></span>` : this.iconAlign === 'right' ? nothing : icon}
      <span class=${classMap({ label: true, 'visually-hidden': isIconOnly })} part="label" ?hidden=${!this.hasText}
        ><slot @slotchange=${this.handleSlotChange}></slot
      ></span>
      ${this.loading || this.iconAlign !== 'right' ? nothing : icon}
      ${this.loading ? html`<span class="visually-hidden">${formTerms.busy()}</span>` : nothing}
    `;
    return this.href !== null && this.action === 'button' ? this.renderLink(content) : this.renderButton(content);
  }

  private get classes() {
    const known = ['primary', 'normal', 'link'].includes(this.variant) ? this.variant : undefined;
    return classMap({ button: true, [known ?? (this.variant === 'icon' ? 'icon-only' : 'normal')]: true });
  }

  private renderLink(content: unknown) {
    const href = this.isBlocked || isScriptAddress(this.href ?? '') ? undefined : (this.href ?? undefined);
    return html`<a
      class=${this.classes}
      part="button"
      role=${href === undefined ? 'link' : nothing}
      href=${href ?? nothing}
      target=${this.target ?? nothing}
      aria-label=${this.accessibleLabel ?? nothing}
      aria-disabled=${this.isBlocked ? 'true' : nothing}
      aria-busy=${this.loading ? 'true' : nothing}
      >${content}</a
    >`;
  }

  private renderButton(content: unknown) {
    return html`<form novalidate @submit=${this.handleNative} @reset=${this.handleNative}>
      <button
        class=${this.classes}
        part="button"
        type=${this.action}
        ?disabled=${this.isDisabled && !this.loading}
        aria-label=${this.accessibleLabel ?? (this.hasText ? nothing : (this.tooltip ?? nothing))}
        aria-disabled=${this.loading ? 'true' : nothing}
        aria-busy=${this.loading ? 'true' : nothing}
      >
        ${content}
      </button>
    </form>`;
  }
}

/** `icon-url` is a picture whatever its address looks like; a plain name is one beside the page. */
function asAddress(url: string): string {
  return /^[\w-]+$/.test(url) ? `./${url}` : url;
}
