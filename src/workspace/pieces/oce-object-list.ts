import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AnnotationBase, InstanceAnnotation, ShapeAnnotation } from '../../document/annotation.js';
import { displayNameOf } from '../../labels/labels.js';
import type { Label } from '../../labels/label.js';
import { formatNumber } from '../../locales/index.js';
import { panelTerms as t } from '../../locales/terms/panels.js';
import { cssProps } from '../css-props.js';
import { describeByBounds } from '../describe.js';
import { FramePiece } from '../frame-piece.js';
import { icon } from '../icons.js';
import { showPopover } from '../popover.js';
import { RowWindow } from '../row-window.js';
import { SessionController, type WatchedAspect } from '../session-context.js';
import { countShown } from '../tally.js';
import type { OceLabelPicker } from './oce-label-picker.js';

type Shape = AnnotationBase;

/** The rows of one state of the document. */
interface Rows {
  readonly annotations?: readonly Shape[];
  readonly labels?: readonly Label[];
  readonly shown: readonly Shape[];
  /** Every object is shown, so that rows are positions in the document. */
  readonly isAll: boolean;
}

/**
 * All objects of the task in words: the accessible view of the canvas.
 *
 * A grid rather than a listbox, because every row carries actions of its own, which options may not. One tab stop; the
 * row at hand is the active descendant, so that it survives being scrolled away. Only rows that are seen are rendered.
 *
 * @element oce-object-list
 */
export class OceObjectList extends FramePiece {
  private readonly session = new SessionController(this, ['labels', 'store', 'selection', 'hover', 'mode'], (aspect) =>
    this.follow(aspect),
  );
  private readonly rows = new RowWindow(this, { fine: 40, coarse: 56 }, () =>
    this.querySelector<HTMLElement>('.oce-objects'),
  );
  private cached: Rows = { shown: [], isAll: true };
  private indexes?: Map<string, number>;
  /** Where a range begins that Shift extends. */
  private anchor = 0;
  private isOwnSelection = false;

  @query('.oce-objects') private grid!: HTMLElement;
  @query('oce-label-picker') private picker!: OceLabelPicker;
  @state() private cursorId?: string;

  /** A shape's position and size in words; by its bounds unless the element says it better. */
  // Templates make a new function at every render; that alone is no reason to render thousands of words anew.
  @property({ attribute: false, hasChanged: (_, before) => !before }) describe?: (shape: Shape) => string;

  /** Rows show the bounds alone, since the words would not fit; these are still read out. */
  @property({ attribute: false }) isBrief = false;

  /** Every object has the colour of its label, whatever its record says. */
  @property({ attribute: false }) hasLabelColors = false;
  /** The pattern that accompanies the colour of an object, see `patternAt`. */
  @property({ attribute: false, hasChanged: (_, before) => !before }) patternOf?: (shape: Shape) => number;
  /** Deletes objects in a way of the task's own; by default their records are removed. */
  @property({ attribute: false, hasChanged: () => false }) deleteObjects?: (ids: readonly string[]) => void;

  private follow(aspect: WatchedAspect): void {
    const session = this.session.value;
    if (aspect === 'hover') {
      this.markHovered();
      return;
    }
    if (aspect === 'selection' && !this.isOwnSelection && session?.selection.primary) {
      this.cursorId = session.selection.primary;
      this.anchor = this.indexOf(this.cursorId);
      void this.updateComplete.then(() => {
        const index = this.cursorIndex;
        if (index >= 0) this.rows.reveal(index);
      });
    }
    this.requestUpdate();
  }

  /** Comes with every movement of the pointer, so the rows are not rendered for it. */
  private markHovered(): void {
    const id = this.session.value?.hovered;
    for (const row of this.querySelectorAll<HTMLElement>('.oce-object')) {
      row.classList.toggle('oce-hovered', row.dataset.id === id);
    }
  }

  protected override updated(): void {
    this.markHovered();
  }

  /** Objects with a label on offer, in painting order. */
  private get shown(): readonly Shape[] {
    const session = this.session.value;
    if (!session) return [];
    const { annotations } = session.store.snapshot;
    if (annotations !== this.cached.annotations || session.labels !== this.cached.labels) {
      const isAll = countShown(session) === annotations.length;
      this.cached = {
        annotations,
        labels: session.labels,
        isAll,
        shown: isAll ? annotations : annotations.filter((shape) => session.isShown(shape)),
      };
      this.indexes = undefined;
    }
    return this.cached.shown;
  }

  private indexOf(id: string | undefined): number {
    if (id === undefined) return -1;
    const { shown } = this;
    // The store knows places already and keeps them up to date; only a filtered list needs a map of its own.
    if (this.cached.isAll) return this.session.value?.store.indexOf(id) ?? -1;
    this.indexes ??= new Map(shown.map((shape, index) => [shape.id, index]));
    return this.indexes.get(id) ?? -1;
  }

  private get cursorIndex(): number {
    return this.indexOf(this.cursorId);
  }

  private select(ids: readonly string[]): void {
    this.isOwnSelection = true;
    this.session.value?.select(ids);
    this.isOwnSelection = false;
  }

  /** Selects a row as lists do: alone, with Ctrl in addition, with Shift everything since the last one. */
  private choose(index: number, { toggle = false, extend = false }): void {
    const session = this.session.value;
    const shape = this.shown[index];
    if (!session || !shape) return;
    this.cursorId = shape.id;
    if (extend) {
      const [from, to] = [Math.min(this.anchor, index), Math.max(this.anchor, index)];
      const range = this.shown.slice(from, to + 1).map(({ id }) => id);
      this.select([...range.filter((id) => id !== shape.id), shape.id]);
    } else {
      this.anchor = index;
      const others = [...session.selection.ids].filter((id) => id !== shape.id);
      if (!toggle) this.select([shape.id]);
      else this.select(session.selection.has(shape.id) ? others : [...others, shape.id]);
    }
    if (session.selection.has(shape.id)) session.reveal(shape);
  }

  /** An action on a selected row means the whole selection; on another row, that row alone. */
  private targetsOf(shape: Shape): readonly Shape[] {
    const session = this.session.value;
    if (!session?.selection.has(shape.id)) return [shape];
    return this.shown.filter(({ id }) => session.selection.has(id));
  }

  /** The same without those that are locked; says why when nothing is left. */
  private freeOf(shape: Shape): readonly Shape[] {
    const free = this.targetsOf(shape).filter(({ locked }) => !locked);
    if (!free.length) this.session.value?.say(t.unlockFirst(), 'warning');
    return free;
  }

  private toggle(flag: 'hidden' | 'locked', shape: Shape): void {
    const session = this.session.value;
    if (!session || session.readOnly) return;
    const value = shape[flag] ? undefined : true;
    session.store.change(flag === 'hidden' ? 'hide' : 'lock', (tx) => {
      for (const target of this.targetsOf(shape)) tx.update(target.id, { ...target, [flag]: value });
    });
  }

  private delete(shape: Shape): void {
    const session = this.session.value;
    if (!session || session.readOnly) return;
    const free = this.freeOf(shape);
    if (!free.length) return;
    const at = this.indexOf(shape.id);
    if (this.deleteObjects) this.deleteObjects(free.map(({ id }) => id));
    else {
      session.store.change('delete', (tx) => {
        for (const target of free) tx.remove(target.id);
      });
    }
    this.cursorId = this.shown[Math.min(at, this.shown.length - 1)]?.id;
  }

  private changeLabel(shape: Shape): void {
    const session = this.session.value;
    const row = this.querySelector<HTMLElement>('[data-cursor]');
    if (!session || session.readOnly || !row) return;
    const ids = this.freeOf(shape).map(({ id }) => id);
    if (!ids.length) return;
    this.picker.labels = session.labels;
    this.picker.current = shape.label;
    this.picker.choose = (label) => session.relabel(ids, label.name);
    // Its place depends on its size.
    void this.picker.updateComplete.then(() => showPopover(this.picker, row));
  }

  private handleClick(event: MouseEvent): void {
    const target = event.target as Element;
    const row = target.closest<HTMLElement>('.oce-object');
    const index = this.indexOf(row?.dataset.id);
    const shape = this.shown[index];
    if (!shape) return;
    const action = target.closest<HTMLElement>('[data-action]')?.dataset.action;
    this.grid.focus({ preventScroll: true });
    if (!action) this.choose(index, { toggle: event.ctrlKey || event.metaKey, extend: event.shiftKey });
    else {
      this.cursorId = shape.id;
      void this.updateComplete.then(() => this.act(action, shape));
    }
  }

  private act(action: string, shape: Shape): void {
    if (action === 'delete') this.delete(shape);
    else if (action === 'label') this.changeLabel(shape);
    else this.toggle(action === 'hide' ? 'hidden' : 'locked', shape);
  }

  private handleKey(event: KeyboardEvent): void {
    if (event.altKey || event.isComposing) return;
    const isMod = event.ctrlKey || event.metaKey;
    const at = this.cursorIndex;
    const shape = this.shown[at];
    const last = this.shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? last : at - 1,
      Home: 0,
      End: last,
      PageDown: at + this.rows.pageSize,
      PageUp: at - this.rows.pageSize,
    };
    const actions: Record<string, string> = {
      Delete: 'delete',
      Backspace: 'delete',
      F2: 'label',
      KeyO: 'hide',
      KeyL: 'lock',
    };
    const move = moves[event.key];
    const action = isMod ? undefined : actions[event.code];
    if (move !== undefined && last >= 0) {
      const index = Math.max(0, Math.min(last, move));
      this.cursorId = this.shown[index]?.id;
      if (event.shiftKey) this.choose(index, { extend: true });
      this.rows.reveal(index);
    } else if (!shape) return;
    else if (event.key === ' ' || event.key === 'Enter') this.choose(at, { toggle: isMod, extend: event.shiftKey });
    else if (action) this.act(action, shape);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private handleHover(id: string | undefined): void {
    this.session.value?.hover(id);
  }

  private boundsOf(shape: Shape): string {
    const { pictured } = this.session;
    return pictured ? describeByBounds(pictured, shape as ShapeAnnotation) : '';
  }

  /** Objects of a mask may have colours of their own; everything else has its label's. */
  private colorOf(shape: Shape): string {
    const label = this.session.value?.labelNamed(shape.label);
    if (shape.kind === 'instance' && !this.hasLabelColors) return (shape as InstanceAnnotation).color;
    return label?.color ?? 'transparent';
  }

  private renderAction(action: string, title: string, name: string, isOn = false): TemplateResult {
    return html`<button
      class="oce-row-button"
      type="button"
      tabindex="-1"
      data-action=${action}
      data-on=${isOn ? 'true' : nothing}
      title=${title}
      aria-label=${title}
    >
      ${icon(name)}
    </button>`;
  }

  private renderRow(shape: Shape, index: number): TemplateResult {
    const session = this.session.value;
    const label = session?.labelNamed(shape.label);
    const isSelected = session?.selection.has(shape.id) ?? false;
    const name = label ? displayNameOf(label) : shape.label;
    const words = this.describe?.(shape) ?? this.boundsOf(shape);
    const place = this.isBrief
      ? html`<span aria-hidden="true">${this.boundsOf(shape)}</span><span class="visually-hidden">${words}</span>`
      : words;
    const states = [shape.hidden && t.hidden(), shape.locked && t.locked()].filter(Boolean).join(', ');
    return html`
      <div
        class="oce-object"
        part="object"
        role="row"
        id="oce-object-${index}"
        aria-rowindex=${index + 1}
        aria-selected=${isSelected ? 'true' : 'false'}
        data-cursor=${shape.id === this.cursorId ? 'true' : nothing}
        data-id=${shape.id}
        data-hidden=${shape.hidden ? 'true' : nothing}
        @pointerenter=${() => this.handleHover(shape.id)}
        @pointerleave=${() => this.handleHover(undefined)}
        ${cssProps({ transform: `translateY(${index * this.rows.rowHeight}px)` })}
      >
        <div role="gridcell" class="oce-object-text">
          <span
            class="oce-swatch"
            data-pattern=${this.patternOf?.(shape) ?? nothing}
            ${cssProps({ '--oce-swatch': this.colorOf(shape) })}
          ></span>
          <span class="oce-object-name" dir="auto"
            >${name} <span class="oce-object-number">${formatNumber(index + 1)}</span></span
          >
          <span class="visually-hidden">${states}</span>
        </div>
        <div role="gridcell" class="oce-object-place" title=${words}>${place}</div>
        <div role="gridcell" class="oce-object-actions" ?hidden=${session?.readOnly ?? true}>
          ${this.renderAction('label', t.changeLabel(), 'tag')} ${this.renderAction('delete', t.delete(), 'delete')}
          ${this.renderAction('lock', shape.locked ? t.unlock() : t.lock(), shape.locked ? 'lock' : 'unlock', shape.locked)}
          ${this.renderAction('hide', shape.hidden ? t.show() : t.hide(), shape.hidden ? 'eye-off' : 'eye', shape.hidden)}
        </div>
      </div>
    `;
  }

  override render(): TemplateResult {
    const { shown } = this;
    const { start, end } = this.rows.range(shown.length);
    const isEmpty = shown.length === 0;
    return html`
      <div class="oce-pane-head">
        <h2 id="oce-objects-title">${t.objects()}</h2>
        <span class="oce-pane-count">${isEmpty ? '' : formatNumber(shown.length)}</span>
      </div>
      <span class="visually-hidden" id="oce-objects-help">${t.listHelp()}</span>
      <p class="oce-empty" ?hidden=${!isEmpty}>${t.noObjects()}</p>
      <div
        class="oce-objects"
        part="objects"
        role="grid"
        tabindex="0"
        ?hidden=${isEmpty}
        aria-labelledby="oce-objects-title"
        aria-describedby="oce-objects-help"
        aria-multiselectable="true"
        aria-rowcount=${shown.length}
        aria-activedescendant=${this.cursorIndex >= start && this.cursorIndex < end ? `oce-object-${this.cursorIndex}` : nothing}
        @click=${this.handleClick}
        @keydown=${this.handleKey}
      >
        ${shown.slice(start, end).map((shape, index) => this.renderRow(shape, start + index))}
        <div role="none" class="oce-spacer" ${cssProps({ height: `${shown.length * this.rows.rowHeight}px` })}></div>
      </div>
      <oce-label-picker class="oce-popover" popover @close=${() => this.grid.focus()}></oce-label-picker>
    `;
  }
}
