import { AnnotationStore } from '../document/annotation-store.js';
import type { ShapeAnnotation } from '../document/annotation.js';
import { Selection } from '../document/selection.js';
import { Signal } from '../document/signal.js';
import { VertexSelection } from '../document/vertex-selection.js';
import type { Label } from '../labels/label.js';
import type { Command } from './command.js';
import type { PictureState } from './picture.js';
import { defaultSettings, type CanvasSettings } from './settings.js';
import type { PaintTransform, ShapeKind } from './shape-kind.js';
import type { Tool } from './tool.js';
import { Viewport } from './viewport.js';

/** Parts of a session that panels may have to show anew. The document and the selection have signals of their own. */
export type SessionAspect =
  'labels' | 'label' | 'tool' | 'settings' | 'picture' | 'mode' | 'message' | 'hover' | 'decorations';

/** A sentence for the worker, spoken once by the announcer and shown in the status line. */
export interface Message {
  readonly text: string;
  readonly tone: 'info' | 'warning';
}

/** Paints something that belongs to no single shape; `ratio` is canvas pixels a CSS pixel. */
export type Decoration = (g: CanvasRenderingContext2D, to: PaintTransform, ratio: number) => void;

/** What makes an annotator of one kind: its shapes and its tools. */
export interface SessionOptions<A extends ShapeAnnotation> {
  readonly kinds: readonly ShapeKind<A>[];
  readonly tools: readonly Tool<A>[];
}

/**
 * The state of one annotator at work, shared by canvas, panels and keys.
 *
 * Holds the document, the selection, the viewport, labels, tools, the worker's settings and the list of commands.
 * It has no DOM and paints nothing; whoever shows it subscribes.
 */
export class AnnotatorSession<A extends ShapeAnnotation = ShapeAnnotation> {
  readonly store = new AnnotationStore<A>();
  readonly selection = new Selection();
  /** Vertices of the one selected path. */
  readonly vertices = new VertexSelection();
  readonly viewport = new Viewport();
  /** Fires with the part that changed. */
  readonly changed = new Signal<SessionAspect>();
  readonly tools: readonly Tool<A>[];
  /** Painted above the shapes with the active ones: edges of a skeleton, marks of problems. */
  decorations: readonly Decoration[] = [];
  /** Everything the worker can do, in the order of toolbar and shortcut list. */
  commands: readonly Command[] = [];
  private readonly kinds: ReadonlyMap<string, ShapeKind<A>>;
  private labelList: readonly Label[] = [];
  private labelByName = new Map<string, Label>();
  private chosenLabel?: Label;
  private currentTool: Tool<A>;
  private pictureState: PictureState = { type: 'none' };
  private currentSettings: CanvasSettings = defaultSettings;
  private frozen = false;
  private lastMessage?: Message;
  private hoveredId?: string;

  constructor({ kinds, tools }: SessionOptions<A>) {
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.tools = tools;
    const [first] = tools;
    if (!first) throw new Error('An annotator needs at least one tool.');
    this.currentTool = first;
    this.store.changed.subscribe((event) => {
      if (event.type !== 'preview') this.selection.keepOnly((id) => this.store.get(id) !== undefined);
      // Indices mean nothing in a path that came from elsewhere.
      if (event.type !== 'preview' && event.type !== 'commit' && event.type !== 'cancel') this.vertices.clear();
    });
    this.selection.changed.subscribe(() => {
      const { owner } = this.vertices;
      if (owner !== undefined && (this.selection.size !== 1 || !this.selection.has(owner))) this.vertices.clear();
    });
  }

  kindOf(shape: A): ShapeKind<A> {
    const kind = this.kinds.get(shape.kind);
    if (!kind) throw new Error(`No shape kind is registered for "${shape.kind}".`);
    return kind;
  }

  /** How far any kind of shape is painted beyond its bounds, in CSS pixels. */
  get greatestMargin(): number {
    return Math.max(0, ...[...this.kinds.values()].map((kind) => kind.margin ?? 0));
  }

  /** Whether records of this kind can be shown here. */
  knowsKind(kind: unknown): boolean {
    return typeof kind === 'string' && this.kinds.has(kind);
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

  /** The label with this name, or undefined: shapes with unknown labels are neither shown nor answered. */
  labelNamed(name: string): Label | undefined {
    return this.labelByName.get(name);
  }

  /** Whether a record is on the canvas and in the list: its label is on offer. */
  isShown(shape: A | undefined): shape is A {
    return shape !== undefined && this.labelByName.has(shape.label);
  }

  get activeLabel(): Label | undefined {
    return this.chosenLabel;
  }

  /** Chooses the label for new shapes; selected shapes that are not locked take it too, as one step. */
  chooseLabel(label: Label): void {
    this.chosenLabel = label;
    const ids = [...this.selection.ids];
    if (ids.length && !this.frozen) this.relabel(ids, label.name);
    this.changed.notify('label');
  }

  /** Gives shapes another label, as one step. */
  relabel(ids: readonly string[], labelName: string): void {
    this.store.change('changeLabel', (tx) => {
      for (const id of ids) {
        const shape = tx.get(id);
        if (shape && !shape.locked && shape.label !== labelName) tx.update(id, { ...shape, label: labelName });
      }
    });
  }

  get tool(): Tool<A> {
    return this.currentTool;
  }

  chooseTool(id: string): void {
    const tool = this.tools.find((candidate) => candidate.id === id);
    if (!tool || tool === this.currentTool) return;
    this.store.openStep?.cancel();
    this.currentTool = tool;
    this.changed.notify('tool');
  }

  get picture(): PictureState {
    return this.pictureState;
  }

  setPicture(state: PictureState): void {
    this.pictureState = state;
    if (state.type === 'ready') this.viewport.setImageSize(state.size);
    this.changed.notify('picture');
  }

  get settings(): CanvasSettings {
    return this.currentSettings;
  }

  changeSettings(part: Partial<CanvasSettings>): void {
    this.currentSettings = { ...this.currentSettings, ...part };
    this.changed.notify('settings');
  }

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

  /** Id of the shape under the pointer or under the pointed-at row of the object list. */
  get hovered(): string | undefined {
    return this.hoveredId;
  }

  hover(id: string | undefined): void {
    if (id === this.hoveredId) return;
    this.hoveredId = id;
    this.changed.notify('hover');
  }
}
