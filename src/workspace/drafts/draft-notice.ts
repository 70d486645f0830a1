import { html, type TemplateResult } from 'lit';
import { annotatorTerms } from '../../locales/terms/annotator.js';
import { frameTerms as t } from '../../locales/terms/frame.js';
import { icon } from '../icons.js';
import type { DraftController } from './draft-controller.js';

/** What a worker should know about unfinished work: that some was found, or that none can be kept. */
export function renderDraftNotice(
  drafts: Pick<DraftController<never>, 'found' | 'problem' | 'restore' | 'discard' | 'dismissProblem'> | undefined,
): TemplateResult | undefined {
  if (drafts?.problem) {
    return html`<div class="oce-banner" part="draft-problem" role="group">
      ${icon('warning')}
      <span>${annotatorTerms.draftsStopped(drafts.problem.reason)}</span>
      <span class="oce-banner-buttons">
        <button class="oce-button oce-quiet" type="button" @click=${() => drafts.dismissProblem()}>${t.close()}</button>
      </span>
    </div>`;
  }
  if (!drafts?.found) return undefined;
  return html`<oce-restore-banner
    .savedAt=${new Date(drafts.found.savedAt)}
    .restore=${() => void drafts.restore()}
    .discard=${() => void drafts.discard()}
  ></oce-restore-banner>`;
}
