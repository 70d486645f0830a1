import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { formTerms } from '../../locales/terms/form.js';

/** What keeps the answer from being submitted, or a calm remark. */
export interface FormMessage {
  readonly text: string;
  readonly tone: 'problem' | 'calm';
}

export function renderMessage(message: FormMessage | undefined) {
  if (!message) return nothing;
  const classes = classMap({ message: true, calm: message.tone === 'calm' });
  return html`<p class=${classes} part="message" dir="auto">${message.text}</p>`;
}

interface FooterView {
  readonly isPreview: boolean;
  readonly isBusy: boolean;
  submit(): void;
}

/** Scripts written for the original look for a native button here and click it: that is the hidden one. */
export function renderFooter({ isPreview, isBusy, submit }: FooterView): TemplateResult {
  return html`<div id="footerContainer" part="footer" role="region" aria-label=${formTerms.submit()}>
    <p>${formTerms.confidential()}</p>
    <crowd-button
      form-action="submit"
      data-testid="crowd-submit"
      type="submit"
      variant="primary"
      ?disabled=${isPreview}
      ?loading=${isBusy}
      >${formTerms.submit()}</crowd-button
    >
    <button type="submit" hidden ?disabled=${isPreview} @click=${submit}>${formTerms.submit()}</button>
  </div>`;
}

interface AnswerView {
  /** The answer as text; empty shows nothing. */
  readonly answer: string;
  readonly isCopied: boolean;
  copy(): void;
  close(): void;
}

/** The answer on a plain page, where nobody takes it. */
export function renderAnswer({ answer, isCopied, copy, close }: AnswerView) {
  if (!answer) return nothing;
  return html`<section id="answers-box" part="answers" aria-labelledby="answer-title">
    <header>
      <h2 id="answer-title">${formTerms.answerTitle()}</h2>
      <p>${formTerms.answerNote()}</p>
      <crowd-button id="copy-answer" @click=${copy}>${isCopied ? formTerms.copied() : formTerms.copy()}</crowd-button>
      <crowd-button id="close-answer" @click=${close}>${formTerms.close()}</crowd-button>
    </header>
    <div class="answer" tabindex="0" role="group" aria-labelledby="answer-title">
      <table role="presentation">
        <tbody>
          <tr>
            <td><code>${answer}</code></td>
          </tr>
        </tbody>
      </table>
    </div>
  </section>`;
}
