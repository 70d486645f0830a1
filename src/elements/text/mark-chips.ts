import type { SpanAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { displayNameOf, shortNameOf } from '../../labels/labels.js';
import { textColorOn } from '../../labels/palette.js';
import { textTerms as t } from '../../locales/terms/text.js';
import { excerpt, type TextSession } from './text-session.js';

/** Narrowest name, in CSS pixels: a coloured tab that opens when pointed at. */
const LEAST_CHIP = 12;

/** The chip of a span with what its greatest width follows from. */
export interface Name {
  readonly chip: HTMLElement;
  /** Where it begins, in CSS pixels; where it ends when it is written from right to left. */
  readonly edge: number;
  readonly line: number;
  readonly isBackward: boolean;
  readonly row: number;
  /** How wide it would be in a line of its own, in CSS pixels. */
  readonly width: number;
}

/** Makes the chips of spans: the short name of the label, and a cross that removes the span. */
export class ChipMaker {
  private widths = new Map<string, number>();

  constructor(
    private readonly session: TextSession,
    private readonly layer: HTMLElement,
    /** Chips do nothing when they are pressed: the text is only looked at. */
    private readonly isInert: boolean,
  ) {}

  /** Names look different from now on. */
  forget(): void {
    this.widths.clear();
  }

  /**
   * Finds out how wide names are. What is returned is to be called when the page has been laid out for other reasons:
   * asking on one's own account would have it laid out once more.
   */
  begin(): () => void {
    const probes = this.session.labels.flatMap((label) =>
      this.widths.has(label.name)
        ? []
        : [{ label, chip: this.build(label, { removable: !this.session.readOnly, title: '', text: '' }) }],
    );
    if (!probes.length) return () => undefined;
    this.layer.append(...probes.map(({ chip }) => chip));
    return () => {
      for (const { label, chip } of probes) this.widths.set(label.name, chip.offsetWidth);
      for (const { chip } of probes) chip.remove();
    };
  }

  /** How wide the name of a label is when nothing limits it, in CSS pixels. */
  widthOf(labelName: string): number {
    return this.widths.get(labelName) ?? Infinity;
  }

  chipFor(span: SpanAnnotation): HTMLElement {
    const { session } = this;
    const label = session.labelNamed(span.label);
    const name = label ? displayNameOf(label) : span.label;
    const shortName = label ? shortNameOf(label) : span.label;
    const text = excerpt(session.text.slice(span.startOffset, span.endOffset));
    const title = t.markTitle(shortName === name ? name : `${shortName}, ${name}`, text);
    const removable = !session.readOnly && !span.locked;
    const chip = this.build(label ?? { name }, { removable, title, text });
    chip.dataset.id = span.id;
    return chip;
  }

  private build(
    label: Pick<Label, 'name'> & Partial<Label>,
    { removable, title, text }: { removable: boolean; title: string; text: string },
  ): HTMLElement {
    const { name, displayName = name, shortName = name, color = '#000000' } = label;
    const chip = document.createElement('div');
    chip.className = 'chip';
    chip.style.background = color;
    chip.style.color = textColorOn(color.startsWith('#') ? color : '#000000');
    const head = document.createElement(this.isInert ? 'span' : 'button');
    if (head instanceof HTMLButtonElement) {
      head.type = 'button';
      head.tabIndex = -1;
    } else head.role = 'img';
    head.className = 'chip-name';
    head.dir = 'auto';
    head.textContent = shortName;
    head.title = displayName;
    head.setAttribute('aria-label', title);
    chip.append(head);
    if (removable) {
      const cross = document.createElement('button');
      cross.type = 'button';
      cross.tabIndex = -1;
      cross.className = 'chip-remove';
      cross.textContent = '×';
      cross.title = t.delete();
      cross.setAttribute('aria-label', t.remove(displayName, text));
      chip.append(cross);
    }
    return chip;
  }
}

/** A chip may be as wide as the room up to the next one of its row. `right` is where lines end. */
export function limitWidths(names: readonly Name[], right: number): void {
  const rows = new Map<string, Name[]>();
  for (const name of names) {
    const key = `${name.line}/${name.row}`;
    const row = rows.get(key);
    if (row) row.push(name);
    else rows.set(key, [name]);
  }
  for (const row of rows.values()) {
    row.sort((a, b) => a.edge - b.edge);
    row.forEach(({ chip, edge, isBackward, width }, index) => {
      const [before, after] = [row[index - 1], row[index + 1]];
      const room = isBackward ? edge - (before?.edge ?? 0) : (after?.edge ?? right + 24) - edge;
      const most = Math.max(LEAST_CHIP, Math.floor(room) - 2);
      const limit = width > most ? `${most}px` : '';
      if (chip.style.maxWidth === limit) return;
      chip.style.maxWidth = limit;
      chip.classList.toggle('narrow', limit !== '');
    });
  }
}
