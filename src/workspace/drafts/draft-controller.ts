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
import { readDraftPolicy } from '../../document/draft-policy.js';
import { attachToPage, draftStorage, keepDrafts } from './keep-drafts.js';

/** What a task tells about itself so that its drafts can be kept. */
export interface DraftOptions<A extends AnnotationBase> {
  readonly store: AnnotationStore<A>;
  /** Which task this is; asked when a task opens. */
  readonly identity: () => TaskIdentity;
  /** The `drafts` attribute: `off`, or how long drafts are kept. When off, older drafts of the task are removed. */
  readonly policy: () => string | null;
  /** A part of the work that is not in the records, such as a mask. */
  readonly buffer?: DraftBuffer;
  /** Work cannot be kept from now on: the moment to say so. Told at most once a task. */
  readonly onProblem: (problem: DraftProblem) => void;
}

/**
 * Keeps the drafts of one element, task after task, and offers what it finds.
 *
 * The host renders `found` (a sentence, Restore, Discard) and calls `open` when a task begins, `restore` or `discard`
 * as the worker chooses, and `clear` when the answer has arrived.
 */
export class DraftController<A extends AnnotationBase> implements ReactiveController {
  /** Unfinished work of this task that can be offered; the host is rendered again when it comes and goes. */
  found?: FoundDraft;
  /** Why work cannot be kept, until the worker has read it; the host is rendered again when it comes and goes. */
  problem?: DraftProblem;
  private keeper?: DraftKeeper<A>;
  private opened?: string;
  private isConnected = false;
  private detach?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: DraftOptions<A>,
  ) {
    host.addController(this);
  }

  /** What can be kept of an unfinished gesture is: the page may not come back. */
  private readonly leave = () => this.options.store.openStep?.conclude();

  hostConnected(): void {
    this.isConnected = true;
    if (this.keeper) this.detach ??= attachToPage(this.keeper, this.leave);
  }

  hostDisconnected(): void {
    this.isConnected = false;
    this.leavePage();
  }

  /**
   * A task begins: its edits are journaled from now on, and earlier unfinished work of it is looked for.
   *
   * Opening the same task again only looks again. Drafts of the task before stay where they are.
   */
  async open(): Promise<void> {
    const { identity, policy: policyOf, store, buffer } = this.options;
    const { value: policy } = readDraftPolicy(policyOf());
    const key = taskKey(identity());
    const opened = JSON.stringify([key, policy]);
    if (!this.keeper || opened !== this.opened) {
      this.offer(undefined);
      this.dismissProblem();
      this.leavePage();
      this.keeper?.close();
      const onProblem = (problem: DraftProblem) => this.stop(problem);
      this.keeper = policy.isOff ? undefined : keepDrafts({ store, buffer, onProblem, key, keepMs: policy.keepMs });
      this.opened = opened;
      if (this.keeper && this.isConnected) this.detach = attachToPage(this.keeper, this.leave);
    }
    if (policy.isOff) await forgetDrafts(draftStorage(), key);
    else await this.look();
  }

  /** Brings the offered work back, history included. Resolves to false when it can no longer be read. */
  async restore(): Promise<boolean> {
    const { found, keeper } = this;
    this.offer(undefined);
    return (found && (await keeper?.restore(found))) ?? false;
  }

  /** Throws the offered work away. Older work, if there is any, is offered next. */
  async discard(): Promise<void> {
    const { found, keeper } = this;
    this.offer(undefined);
    if (found) await keeper?.discard(found);
    await this.look();
  }

  /** The answer has arrived: nothing of this task is kept, and nothing stored until a task is opened again. */
  async clear(): Promise<void> {
    const { keeper } = this;
    this.offer(undefined);
    this.leavePage();
    this.keeper = undefined;
    await keeper?.clear();
  }

  /** The worker has read the problem. */
  dismissProblem(): void {
    if (!this.problem) return;
    this.problem = undefined;
    this.host.requestUpdate();
  }

  private stop(problem: DraftProblem): void {
    this.problem = problem;
    this.options.onProblem(problem);
    this.host.requestUpdate();
  }

  private async look(): Promise<void> {
    const { keeper } = this;
    const found = await keeper?.find();
    if (keeper === this.keeper) this.offer(found);
  }

  private leavePage(): void {
    this.detach?.();
    this.detach = undefined;
  }

  private offer(found: FoundDraft | undefined): void {
    if (found === this.found) return;
    this.found = found;
    this.host.requestUpdate();
  }
}
