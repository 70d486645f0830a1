import { LitElement } from 'lit';

/** Options of `CrowdElement.emit`; events bubble and are composed unless told otherwise. */
export interface EmitOptions {
  readonly cancelable?: boolean;
  readonly bubbles?: boolean;
  readonly composed?: boolean;
}

/** Whether the class of an element has a setter of this name. */
function hasSetter(element: object, name: string): boolean {
  for (let proto: unknown = Object.getPrototypeOf(element); proto; proto = Object.getPrototypeOf(proto)) {
    const descriptor = Object.getOwnPropertyDescriptor(proto, name);
    if (descriptor) return descriptor.set !== undefined;
  }
  return false;
}

/**
 * Base of every public element: events in the platform's manner, and the ready announcement that templates wait for.
 *
 * @fires {CustomEvent} crowd-element-ready - The element has rendered for the first time; its properties can be used.
 */
export class CrowdElement extends LitElement {
  static {
    // A canvas is made when its place has been rendered, and shows itself by another update: once, and on purpose.
    // Only Lit's development build warns, and has this method.
    this.disableWarning?.('change-in-update');
  }

  /** Properties that a script set before the element was upgraded. They would hide the accessors of the class for good. */
  private early?: Map<string, unknown>;

  constructor() {
    super();
    // Lit has taken care of its reactive properties already.
    for (const name of Object.keys(this)) {
      if (!hasSetter(this, name)) continue;
      (this.early ??= new Map()).set(name, this[name as keyof this]);
      delete this[name as keyof this];
    }
  }

  override connectedCallback(): void {
    if (this.early) {
      const early = Object.fromEntries(this.early);
      this.early = undefined;
      Object.assign(this, early);
    }
    super.connectedCallback();
  }

  /** Fires a CustomEvent on the host. */
  protected emit<T>(
    type: string,
    detail?: T,
    { cancelable = false, bubbles = true, composed = true }: EmitOptions = {},
  ): CustomEvent<T | undefined> {
    const event = new CustomEvent(type, { detail, cancelable, bubbles, composed });
    this.dispatchEvent(event);
    return event;
  }

  /** Fires a plain `input` or `change` event on the host, as native controls do. */
  protected emitNative(type: 'input' | 'change'): void {
    this.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
  }

  protected override firstUpdated(): void {
    // Stays in its tree: a button in the shadow of an element must not announce that element.
    this.emit('crowd-element-ready', undefined, { composed: false });
  }
}
