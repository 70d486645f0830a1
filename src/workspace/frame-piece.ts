import { ContextConsumer } from '@lit/context';
import { LitElement, type PropertyValues } from 'lit';
import { LocaleController } from '../locales/index.js';
import { focusNear, isLost } from './focus.js';
import { frameContext, type FrameModel } from './frame-context.js';

/**
 * Base of the shell's private elements.
 *
 * They render into themselves: scripts of templates look for the shell's nodes in the public element's own shadow root,
 * so everything has to live in that one tree. Their styles are in `frameStyles`, adopted by the public element.
 */
export abstract class FramePiece extends LitElement {
  protected readonly locale = new LocaleController(this);
  private readonly frameConsumer = new ContextConsumer(this, { context: frameContext, subscribe: true });

  /** The task's frame around this piece. */
  protected get frame(): FrameModel | undefined {
    return this.frameConsumer.value;
  }

  /** Who works by keyboard goes on nearby when the button they were at can do no more. */
  protected override update(changed: PropertyValues): void {
    const focused = (this.getRootNode() as Document | ShadowRoot).activeElement;
    super.update(changed);
    if (focused && this.contains(focused) && isLost(focused)) focusNear(focused, this);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
