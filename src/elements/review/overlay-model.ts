import { compareShapes, type Difference, type OverlayShape } from '../../answers/compare-shapes.js';
import { decodeOverlay, type DecodedOverlay } from '../../answers/overlays.js';
import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Size } from '../../geometry/types.js';
import type { Label } from '../../labels/label.js';
import { labelsFromObjects } from '../../labels/labels.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { compareMasks } from '../../mask/compare-masks.js';
import type { IndexMask } from '../../mask/index-mask.js';
import { countIndices } from '../../mask/measure.js';
import { readData } from '../../parse/attributes.js';
import type { Problem } from '../../parse/problem.js';
import { loadMask, type LoadedMask } from './load-mask.js';
import { MaskCanvas } from './mask-canvas.js';

/** Which answer is shown. */
export type OverlayMode = 'first' | 'second' | 'difference';

/** A line of the legend. */
export interface LegendRow {
  readonly name: string;
  readonly title: string;
  readonly color: string;
  /** Shapes, or percent of the picture. */
  readonly amount: string;
  readonly isHidden: boolean;
}

/** Colours that people with any kind of colour vision tell apart; the legend names them too. */
const differences: readonly { readonly name: Difference; readonly title: () => string; readonly color: string }[] = [
  { name: 'same', title: t.same, color: '#8d99a6' },
  { name: 'only-first', title: t.onlyFirst, color: '#d55e00' },
  { name: 'only-second', title: t.onlySecond, color: '#0072b2' },
  { name: 'other-label', title: t.otherLabel, color: '#cc79a7' },
];

interface Answer {
  readonly source: unknown;
  decoded?: DecodedOverlay;
  mask?: LoadedMask;
}

/** What the model tells its element. */
export interface OverlayHooks {
  readonly changed: () => void;
  readonly report: (attribute: string, problems: readonly Problem[]) => void;
  readonly warn: (text: string) => void;
}

/** Earlier work laid over a picture, one answer or two, to be looked at and switched on and off. */
export class OverlayModel {
  isLoading = false;
  private wanted: OverlayMode = 'difference';
  private readonly answers: { first?: Answer; second?: Answer } = {};
  private readonly hidden = new Set<string>();
  private size?: Size;
  private canvas?: MaskCanvas;
  private loading?: AbortController;
  private labels: readonly Label[] = [];
  private amounts: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly session: AnnotatorSession,
    private readonly hooks: OverlayHooks,
  ) {}

  /** Takes an answer as an attribute or a script gives it. */
  set(which: 'first' | 'second', source: unknown): void {
    this.answers[which] = source === undefined || source === null || source === '' ? undefined : { source };
    void this.read();
  }

  /** The picture is there: shapes can be placed and masks loaded. */
  setSize(size: Size): void {
    this.size = size;
    void this.read();
  }

  /** The canvas exists: masks are shown between the picture and the shapes. */
  attach(stage: HTMLElement): void {
    this.canvas = new MaskCanvas(this.session.viewport);
    stage.querySelector('.picture')?.after(this.canvas.element);
    this.apply();
  }

  detach(): void {
    this.loading?.abort();
    this.canvas?.destroy();
    this.canvas = undefined;
  }

  /** Whether there is anything to verify. */
  get isPresent(): boolean {
    return this.answers.first !== undefined || this.answers.second !== undefined;
  }

  /** What is shown: the worker's wish where it is possible, else the answer that is there. */
  get mode(): OverlayMode {
    const { modes, wanted } = this;
    if (modes.includes(wanted)) return wanted;
    return this.answers.first ? 'first' : 'second';
  }

  get modes(): readonly OverlayMode[] {
    const { first, second } = this.answers;
    if (!first || !second) return [];
    const isSameType = first.decoded?.type === second.decoded?.type;
    return isSameType ? ['first', 'second', 'difference'] : ['first', 'second'];
  }

  get rows(): readonly LegendRow[] {
    return this.labels.map(({ name, displayName, color }) => ({
      name,
      title: displayName ?? name,
      color,
      amount: this.amounts.get(name) ?? '',
      isHidden: this.hidden.has(name),
    }));
  }

  choose(mode: OverlayMode): void {
    this.wanted = mode;
    this.apply();
  }

  toggle(name: string): void {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.apply();
  }

  /** Shows all labels, or hides all when all are shown. */
  toggleAll(): void {
    const isAllShown = this.labels.every(({ name }) => !this.hidden.has(name));
    this.hidden.clear();
    if (isAllShown) for (const { name } of this.labels) this.hidden.add(name);
    this.apply();
  }

  /** Paints what is shown now; also after the opacity has changed. */
  apply(): void {
    const { session } = this;
    const shown = this.mode === 'difference' ? this.difference() : this.single(this.answers[this.mode]);
    this.labels = shown.labels;
    this.amounts = shown.amounts;
    session.setLabels(shown.labels);
    const annotations = shown.shapes.map((shape) => ({ ...shape, locked: true, hidden: this.hidden.has(shape.label) }));
    session.store.load({ annotations, facts: { nothingToLabel: false } });
    const opacity = session.settings.fillAlpha;
    if (shown.picture) this.canvas?.showPicture(shown.picture, opacity);
    else this.canvas?.show(shown.mask, { colors: shown.colors(this.hidden), opacity });
    this.hooks.changed();
  }

  private async read(): Promise<void> {
    const { size } = this;
    if (!size) return;
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    let isOutside = false;
    let isBroken = false;
    for (const which of ['first', 'second'] as const) {
      const answer = this.answers[which];
      if (!answer) continue;
      const attribute = which === 'first' ? 'overlay' : 'compare-overlay';
      const data = readData(answer.source);
      const { value, problems } = decodeOverlay(data.value, size);
      const found = [...data.problems, ...problems];
      this.hooks.report(attribute, found);
      answer.decoded = value;
      isOutside ||= found.some(({ code }) => code === 'outside-image');
      isBroken ||= found.some(({ severity }) => severity === 'error');
      if (value?.type !== 'mask' || value.mask.src === undefined) continue;
      this.isLoading = true;
      this.hooks.changed();
      try {
        answer.mask = await loadMask(value.mask.src, value.mask.labels, size, loading.signal);
      } catch (error) {
        if (loading.signal.aborted) return;
        isBroken = true;
        const message = `names a mask that cannot be shown: \`${value.mask.src.slice(0, 120)}\`. Check that it opens in a browser.`;
        this.hooks.report(attribute, [{ code: 'mask-unreadable', severity: 'error', message }]);
        void error;
      }
      const { mask } = answer;
      if (mask?.otherSize) this.hooks.warn(t.otherSize(mask.otherSize.width, mask.otherSize.height));
      if (mask?.unknown) {
        const message = `has ${mask.unknown} pixels in a mask whose colour belongs to no label. They are not shown.`;
        this.hooks.report(attribute, [{ code: 'unknown-color', severity: 'warning', message }]);
        isOutside ||= !mask.otherSize;
      }
    }
    this.isLoading = false;
    if (isBroken) this.hooks.warn(t.unreadable());
    else if (isOutside) this.hooks.warn(t.outside());
    this.apply();
  }

  private single(answer: Answer | undefined): Shown {
    const { decoded, mask } = answer ?? {};
    if (decoded?.type === 'shapes') {
      const names = [...new Set(decoded.shapes.map(({ label }) => label))];
      const labels = labelsFromObjects([...decoded.labels, ...names.filter((name) => !isListed(decoded.labels, name))]);
      return { ...nothing, labels: labels.value, shapes: decoded.shapes, amounts: countShapes(decoded.shapes) };
    }
    if (decoded?.type !== 'mask') return nothing;
    const entries = decoded.mask.labels;
    const names = [...new Set(entries.map(({ name }) => name))];
    const colorOf = (name: string) => entries.find((entry) => entry.name === name)?.color;
    const labels = labelsFromObjects(names, names.map(colorOf)).value;
    return {
      ...nothing,
      labels,
      mask: mask?.mask,
      picture: mask?.picture,
      colors: (hidden) => entries.map(({ name, color }) => (hidden.has(name) ? undefined : color)),
      amounts: mask?.mask
        ? shares(
            mask.mask,
            entries.map(({ name }) => name),
          )
        : new Map(),
    };
  }

  private difference(): Shown {
    const { first, second } = this.answers;
    const labels = labelsFromObjects(
      differences.map(({ name, title }) => ({ label: name, fullDisplayName: title() })),
      differences.map(({ color }) => color),
    ).value;
    if (first?.decoded?.type === 'shapes' && second?.decoded?.type === 'shapes') {
      const compared = compareShapes(first.decoded.shapes, second.decoded.shapes);
      const shapes = compared.map(({ shape, difference }) => ({ ...shape, label: difference }) as OverlayShape);
      return { ...nothing, labels, shapes, amounts: countShapes(shapes) };
    }
    if (first?.decoded?.type !== 'mask' || second?.decoded?.type !== 'mask') return this.single(first);
    if (!first.mask?.mask || !second.mask?.mask) return this.single(first);
    const named = ({ decoded, mask }: Answer) => ({
      mask: mask?.mask as IndexMask,
      labels: decoded?.type === 'mask' ? decoded.mask.labels.map(({ name }) => name) : [],
    });
    const mask = compareMasks(named(first), named(second));
    return {
      ...nothing,
      labels,
      mask,
      colors: (hidden) => differences.map(({ name, color }) => (hidden.has(name) ? undefined : color)),
      amounts: shares(
        mask,
        differences.map(({ name }) => name),
      ),
    };
  }
}

interface Shown {
  readonly labels: readonly Label[];
  readonly shapes: readonly OverlayShape[];
  readonly mask?: IndexMask;
  readonly picture?: HTMLImageElement;
  readonly colors: (hidden: ReadonlySet<string>) => readonly (string | undefined)[];
  readonly amounts: ReadonlyMap<string, string>;
}

const nothing: Shown = { labels: [], shapes: [], colors: () => [], amounts: new Map() };

function isListed(labels: readonly unknown[], name: string): boolean {
  return labels.some((label) => label === name || (label as { label?: unknown } | null)?.label === name);
}

function countShapes(shapes: readonly OverlayShape[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  for (const { label } of shapes) counts.set(label, (counts.get(label) ?? 0) + 1);
  return new Map([...counts].map(([name, count]) => [name, t.count(count)]));
}

/** Percent of the picture that each label covers; `names[i]` is index i + 1. */
function shares(mask: IndexMask, names: readonly string[]): ReadonlyMap<string, string> {
  const counts = countIndices(mask);
  const total = mask.width * mask.height;
  const sums = new Map<string, number>();
  names.forEach((name, index) => sums.set(name, (sums.get(name) ?? 0) + (counts[index + 1] ?? 0)));
  return new Map([...sums].map(([name, count]) => [name, t.share((100 * count) / total)]));
}
