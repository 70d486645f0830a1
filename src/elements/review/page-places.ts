import type { DocumentPlace } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { PartEditing, Tool, ToolInput } from '../../canvas/tool.js';
import { createBoxTool } from '../../canvas/tools/box-tool.js';
import { vertexEditing } from '../../canvas/tools/vertex-gesture.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import { highlightLabels, highlightsOf, ownerOf, placeOf, shapeIdOf } from './page-highlights.js';
import { overlayKinds } from './overlay-kinds.js';
import { createPageTool } from './page-tool.js';
import type { PairPart, PairRecord } from './pairs.js';

/** Lines lower than this cannot be compared with what is typed beside them; then they are shown higher. In CSS pixels. */
const LEAST_LINE_PX = 11;
const READABLE_LINE_PX = 18;

/** How much of the width of the stage a pair takes at most when it is enlarged. */
const PAIR_SHARE = 0.8;

/** What the places on the page ask their element, and tell it. */
export interface PagePlacesHost {
  readonly pairs: readonly PairRecord[];
  readonly blocks: readonly DocumentBlock[];
  /** Id of the pair the worker is at. */
  readonly current: string | undefined;
  readonly canMovePlaces: boolean;
  /** The worker points at a pair. */
  choosePair(id: string): void;
  /** The worker says where a part of a pair stands: one step of the history. */
  keepPlace(id: string, part: PairPart, place: DocumentPlace): void;
  /** Drawing has begun or ended. */
  drawingChanged(): void;
}

/**
 * Keys and values where they stand on the page.
 *
 * The shapes on the canvas only mirror the pairs: a gesture there becomes a step of the pairs, which undo, drafts and
 * the answer know, and the shapes are then made anew from them.
 */
export class PagePlaces {
  readonly session: AnnotatorSession;
  private isDue = false;
  private part?: PairPart;

  constructor(private readonly host: PagePlacesHost) {
    this.session = new AnnotatorSession<ShapeAnnotation>({
      kinds: overlayKinds,
      tools: [
        createPageTool({ viewport: () => this.session.viewport, click: (input) => this.chooseAt(input) }),
        createBoxTool() as unknown as Tool,
      ],
      parts: vertexEditing as unknown as PartEditing,
    });
    // Places of different pairs have no borders in common.
    this.session.changeSettings({ crosshair: false, fillAlpha: 0.15, sharedBoundaries: false });
    this.session.setLabels(highlightLabels());
    this.session.store.changed.subscribe((event) => this.takeOver(event));
  }

  /** What is being drawn, if anything. */
  get drawing(): PairPart | undefined {
    return this.part;
  }

  /** Shows the pairs as they are now, once, however often it is asked for. */
  refresh(): void {
    if (this.isDue) return;
    this.isDue = true;
    queueMicrotask(() => {
      this.isDue = false;
      this.show();
    });
  }

  /** Brings key and value of a pair into view together, small print as large as they both fit in. */
  reveal(id: string): void {
    const { session } = this;
    const { viewport } = session;
    const places = session.store.snapshot.annotations
      .filter((shape) => ownerOf(shape.id).id === id)
      .map((shape) => session.kindOf(shape).bounds(shape));
    if (!places.length) return;
    const pair = {
      left: Math.min(...places.map(({ left }) => left)),
      top: Math.min(...places.map(({ top }) => top)),
      right: Math.max(...places.map(({ right }) => right)),
      bottom: Math.max(...places.map(({ bottom }) => bottom)),
    };
    const lineHeight = Math.min(...places.map(({ top, bottom }) => bottom - top));
    if (lineHeight > 0 && lineHeight * viewport.scale < LEAST_LINE_PX) {
      const seenWidth = viewport.visibleBounds.right - viewport.visibleBounds.left;
      const room = (seenWidth * viewport.scale * PAIR_SHARE) / Math.max(1, pair.right - pair.left);
      const scale = Math.min(READABLE_LINE_PX / lineHeight, room);
      const middle = { x: (pair.left + pair.right) / 2, y: (pair.top + pair.bottom) / 2 };
      if (scale > viewport.scale) viewport.zoomTo(scale, viewport.toStage(middle));
    }
    viewport.reveal(pair);
  }

  /** Lets the worker move the place of a part, or draw it where there is none; `anew` draws in any case. */
  edit(part: PairPart, { anew = false } = {}): void {
    const { current, canMovePlaces } = this.host;
    if (current === undefined || !canMovePlaces) return;
    const id = shapeIdOf(current, part);
    const shape = this.session.store.get(id);
    this.stopDrawing();
    if (shape && !anew) {
      this.session.selection.set([id]);
      this.session.reveal(shape);
      return;
    }
    this.part = part;
    this.session.selection.clear();
    const label = this.session.labelNamed(`current-${part}`);
    this.session.setActiveLabel(label);
    this.session.chooseTool('box');
    this.host.drawingChanged();
  }

  /** Takes back what is under way. Returns false when nothing was. */
  cancel(): boolean {
    const { session } = this;
    const wasBusy = this.part !== undefined || session.selection.size > 0 || session.store.openStep !== undefined;
    session.store.openStep?.cancel();
    session.selection.clear();
    this.stopDrawing();
    return wasBusy;
  }

  private stopDrawing(): void {
    if (this.part === undefined) return;
    this.part = undefined;
    this.session.chooseTool('look');
    this.host.drawingChanged();
  }

  private show(): void {
    const { session, host } = this;
    if (session.picture.type !== 'ready') return;
    const annotations = highlightsOf({
      pairs: host.pairs,
      blocks: host.blocks,
      current: host.current,
      size: session.picture.size,
      isFixed: !host.canMovePlaces,
    });
    session.setLabels(highlightLabels());
    session.store.load({ annotations, facts: { nothingToLabel: false } });
    session.selection.keepOnly((id) => ownerOf(id).id === host.current);
  }

  /** A click chooses the smallest highlight under it, and the pair it belongs to. */
  private chooseAt({ point }: ToolInput): void {
    const { session } = this;
    const hits = session.store.snapshot.annotations.filter((shape) => session.kindOf(shape).hit(shape, point, 3));
    const [best] = hits.sort((a, b) => session.kindOf(a).area(a) - session.kindOf(b).area(b));
    if (!best) {
      session.selection.clear();
      return;
    }
    this.host.choosePair(ownerOf(best.id).id);
    if (this.host.canMovePlaces) session.selection.set([best.id]);
  }

  private takeOver(event: StoreEvent<ShapeAnnotation>): void {
    const { host, session } = this;
    if (event.type !== 'commit' || session.picture.type !== 'ready') return;
    for (const change of event.changes) {
      const shape = change.type === 'replace' ? change.after : change.type === 'insert' ? change.annotation : undefined;
      const place = shape && placeOf(shape, session.picture.size);
      if (!shape || !place) continue;
      const drawn = this.part !== undefined && change.type === 'insert' ? this.part : undefined;
      const owner = drawn && host.current !== undefined ? { id: host.current, part: drawn } : ownerOf(shape.id);
      host.keepPlace(owner.id, owner.part, place);
      if (drawn) {
        this.stopDrawing();
        this.refresh();
        // The new place can be corrected at once; it is there after the refresh.
        queueMicrotask(() => session.selection.set([shapeIdOf(owner.id, owner.part)]));
      }
    }
    this.refresh();
  }
}
