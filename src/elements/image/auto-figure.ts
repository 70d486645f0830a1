import { html, svg, type TemplateResult } from 'lit';
import { maskTerms as t } from '../../locales/terms/mask.js';

const BODY =
  'M20 84v-14q0-8 9-10l22-5 20-23q4-5 11-5h38q7 0 11 5l19 23 24 5q8 2 8 10v14h-18a18 18 0 0 0-36 0h-52a18 18 0 0 0-36 0z';
const WINDOW = 'M66 55l14-17q2-3 6-3h34q4 0 6 3l14 17z';
/** Where shadow or ground was taken for the object. */
const SPILL = 'M84 84h40v12h-40z';
const EXTREMES = [
  [101, 27],
  [20, 76],
  [182, 76],
  [58, 99],
] as const;

const wheels = (mark = '') => svg`<circle class="wheel ${mark}" cx="58" cy="84" r="15"></circle
  ><circle class="wheel ${mark}" cx="146" cy="84" r="15"></circle>`;
const car = svg`<path class="body" d=${BODY}></path>${wheels()}<path class="window" d=${WINDOW}></path>`;
const click = (x: number, y: number, sign = '') =>
  svg`<circle class="click" cx=${x} cy=${y} r=${sign ? 9 : 6}></circle><path class="sign" d=${sign}></path>`;

/** Three drawings of how auto-segment is used: points, corrections, and the mask as it is kept. */
export function autoFigure(): TemplateResult {
  const drawings = [
    svg`${car}${EXTREMES.map(([x, y]) => click(x, y))}`,
    svg`${car}<path class="found" fill-rule="evenodd" d="${BODY}${WINDOW}"></path><path class="found" d=${SPILL}></path
      >${wheels('found')}${click(101, 46, 'M96 46h10M101 41v10')}${click(104, 90, 'M99 90h10')}`,
    svg`${car}<path class="found" d=${BODY}></path>${wheels('found')}`,
  ];
  return html`<ol class="oce-figure">
    ${t.autoSteps().map(
      (step, i) =>
        html`<li>
          <svg viewBox="0 10 200 100" aria-hidden="true">${drawings[i]}</svg>
          <span>${step}</span>
        </li>`,
    )}
  </ol>`;
}
