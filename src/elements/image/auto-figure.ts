import { html, type TemplateResult } from 'lit';
import { maskTerms as t } from '../../locales/terms/mask.js';

/** Three drawings of how auto-segment is used: points, corrections, and the mask as it is kept. */
export function autoFigure(): TemplateResult {
  const [points, correct, keep] = t.autoSteps();
  return html`<ol class="oce-figure">
    <li>
      <svg viewBox="0 10 200 100" aria-hidden="true">
        <g id="oce-car">
          <g id="oce-back">
            <path
              id="oce-body"
              d="M20 84V70q0-8 9-10l22-5 20-23q4-5 11-5h38q7 0 11 5l19 23 24 5q8 2 8 10v14h-18a18 18 0 0 0-36 0H76a18 18 0 0 0-36 0z"
            ></path>
          </g>
          <path
            id="oce-wheels"
            d="M43 84a15 15 0 0 0 30 0 15 15 0 0 0-30 0M131 84a15 15 0 0 0 30 0 15 15 0 0 0-30 0"
          ></path>
          <path id="oce-window" d="M66 55l14-17q2-3 6-3h34q4 0 6 3l14 17z"></path>
        </g>
        <path class="click" d="M101 27h0M20 76h0M182 76h0M58 99h0"></path>
      </svg>
      <span>${points}</span>
    </li>
    <li>
      <svg viewBox="0 10 200 100" aria-hidden="true">
        <use href="#oce-car"></use>
        <g class="found">
          <use href="#oce-body"></use>
          <path d="M84 84h40v12H84z"></path>
        </g>
        <use href="#oce-window"></use>
        <path class="click" d="M101 46h0M104 90h0"></path>
        <path class="sign" d="M97 46h8M101 42v8M100 90h8"></path>
      </svg>
      <span>${correct}</span>
    </li>
    <li>
      <svg viewBox="0 10 200 100" aria-hidden="true">
        <use href="#oce-car"></use>
        <use class="found" href="#oce-body"></use>
      </svg>
      <span>${keep}</span>
    </li>
  </ol>`;
}
