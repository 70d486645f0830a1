import type { ShapeAnnotation } from '../document/annotation.js';
import { newId } from '../document/ids.js';
import type { AnnotatorSession } from './annotator-session.js';

/** Names the format on the system clipboard, so that other text is never taken for shapes. */
const FORMAT = 'open-crowd-elements/shapes';
/** A duplicate is shifted by this many CSS pixels, so that it can be seen and grabbed. */
const SHIFT = 12;

interface ClipboardText {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly shapes: readonly ShapeAnnotation[];
}

// Survives the change of task within a page when the browser forbids reading the system's clipboard.
let pageClipboard = '';

/** Copies shapes as plain JSON: to the same picture, to the next task, to another tab. */
export class ShapeClipboard<A extends ShapeAnnotation> {
  constructor(private readonly session: AnnotatorSession<A>) {}

  /** The selected shapes as clipboard text, or undefined when nothing is selected. */
  write(): string | undefined {
    const { store, selection } = this.session;
    const shapes = store.snapshot.annotations.filter((shape) => selection.has(shape.id));
    if (!shapes.length) return undefined;
    pageClipboard = JSON.stringify({ format: FORMAT, version: 1, shapes } satisfies ClipboardText);
    return pageClipboard;
  }

  /** Adds shapes from clipboard text as one step and selects them. Returns how many; 0 when the text holds none. */
  paste(text: string = pageClipboard): number {
    const shapes = this.read(text).filter((shape) => this.session.labelNamed(shape.label));
    return this.add('paste', shapes);
  }

  /** Adds a copy of the selected shapes, a little aside. */
  duplicate(): number {
    const { store, selection } = this.session;
    return this.add(
      'duplicate',
      store.snapshot.annotations.filter((shape) => selection.has(shape.id)),
    );
  }

  private add(step: string, shapes: readonly A[]): number {
    if (!shapes.length) return 0;
    const { store, selection, viewport } = this.session;
    const image = viewport.imageSize;
    const taken = new Set(store.snapshot.annotations.map((shape) => this.placeOf(shape)));
    const copies = shapes.map((shape) => {
      const kind = this.session.kindOf(shape);
      const copy: A = { ...shape, id: newId(), hidden: undefined, locked: undefined };
      const inside = kind.settle(copy, image);
      if (!taken.has(this.placeOf(inside))) return inside;
      const shift = SHIFT / viewport.scale;
      return kind.settle(kind.translate(inside, shift, shift, image), image);
    });
    store.change(step, (tx) => copies.forEach((copy) => tx.insert(copy)));
    selection.set(copies.map((copy) => copy.id));
    return copies.length;
  }

  private placeOf(shape: A): string {
    const { left, top, right, bottom } = this.session.kindOf(shape).bounds(shape);
    return [shape.kind, left, top, right, bottom].join();
  }

  private read(text: string): A[] {
    let data: unknown;
    try {
      data = JSON.parse(text);
    } catch {
      return [];
    }
    if (!isClipboardText(data)) return [];
    return data.shapes.filter((shape): shape is A => {
      if (typeof shape !== 'object' || shape === null) return false;
      const candidate = shape as A;
      if (typeof candidate.label !== 'string' || !this.session.knowsKind(candidate.kind)) return false;
      const { left, top, right, bottom } = this.session.kindOf(candidate).bounds(candidate);
      return [left, top, right, bottom].every(Number.isFinite);
    });
  }
}

function isClipboardText(data: unknown): data is { shapes: unknown[] } {
  const text = data as Partial<ClipboardText> | null;
  return typeof text === 'object' && text?.format === FORMAT && Array.isArray(text.shapes);
}
