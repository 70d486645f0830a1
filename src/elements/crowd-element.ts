import { LitElement } from 'lit';

/** Options of `CrowdElement.emit`; events bubble and are composed unless told otherwise. */
export interface EmitOptions {
  readonly cancelable?: boolean;
  readonly bubbles?: boolean;
  readonly composed?: boolean;
}

/**
 * Base of every public element: events in the platform's manner, and the ready announcement that templates wait for.
 *
 * @fires {CustomEvent} crowd-element-ready - The element has rendered for the first time; its properties can be used.
 */
export class CrowdElement extends LitElement {
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
    this.emit('crowd-element-ready');
  }
}
