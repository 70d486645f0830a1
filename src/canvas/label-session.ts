import { AnnotationStore } from '../document/annotation-store.js';
import type { AnnotationBase } from '../document/annotation.js';
import { Selection } from '../document/selection.js';
import { Signal } from '../document/signal.js';
import type { Label } from '../labels/label.js';
import type { Command } from './command.js';

/** Parts of a session that panels may have to show anew. The document and the selection have signals of their own. */
export type SessionAspect =
  'labels' | 'label' | 'tool' | 'settings' | 'picture' | 'mode' | 'message' | 'hover' | 'decorations';

/** A sentence for the worker, spoken once by the announcer and shown in the status line. */
export interface Message {
  readonly text: string;
  readonly tone: 'info' | 'warning';
}

/**
 * The state of one labelling task at work, whatever is labelled: a picture, a text.
 *
 * Holds the document, the selection, labels and the list of commands. It has no DOM and paints nothing; label pane,
 * object list, toolbar, status line and keys know no more of a task than this.
 */
export class LabelSession<A extends AnnotationBase = AnnotationBase> {
  readonly store = new AnnotationStore<A>();
  readonly selection = new Selection();
  /** Fires with the part that changed. */
  readonly changed = new Signal<SessionAspect>();
  /** Everything the worker can do, in the order of toolbar and shortcut list. */
  commands: readonly Command[] = [];
  private labelList: readonly Label[] = [];
  private labelByName = new Map<string, Label>();
  private chosenLabel?: Label;
  private frozen = false;
  private lastMessage?: Message;
  private hoveredId?: string;

  constructor() {
    this.store.changed.subscribe((event) => {
      if (event.type !== 'preview') this.selection.keepOnly((id) => this.store.get(id) !== undefined);
    });
  }

  /** Selects annotations from a list beside the canvas. */
  select(ids: Iterable<string>): void {
    this.selection.set(ids);
  }

  get labels(): readonly Label[] {
    return this.labelList;
  }

  /** Sets the labels on offer. With a single label it is chosen at once. */
  setLabels(labels: readonly Label[]): void {
    this.labelList = labels;
    this.labelByName = new Map(labels.map((label) => [label.name, label]));
    const kept = this.chosenLabel && this.labelByName.get(this.chosenLabel.name);
    this.chosenLabel = kept ?? (labels.length === 1 ? labels[0] : undefined);
    this.selection.keepOnly((id) => this.isShown(this.store.get(id)));
    this.changed.notify('labels');
  }

  /** The label with this name, or undefined: annotations with unknown labels are neither shown nor answered. */
  labelNamed(name: string): Label | undefined {
    return this.labelByName.get(name);
  }

  /** Whether a record is on show and in the list: its label is on offer. */
  isShown(annotation: A | undefined): annotation is A {
    return annotation !== undefined && this.labelByName.has(annotation.label);
  }

  get activeLabel(): Label | undefined {
    return this.chosenLabel;
  }

  /** Chooses the label for new annotations; selected ones that are not locked take it too, as one step. */
  chooseLabel(label: Label): void {
    this.chosenLabel = label;
    const ids = [...this.selection.ids];
    // "Choose a label, then draw": the label after a drawing is for the next one, not for the one that was just made.
    if (this.selection.isJustDrawn) this.selection.clear();
    else if (ids.length && !this.frozen) this.relabel(ids, label.name);
    this.changed.notify('label');
  }

  /** Gives annotations another label, as one step. */
  relabel(ids: readonly string[], labelName: string): void {
    this.store.change('changeLabel', (tx) => {
      for (const id of ids) {
        const annotation = tx.get(id);
        if (annotation && !annotation.locked && annotation.label !== labelName) {
          tx.update(id, { ...annotation, label: labelName });
        }
      }
    });
  }

  /** Brings an annotation into view. */
  reveal(_annotation: A): void {}

  /** True when nothing can be edited: the element is disabled or read-only. */
  get readOnly(): boolean {
    return this.frozen;
  }

  setReadOnly(readOnly: boolean): void {
    if (readOnly === this.frozen) return;
    if (readOnly) this.store.openStep?.cancel();
    this.frozen = readOnly;
    this.changed.notify('mode');
  }

  get message(): Message | undefined {
    return this.lastMessage;
  }

  /** Tells the worker something, once. */
  say(text: string, tone: Message['tone'] = 'info'): void {
    this.lastMessage = { text, tone };
    this.changed.notify('message');
  }

  /** Takes a warning back: the worker has gone on, and it may no longer be true. */
  hush(): void {
    if (this.lastMessage?.tone !== 'warning') return;
    this.lastMessage = undefined;
    this.changed.notify('message');
  }

  /** Id of the annotation under the pointer or under the pointed-at row of the object list. */
  get hovered(): string | undefined {
    return this.hoveredId;
  }

  hover(id: string | undefined): void {
    if (id === this.hoveredId) return;
    this.hoveredId = id;
    this.changed.notify('hover');
  }

  /** Sets the label for new annotations and leaves existing ones alone. */
  setActiveLabel(label: Label | undefined): void {
    this.chosenLabel = label;
    this.changed.notify('label');
  }
}
