import { html, nothing, type TemplateResult } from 'lit';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { icon } from '../../workspace/index.js';
import { judgements, type Judgement, type PairPart, type PairRecord } from './pairs.js';

/** One pair in the list, and what the worker can do with it. */
export interface PairView {
  readonly pair: PairRecord;
  readonly number: number;
  readonly isCurrent: boolean;
  /** Percent. */
  readonly confidence: number | undefined;
  readonly isKeyFixed: boolean;
  readonly isFixed: boolean;
  readonly enter: () => void;
  readonly keepText: (field: HTMLInputElement) => void;
  readonly judge: (judgement: Judgement) => void;
  readonly remove: () => void;
  /** Draws anew where a part stands on the page; undefined where places are fixed. */
  readonly place: ((part: PairPart) => void) | undefined;
}

/** A key, its value and the four judgements. */
export function renderPair(view: PairView): TemplateResult {
  const { pair, number, isCurrent, confidence, isFixed } = view;
  const isOut = pair.label === 'not-a-pair' || pair.label === 'key-not-found';
  // Not disabled: the keyboard would fall out of the list on the way to the next pair.
  const isOff = isOut || pair.label === 'value-blank';
  const keep = (event: Event) => view.keepText(event.target as HTMLInputElement);
  return html`
    <li
      class="pair ${isCurrent ? 'is-current' : ''} ${pair.label ? 'is-judged' : ''} ${isOut ? 'is-out' : ''}"
      part="pair ${isCurrent ? 'pair-current' : ''}"
      data-id=${pair.id}
      @focusin=${view.enter}
    >
      <div class="pair-line">
        <input
          class="oce-input pair-key"
          type="text"
          dir="auto"
          aria-label=${t.keyOf(number)}
          placeholder=${t.key()}
          .value=${pair.key}
          ?readonly=${view.isKeyFixed || isFixed}
          @change=${keep}
        />
        ${
          confidence === undefined
            ? nothing
            : html`<span class="oce-count" title=${t.confidence()}>${t.share(confidence)}</span>`
        }
        ${renderPlace(view, 'key')} ${pair.origin === 'added' ? renderRemove(view) : nothing}
      </div>
      <div class="pair-line">
        <input
          class="oce-input pair-value ${isOff ? 'is-off' : ''}"
          type="text"
          dir="auto"
          aria-label=${t.valueOf(pair.key || String(number))}
          placeholder=${t.value()}
          .value=${pair.value}
          ?readonly=${isFixed || isOff}
          @change=${keep}
          @paste=${pasteInOneLine}
        />
        ${renderPlace(view, 'value')}
      </div>
      <div class="judgements" role="radiogroup" aria-label=${t.isValid(pair.key || String(number))}>
        ${judgements.map((label) => renderJudgement(view, label))}
      </div>
    </li>
  `;
}

/** Only the pair at hand has these buttons: a long list stays calm. */
function renderPlace({ pair, number, isCurrent, place }: PairView, part: PairPart): unknown {
  if (!place || !isCurrent) return nothing;
  const title = t.drawPlace(part === 'key', pair.key || String(number));
  return html`<button
    class="oce-icon-button"
    type="button"
    aria-label=${title}
    title=${title}
    @click=${() => place(part)}
  >
    ${icon('box')}
  </button>`;
}

function renderRemove(view: PairView): TemplateResult {
  return html`<button
    class="oce-icon-button"
    type="button"
    aria-label=${t.removePair()}
    ?disabled=${view.isFixed}
    @click=${view.remove}
  >
    ${icon('delete')}
  </button>`;
}

function renderJudgement({ pair, isFixed, judge }: PairView, label: Judgement): TemplateResult {
  return html`
    <label class="judgement">
      <input
        type="radio"
        name=${`oce-${pair.id}`}
        .checked=${pair.label === label}
        ?disabled=${isFixed}
        @change=${() => judge(label)}
      />
      <span>${t.judgement(label)}</span>
    </label>
  `;
}

/** Values of several lines are typed without line breaks; a field alone would join the words. */
function pasteInOneLine(event: ClipboardEvent): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const field = event.target as HTMLInputElement;
  if (!/[\r\n]/.test(text) || field.readOnly) return;
  event.preventDefault();
  const line = text.trim().replace(/\s*[\r\n]+\s*/g, ' ');
  field.setRangeText(line, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
}
