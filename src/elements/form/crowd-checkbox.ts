import { controlTerms } from '../../locales/terms/controls.js';
import { CheckControl } from './check-control.js';

/**
 * A box that the worker ticks. Boxes of one name answer together.
 *
 * @element crowd-checkbox
 * @attr {string} name - Key in the answer: `{name: {value: true}}`.
 * @attr {string} value - Key of this box under its name.
 * @attr {boolean} checked - Ticked. Follows what the worker does.
 * @attr {boolean} disabled - Cannot be changed and adds nothing to the answer.
 * @attr {boolean} required - Has to be ticked.
 * @fires {InputEvent} input - The worker ticked or unticked it.
 * @fires {Event} change - The same, as native boxes do.
 * @slot - The label.
 * @csspart base - Box and label.
 * @csspart input - The native box.
 * @csspart label - The label.
 * @csspart error - What is wrong.
 */
export class CrowdCheckbox extends CheckControl {
  protected override get missing(): string | undefined {
    return this.required && !this.checked ? controlTerms.unchecked() : undefined;
  }

  override render() {
    return this.renderControl('checkbox');
  }
}
