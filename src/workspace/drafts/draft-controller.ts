import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnnotationStore } from '../../document/annotation-store.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { DraftKeeper, forgetDrafts, type DraftBuffer, type FoundDraft } from '../../document/draft-keeper.js';
import { taskKey, type TaskIdentity } from '../../document/draft-key.js';
import { draftPolicy } from '../../document/draft-policy.js';
import { IndexedDraftStorage } from './indexed-draft-storage.js';
import { webDraftLocks } from './web-draft-locks.js';

/** What a task tells about itself so that its drafts can be kept. */
export interface DraftOptions<A extends AnnotationBase> {
  readonly store: AnnotationStore<A>;
  /** Which task this is; asked when a task opens. */
  readonly identity: () => TaskIdentity;
  /** The `drafts` attribute. */
  readonly policy: () => string | null;
  readonly buffer?: DraftBuffer;
  /** Work cannot be kept from now on. */
  readonly onProblem: () => void;
}

// One for the page: opening the database once is enough.
let storage: IndexedDraftStorage | undefined;

/** Keeps the drafts of one element, task after task, and offers what it finds. */
export class DraftController<A extends AnnotationBase> implements ReactiveController {
  /** Unfinished work of this task that can be offered to the worker. */
  found?: FoundDraft;
  private keeper?: DraftKeeper<A>;
  private opened = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: DraftOptions<A>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    void this.keeper?.resume();
  }

  hostDisconnected(): void {
    this.keeper?.pause();
  }

  /** A task begins: its edits are journaled from now on, and earlier unfinished work of it is looked for. */
  async open(): Promise<void> {
    const turn = ++this.opened;
    this.keeper?.close();
    this.keeper = undefined;
    this.offer(undefined);
    storage ??= new IndexedDraftStorage();
    const policy = draftPolicy(this.options.policy());
    const key = taskKey(this.options.identity());
    if (policy.isOff) {
      await forgetDrafts(storage, key);
      return;
    }
    const { store, buffer, onProblem } = this.options;
    const { keepMs } = policy;
    this.keeper = new DraftKeeper({ store, key, storage, locks: webDraftLocks(), keepMs, buffer, onProblem });
    const { keeper } = this;
    await keeper.resume();
    const found = await keeper.find();
    if (turn === this.opened) this.offer(found);
  }

  /** Brings the offered work back, history included. */
  async restore(): Promise<boolean> {
    const { found, keeper } = this;
    this.offer(undefined);
    return (found && (await keeper?.restore(found))) ?? false;
  }

  /** Throws the offered work away. */
  async discard(): Promise<void> {
    this.offer(undefined);
    await this.keeper?.discard();
  }

  /** The answer has arrived: nothing of this task is kept. */
  async clear(): Promise<void> {
    this.offer(undefined);
    await this.keeper?.clear();
    this.keeper = undefined;
  }

  private offer(found: FoundDraft | undefined): void {
    if (found === this.found) return;
    this.found = found;
    this.host.requestUpdate();
  }
}
