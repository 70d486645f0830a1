import { compareShapes, type OverlayShape } from '../../answers/compare-shapes.js';
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
import { loadMask, type LoadedMask } from './load-mask.js';
import { MaskCanvas } from './mask-canvas.js';
import {
  attributeOf,
  countLabels,
  differences,
  OverlaySwitches,
  withUnlisted,
  type OverlayHooks,
} from './overlay-switches.js';

interface Answer {
  readonly source: unknown;
  decoded?: DecodedOverlay;
  mask?: LoadedMask;
}

/** Earlier work laid over a picture, one answer or two, to be looked at and switched on and off. */
export class OverlayModel extends OverlaySwitches<Answer> {
  isLoading = false;
  private size?: Size;
  private canvas?: MaskCanvas;
  private loading?: AbortController;

  constructor(
    private readonly session: AnnotatorSession,
    hooks: OverlayHooks,
  ) {
    super(hooks);
  }

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

  protected override canCompare(first: Answer, second: Answer): boolean {
    return first.decoded?.type === second.decoded?.type;
  }

  /** Paints what is shown now; also after the opacity has changed. */
  override apply(): void {
    const { session } = this;
    const shown = this.mode === 'difference' ? this.difference() : this.single(this.answers[this.mode]);
    this.entries = shown.labels.map(({ name, displayName, color }) => ({ name, title: displayName ?? name, color }));
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
      const attribute = attributeOf(which);
      const data = readData(answer.source);
      const { value, problems } = decodeOverlay(data.value, size);
      const found = [...data.problems, ...problems];
      this.hooks.report(attribute, found);
      answer.decoded = value;
      if (value?.type === 'spans') {
        const message =
          'holds spans of a text, which cannot be drawn on a picture. Show them with a `crowd-classifier`.';
        this.hooks.report(attribute, [{ code: 'other-overlay', severity: 'error', message }]);
        isBroken = true;
      }
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
      if (mask?.reason !== undefined) {
        const message = `names a mask whose pixels cannot be read, so it is shown as a picture, whose labels cannot be switched: \`${value.mask.src.slice(0, 120)}\`. ${mask.reason}`;
        this.hooks.report(attribute, [{ code: 'mask-as-picture', severity: 'warning', message }]);
        isOutside = true;
      }
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
      const names = decoded.shapes.map(({ label }) => label);
      const labels = labelsFromObjects(withUnlisted(decoded.labels, names));
      return { ...nothing, labels: labels.value, shapes: decoded.shapes, amounts: countLabels(names) };
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
      return { ...nothing, labels, shapes, amounts: countLabels(shapes.map(({ label }) => label)) };
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

/** Percent of the picture that each label covers; `names[i]` is index i + 1. */
function shares(mask: IndexMask, names: readonly string[]): ReadonlyMap<string, string> {
  const counts = countIndices(mask);
  const total = mask.width * mask.height;
  const sums = new Map<string, number>();
  names.forEach((name, index) => sums.set(name, (sums.get(name) ?? 0) + (counts[index + 1] ?? 0)));
  return new Map([...sums].map(([name, count]) => [name, t.share((100 * count) / total)]));
}
