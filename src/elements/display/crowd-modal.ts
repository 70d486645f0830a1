import { html } from 'lit';
import { displayTerms } from '../../locales/terms/display.js';
import { DialogOpener } from './dialog-opener.js';

/**
 * Opens its content in a dialog.
 *
 * @element crowd-modal
 * @attr {string} link-text - Text of the link.
 * @attr {'link' | 'button'} link-type - Look of the link.
 * @fires {Event} close - The dialog was closed.
 * @slot - The content. Controls in it belong to the form around, open or not.
 * @csspart opener - The link or button.
 * @csspart dialog - The dialog.
 * @csspart body - Around the content.
 * @csspart close-button - Closes the dialog.
 */
export class CrowdModal extends DialogOpener {
  override render() {
    const text = this.linkText ?? displayTerms.openModal();
    return this.renderOpener(text, this.linkText ?? '', html`<slot></slot>`);
  }
}
