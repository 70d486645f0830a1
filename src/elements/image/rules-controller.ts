import { html, type ReactiveController, type TemplateResult } from 'lit';
import { checkRules, readRules, type RuleProblem, type Rules } from '../../answers/rules.js';
import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { PaintTransform } from '../../canvas/shape-kind.js';
import type { Snapshot } from '../../document/change.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { unite } from '../../geometry/box.js';
import type { Label } from '../../labels/label.js';
import { formatNumber } from '../../locales/index.js';
import { annotatorTerms } from '../../locales/terms/annotator.js';
import { ruleTerms as t } from '../../locales/terms/rules.js';
import type { Problem } from '../../parse/problem.js';
import { icon } from '../../workspace/index.js';

/** Marks are painted around at most this many shapes. */
const MOST_MARKS = 300;
const MARK = '#ff2d2d';

/**
 * The rules of one task at work: problems are listed, marked on the canvas, walked by a key, and keep the answer back.
 */
export class RulesController<A extends ShapeAnnotation> implements ReactiveController {
  private source: unknown;
  private rules?: Rules;
  private reading?: { readonly of: unknown; readonly labels: readonly Label[] };
  private checked?: {
    readonly of: Snapshot<A>;
    readonly labels: readonly Label[];
    readonly rules: Rules;
    readonly problems: readonly RuleProblem[];
  };
  private walked = -1;

  constructor(
    private readonly session: AnnotatorSession<A>,
    private readonly report: (problems: readonly Problem[]) => void,
  ) {}

  hostConnected(): void {}

  /** Takes the attribute, or its value as data. */
  set(source: unknown): void {
    this.source = source ?? undefined;
  }

  get given(): unknown {
    return this.source;
  }

  /** What is wrong now; nothing without rules. */
  get problems(): readonly RuleProblem[] {
    const rules = this.currentRules();
    if (!rules) return [];
    const { store, labels } = this.session;
    const { checked } = this;
    if (checked?.of === store.snapshot && checked.labels === labels && checked.rules === rules) return checked.problems;
    const shown = store.snapshot.annotations.filter((shape) => this.session.isShown(shape));
    const problems = checkRules(rules, shown, store.snapshot.facts);
    this.checked = { of: store.snapshot, labels, rules, problems };
    return problems;
  }

  /** What the worker is told when the answer is held back; undefined when nothing is wrong. */
  get sentence(): string | undefined {
    const [first, ...others] = this.problems;
    return first && t.more(this.sentenceOf(first), others.length);
  }

  get command(): Command {
    return {
      id: 'next-problem',
      group: 'view',
      title: t.next,
      keys: ['Quote'],
      isEnabled: () => this.problems.length > 0,
      run: () => this.show((this.walked + 1) % this.problems.length),
    };
  }

  /** Red dashes and a sign around each shape that has a problem: colour is not the only cue. */
  readonly paint = (g: CanvasRenderingContext2D, to: PaintTransform, ratio: number): void => {
    const { problems } = this;
    if (!problems.length) return;
    const ids = new Set(problems.flatMap((problem) => problem.ids));
    let marked = 0;
    for (const id of ids) {
      if (marked >= MOST_MARKS) break;
      const shape = this.session.store.seen(id);
      if (!shape || shape.hidden) continue;
      const { left, top, right, bottom } = this.session.kindOf(shape).bounds(shape);
      const gap = 4 * ratio;
      const x = left * to.scale + to.x - gap;
      const y = top * to.scale + to.y - gap;
      const width = (right - left) * to.scale + 2 * gap;
      const height = (bottom - top) * to.scale + 2 * gap;
      const { canvas } = g;
      if (x > canvas.width || y > canvas.height || x + width < 0 || y + height < 0) continue;
      marked += 1;
      g.setLineDash([5 * ratio, 3 * ratio]);
      g.lineWidth = 2 * ratio;
      g.strokeStyle = '#000000';
      g.strokeRect(x, y, width, height);
      g.lineDashOffset = 5 * ratio;
      g.strokeStyle = MARK;
      g.strokeRect(x, y, width, height);
      g.setLineDash([]);
      g.lineDashOffset = 0;
      const side = 15 * ratio;
      g.fillStyle = MARK;
      g.fillRect(x + width - side / 2, y - side / 2, side, side);
      g.fillStyle = '#ffffff';
      g.font = `700 ${12 * ratio}px system-ui, sans-serif`;
      g.textBaseline = 'middle';
      g.textAlign = 'center';
      g.fillText('!', x + width, y + ratio);
      g.textAlign = 'start';
    }
  };

  /** The list of problems for the side pane; nothing without rules. */
  render(): TemplateResult | undefined {
    if (!this.currentRules()) return undefined;
    const { problems } = this;
    const { annotations, facts } = this.session.store.snapshot;
    // Nothing is wrong yet where nothing was done, but it cannot be sent either.
    const isUntouched = !facts.nothingToLabel && !annotations.some((shape) => this.session.isShown(shape));
    return html`<section class="rule-problems" part="problems" aria-labelledby="rule-problems-title">
      <div class="oce-pane-head">
        <h2 id="rule-problems-title">${t.title()}</h2>
        <span class="oce-pane-count">${problems.length ? formatNumber(problems.length) : ''}</span>
      </div>
      <p class="rule-good" ?hidden=${problems.length > 0}>
        ${isUntouched ? annotatorTerms.needsAnnotation() : html`${icon('check')}${t.allGood()}`}
      </p>
      <ul ?hidden=${problems.length === 0}>
        ${problems.map(
          (problem, at) =>
            html`<li>
              <button type="button" part="problem" @click=${() => this.show(at)}>
                ${icon('warning')}<span dir="auto">${this.sentenceOf(problem)}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  /** Selects the shapes of a problem, brings them into view, and says what is wrong. */
  private show(at: number): void {
    const problem = this.problems[at];
    if (!problem) return;
    this.walked = at;
    const { session } = this;
    const shapes = problem.ids.map((id) => session.store.get(id)).filter((shape) => shape !== undefined);
    session.selection.set(shapes.map(({ id }) => id));
    if (shapes.length)
      session.viewport.reveal(shapes.map((shape) => session.kindOf(shape).bounds(shape)).reduce(unite));
    session.say(this.sentenceOf(problem), 'warning');
  }

  /** Read when first needed: labels may come after the rules. */
  private currentRules(): Rules | undefined {
    const { labels } = this.session;
    if (this.reading?.of !== this.source || this.reading?.labels !== labels) {
      const { value, problems } = readRules(
        this.source,
        labels.map(({ name }) => name),
      );
      this.reading = { of: this.source, labels };
      this.rules = value;
      this.report(problems);
    }
    return this.rules;
  }

  private nameOf(label: string): string {
    return this.session.labelNamed(label)?.displayName ?? label;
  }

  /** A shape as the list of objects calls it. */
  private nameWithNumber({ label, ids }: Extract<RuleProblem, { readonly label: string }>): string {
    const [id] = ids;
    const at = id === undefined ? -1 : this.session.store.indexOf(id);
    return at < 0 ? this.nameOf(label) : `${this.nameOf(label)} ${formatNumber(at + 1)}`;
  }

  private sentenceOf(problem: RuleProblem): string {
    switch (problem.code) {
      case 'too-few': {
        const { rule, count } = problem;
        if (rule.label === undefined) return t.tooFewAll(count, rule.min);
        const name = this.nameOf(rule.label);
        return count ? t.tooFew(name, count, rule.min) : t.missing(name, rule.min);
      }
      case 'too-many': {
        const { rule, count } = problem;
        if (rule.label === undefined) return t.tooManyAll(count, rule.max);
        return t.tooMany(this.nameOf(rule.label), count, rule.max);
      }
      case 'too-small':
        return t.tooSmall(this.nameWithNumber(problem), problem.least.width, problem.least.height);
      case 'overlap':
        return t.overlap(problem.share, problem.most);
      case 'not-inside':
        return t.notInside(this.nameWithNumber(problem), problem.within.map((label) => this.nameOf(label)).join(', '));
    }
  }
}
