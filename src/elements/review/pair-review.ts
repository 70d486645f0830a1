import { decodeDocument, encodeDocument, type DocumentPlace } from '../../answers/documents.js';
import type { DocumentBlock } from '../../answers/types.js';
import type { AnnotationStore, StoreEvent } from '../../document/annotation-store.js';
import { newId } from '../../document/ids.js';
import { classifyTerms } from '../../locales/terms/classify.js';
import { reviewTerms as t } from '../../locales/terms/review.js';
import { readData } from '../../parse/attributes.js';
import { isObject } from '../../parse/json.js';
import type { Problem } from '../../parse/problem.js';
import { PagePlaces, type PagePlacesHost } from './page-places.js';
import type { PairActions } from './pair-commands.js';
import {
  blocksOf,
  pairsToReview,
  placesOf,
  type Judgement,
  type PairPart,
  type PairRecord,
  type WantedKey,
} from './pairs.js';

/** What the work asks its element. */
export interface PairReviewHost {
  readonly canEdit: boolean;
  readonly canMovePlaces: boolean;
  /** Keeps a text that is being typed, before anything else happens. */
  commitTyping(): void;
  /** Shows the pair at hand; `focus` names the text that is to be typed into, if any. */
  showCurrent(focus: PairPart | undefined): void;
  /** From the list to the page. */
  focusPage(): void;
  submit(): void;
  requestUpdate(): void;
}

/** The pairs of a document at work: what was detected, what the worker says about it, and the pair at hand. */
export class PairReview implements PagePlacesHost, PairActions {
  readonly places: PagePlaces;
  blocks: readonly DocumentBlock[] = [];
  /** Id of the pair the worker is at. */
  current: string | undefined = undefined;

  constructor(
    private readonly store: AnnotationStore<PairRecord>,
    private readonly host: PairReviewHost,
  ) {
    this.places = new PagePlaces(this);
    store.changed.subscribe((event) => {
      if (event.type === 'undo' || event.type === 'redo') this.followHistory(event);
      if (event.type !== 'preview') this.places.refresh();
    });
  }

  get pairs(): readonly PairRecord[] {
    return this.store.snapshot.annotations;
  }

  get openCount(): number {
    return this.pairs.filter(({ label }) => !label).length;
  }

  get canMovePlaces(): boolean {
    return this.host.canMovePlaces;
  }

  /** Begins with detected blocks, or with what somebody answered before. */
  load(source: unknown, wanted: readonly WantedKey[], isValue: boolean): readonly Problem[] {
    const data = readData(source);
    const { value, problems } = decodeDocument(data.value);
    this.blocks = value;
    this.current = undefined;
    // Detected blocks come as a list; an object is an answer.
    const isAnswer = isValue || isObject(data.value);
    const annotations = pairsToReview(value, wanted, { isAnswer });
    this.store.load({ annotations, facts: { nothingToLabel: false } });
    return [...data.problems, ...problems];
  }

  answer(): Record<string, unknown> {
    const { pairs, blocks } = this;
    return { ...encodeDocument(blocksOf(pairs, blocks), placesOf(pairs, blocks)) };
  }

  /** What is said about a change. */
  announcement(event: StoreEvent<PairRecord>): string | undefined {
    if (event.type === 'undo') return classifyTerms.undone();
    if (event.type === 'redo') return classifyTerms.redone();
    if (event.type !== 'commit') return undefined;
    const last = event.changes.at(-1);
    if (last?.type !== 'replace') return undefined;
    if (event.step.name === 'place') return t.placed(last.after.key);
    if (event.step.name !== 'judge' || !last.after.label) return undefined;
    return t.judged(t.judgement(last.after.label), this.openCount);
  }

  keepText(id: string, part: PairPart, text: string): void {
    this.alter(id, 'edit', part === 'key' ? { key: text } : { value: text });
  }

  keepPlace(id: string, part: PairPart, place: DocumentPlace): void {
    this.alter(id, 'place', part === 'key' ? { keyPlace: place } : { valuePlace: place });
  }

  choosePair(id: string): void {
    this.choose(id, 'value');
  }

  drawingChanged(): void {
    this.host.requestUpdate();
  }

  choose(id: string | undefined, focus?: PairPart): void {
    if (id !== this.current) this.places.cancel();
    this.current = id;
    this.places.refresh();
    if (id !== undefined) this.places.reveal(id);
    this.host.showCurrent(focus);
  }

  add(): void {
    if (!this.host.canEdit) return;
    const id = `added ${newId()}`;
    this.store.change('add', (tx) => tx.insert({ id, kind: 'pair', label: '', key: '', value: '', origin: 'added' }));
    this.choose(id, 'key');
  }

  remove(id: string): void {
    if (!this.host.canEdit) return;
    const index = this.pairs.findIndex((pair) => pair.id === id);
    this.store.change('remove', (tx) => tx.remove(id));
    // The focus was on what is gone now.
    this.choose((this.pairs[index] ?? this.pairs.at(-1))?.id, 'value');
  }

  hasPairs = (): boolean => this.pairs.length > 0;

  canPlace = (): boolean => this.canMovePlaces && this.store.get(this.current ?? '') !== undefined;

  isPlacing = (): boolean => this.places.drawing !== undefined || this.places.session.selection.size > 0;

  step = (by: 1 | -1): void => {
    this.host.commitTyping();
    const { pairs } = this;
    const at = pairs.findIndex(({ id }) => id === this.current);
    const next = at < 0 ? (by > 0 ? 0 : pairs.length - 1) : Math.min(pairs.length - 1, Math.max(0, at + by));
    this.choose(pairs[next]?.id, 'value');
  };

  judge = (judgement: Judgement, id = this.current): void => {
    this.host.commitTyping();
    if (id !== undefined) this.alter(id, 'judge', { label: judgement });
  };

  /** Who confirms the text says that the pair is valid, unless it has been judged already. */
  confirm = (): void => {
    this.host.commitTyping();
    const pair = this.store.get(this.current ?? '');
    if (pair && !pair.label) this.judge(pair.value ? 'valid' : 'value-blank');
    this.step(1);
  };

  /** The place of a part is selected, or drawn where there is none or `anew`. */
  place = (part: PairPart, { anew = false } = {}): void => {
    if (!this.canPlace()) return;
    this.host.commitTyping();
    this.places.edit(part, { anew });
    this.host.focusPage();
  };

  cancelPlacing = (): void => {
    this.places.cancel();
    this.host.showCurrent('value');
  };

  submit = (): void => {
    this.host.commitTyping();
    this.host.submit();
  };

  private alter(id: string, step: string, part: Partial<PairRecord>): void {
    const before = this.store.get(id);
    if (!before || !this.host.canEdit) return;
    const after = { ...before, ...part };
    if (JSON.stringify(after) !== JSON.stringify(before)) this.store.change(step, (tx) => tx.update(id, after));
  }

  /** What undo and redo change is looked at again. */
  private followHistory({ changes }: Extract<StoreEvent<PairRecord>, { readonly step: unknown }>): void {
    const last = changes.at(-1);
    const id = last?.type === 'replace' ? last.after.id : last?.type === 'insert' ? last.annotation.id : undefined;
    if (id !== undefined && id !== this.current) this.choose(id);
  }
}
