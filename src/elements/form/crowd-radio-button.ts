import { property } from 'lit/decorators.js';
import { CheckControl } from './check-control.js';

/**
 * One choice of several. In a `crowd-radio-group` choosing it clears the others; give each a name of its own.
 *
 * @element crowd-radio-button
 * @attr {string} name - Key in the answer: `{name: {value: true}}`.
 * @attr {string} value - Key of this button under its name.
 * @attr {boolean} checked - Chosen. Follows what the worker does.
 * @attr {boolean} disabled - Cannot be chosen and adds nothing to the answer.
 * @fires {InputEvent} input - The worker chose it.
 * @fires {Event} change - The same, as native buttons do.
 * @slot - The label.
 * @csspart base - Button and label.
 * @csspart input - The native button.
 * @csspart label - The label.
 */
export class CrowdRadioButton extends CheckControl {
  /** Place in the group for screen readers, and whether Tab stops here. Set by the group. */
  @property({ attribute: false }) inGroup?: {
    readonly position: number;
    readonly size: number;
    readonly isStop: boolean;
  };

  // The guide: native radio buttons are to be used where an answer is required.
  protected override readonly missing = undefined;

  @property({ type: Boolean, reflect: true })
  override get checked(): boolean {
    return super.checked;
  }
  override set checked(checked: boolean) {
    super.checked = checked;
    if (checked) this.clearOthers();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.checked) this.clearOthers();
  }

  private clearOthers(): void {
    const group = this.closest('crowd-radio-group');
    if (!group) return;
    for (const other of group.querySelectorAll<CrowdRadioButton>('crowd-radio-button')) {
      if (other !== this && other.checked && other.closest('crowd-radio-group') === group) other.checked = false;
    }
    group.dispatchEvent(new CustomEvent('crowd-radio-chosen'));
  }

  protected override updated(): void {
    super.updated();
    const { control, inGroup } = this;
    if (!control) return;
    control.tabIndex = !inGroup || inGroup.isStop ? 0 : -1;
    control.ariaPosInSet = inGroup ? String(inGroup.position) : null;
    control.ariaSetSize = inGroup ? String(inGroup.size) : null;
  }

  override render() {
    return this.renderControl('radio');
  }
}
