import type { ShapeAnnotation } from '../document/annotation.js';
import { VertexSelection } from '../document/vertex-selection.js';
import { imageTerms } from '../locales/terms/image.js';
import { panelTerms } from '../locales/terms/panels.js';
import { LabelSession } from './label-session.js';
import { plainScale, type WindowScale } from './grey-window.js';
import type { PictureState } from './picture.js';
import { defaultSettings, type CanvasSettings } from './settings.js';
import type { PaintTransform, ShapeKind } from './shape-kind.js';
import type { PartEditing, Tool, ToolHint } from './tool.js';
import { Viewport } from './viewport.js';

export type { Message, SessionAspect } from './label-session.js';

/** Paints something that belongs to no single shape; `ratio` is canvas pixels a CSS pixel. */
export type Decoration = (g: CanvasRenderingContext2D, to: PaintTransform, ratio: number) => void;

/** What makes an annotator of one kind: its shapes and its tools. */
export interface SessionOptions<A extends ShapeAnnotation> {
  readonly kinds: readonly ShapeKind<A>[];
  readonly tools: readonly Tool<A>[];
  /** For shapes that have parts, such as the vertices of a path. */
  readonly parts?: PartEditing<A>;
}

/**
 * The state of one picture annotator at work, shared by canvas, panels and keys.
 *
 * Adds viewport, picture, tools, kinds of shapes and the worker's settings to what all labelling tasks have. It has no
 * DOM and paints nothing; whoever shows it subscribes.
 */
export class AnnotatorSession<A extends ShapeAnnotation = ShapeAnnotation> extends LabelSession<A> {
  /** Vertices of the one selected path. */
  readonly vertices = new VertexSelection();
  readonly viewport = new Viewport();
  readonly tools: readonly Tool<A>[];
  readonly parts: PartEditing<A> | undefined;
  /** Painted above the shapes with the active ones: edges of a skeleton, marks of problems. */
  decorations: readonly Decoration[] = [];
  /** What grey levels mean; undefined where window and level are not offered. */
  windowScale?: WindowScale;
  private readonly kinds: ReadonlyMap<string, ShapeKind<A>>;
  private currentTool: Tool<A>;
  private pictureState: PictureState = { type: 'none' };
  private currentSettings: CanvasSettings = defaultSettings;

  constructor({ kinds, tools, parts }: SessionOptions<A>) {
    super();
    this.kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.tools = tools;
    this.parts = parts;
    const [first] = tools;
    if (!first) throw new Error('An annotator needs at least one tool.');
    this.currentTool = first;
    this.store.changed.subscribe((event) => {
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

  /** The first kind of shape here that can do something. */
  kindWith(ability: 'grow' | 'paintSketch'): ShapeKind<A> | undefined {
    return [...this.kinds.values()].find((kind) => kind[ability]);
  }

  override reveal(shape: A): void {
    this.viewport.reveal(this.kindOf(shape).bounds(shape));
  }

  /** Whether the right button drags window and level: where the requester says what grey levels mean. */
  get dragsWindow(): boolean {
    return this.windowScale !== undefined && this.windowScale !== plainScale;
  }

  /** Tells the worker what to do first, or otherwise. */
  hint(code: ToolHint): void {
    const isBare = code === 'choose-label' && !this.labels.length;
    this.say(isBare ? panelTerms.noLabels() : imageTerms.hint(code), 'warning');
  }

  /** How far any kind of shape is painted beyond its bounds, in CSS pixels. */
  get greatestMargin(): number {
    return Math.max(0, ...[...this.kinds.values()].map((kind) => kind.margin ?? 0));
  }

  /** Whether records of this kind can be shown here. */
  knowsKind(kind: unknown): boolean {
    return typeof kind === 'string' && this.kinds.has(kind);
  }

  get tool(): Tool<A> {
    return this.currentTool;
  }

  chooseTool(id: string): void {
    const tool = this.tools.find((candidate) => candidate.id === id);
    if (!tool || tool === this.currentTool) return;
    this.dropGesture();
    this.currentTool = tool;
    this.changed.notify('tool');
  }

  /** Another tool is chosen: what is open was the one before's. */
  protected dropGesture(): void {
    this.store.openStep?.cancel();
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
}
