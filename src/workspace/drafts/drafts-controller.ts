import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnnotationStore } from '../../document/annotation-store.js';
import type { AnnotationBase } from '../../document/annotation.js';
import { taskKey, type TaskIdentity } from '../../document/draft-key.js';
import {
  forgetDrafts,
  type DraftBuffer,
  type DraftKeeper,
  type DraftProblem,
  type FoundDraft,
} from '../../document/draft-keeper.js';
import { draftPolicy } from '../../document/draft-policy.js';
import { attachToPage, draftStorage, keepDrafts } from './keep-drafts.js';

/** What stays the same while an element lives. */
export interface DraftsOptions<A extends AnnotationBase> {
  readonly store: AnnotationStore<A>;
  readonly buffer?: DraftBuffer;
  /** Tell the worker, calmly: from now on work is not kept in this browser. */
  readonly onProblem?: (problem: DraftProblem) => void;
}

/**
 * Keeps the drafts of an element: opens them with the task, offers what was found, ends with the element.
 *
 * The host renders `offer` (a sentence, Restore, Discard) and calls `open` as soon as it knows the task, before it loads
 * the document of another one; `restore` or `discard` as the worker chooses; and `clear` when the answer has arrived.
 */
export class DraftsController<A extends AnnotationBase> implements ReactiveController {
  /** A draft to offer; the host is rendered again when it comes and goes. */
  offer?: FoundDraft;
  private keeper?: DraftKeeper<A>;
  private key?: string;
  private detach?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: DraftsOptions<A>,
  ) {
    host.addController(this);
  }

  /**
   * Opens the drafts of a task. Opening the same task again does nothing.
   *
   * @param drafts - The `drafts` attribute: `off`, or how long drafts are kept. When off, older drafts are removed.
   */
  async open(identity: Omit<TaskIdentity, 'page' | 'element'>, drafts?: string | null): Promise<void> {
    const policy = draftPolicy(drafts);
    const key = taskKey({ page: location.href, element: this.host.localName, ...identity });
    const opened = `${key} ${policy.isOff ? 'off' : policy.keepMs}`;
    if (opened === this.key) return;
    this.close();
    this.key = opened;
    if (policy.isOff) {
      await forgetDrafts(draftStorage(), key);
      return;
    }
    const keeper = keepDrafts({ ...this.options, key, keepMs: policy.keepMs });
    this.keeper = keeper;
    if (this.host.isConnected) this.detach = attachToPage(keeper);
    const found = await keeper.find();
    if (keeper === this.keeper) this.show(found);
  }

  hostConnected(): void {
    if (this.keeper && !this.detach) this.detach = attachToPage(this.keeper);
  }

  hostDisconnected(): void {
    this.detach?.();
    this.detach = undefined;
  }

  /** Brings the offered work back. Resolves to false when it can no longer be read. */
  async restore(): Promise<boolean> {
    const { offer } = this;
    this.show(undefined);
    return (await this.keeper?.restore(offer)) ?? false;
  }

  /** Removes the offered draft; an older one, if there is one, is offered next. */
  async discard(): Promise<void> {
    const { offer, keeper } = this;
    this.show(undefined);
    if (!offer || !keeper) return;
    await keeper.discard(offer);
    const next = await keeper.find();
    if (keeper === this.keeper) this.show(next);
  }

  /** Hides the offer and keeps the draft for another time. */
  postpone(): void {
    this.show(undefined);
  }

  /** The answer has arrived: removes the drafts of the task, and stores nothing until another task is opened. */
  async clear(): Promise<void> {
    this.show(undefined);
    await this.keeper?.clear();
  }

  private show(offer: FoundDraft | undefined): void {
    if (offer === this.offer) return;
    this.offer = offer;
    this.host.requestUpdate();
  }

  /** Drafts of the task before stay where they are; what is edited from now on is not theirs. */
  private close(): void {
    this.show(undefined);
    this.detach?.();
    this.detach = undefined;
    this.keeper?.close();
    this.keeper = undefined;
  }
}
