import { expect } from '@open-wc/testing';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { MemoryDraftStorage } from '../../src/document/draft-storage.js';
import { DraftController } from '../../src/workspace/drafts/draft-controller.js';
import { setDraftStorage } from '../../src/workspace/drafts/keep-drafts.js';
import { Dice, someBox } from '../document/random-edits.js';

const TAG = 'oce-drafts-test-host';

/** The least that an element with drafts is. */
class Host extends HTMLElement implements ReactiveControllerHost {
  readonly store = new AnnotationStore<BoxAnnotation>();
  renders = 0;
  readonly updateComplete = Promise.resolve(true);
  private readonly controllers: ReactiveController[] = [];
  source = 'street.png';
  policy: string | null = null;
  readonly drafts = new DraftController<BoxAnnotation>(this, {
    store: this.store,
    identity: () => ({ page: location.href, element: TAG, name: 'result', source: this.source }),
    policy: () => this.policy,
    onProblem: () => {},
  });

  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.renders += 1;
  }

  connectedCallback(): void {
    this.controllers.forEach((controller) => controller.hostConnected?.());
  }

  disconnectedCallback(): void {
    this.controllers.forEach((controller) => controller.hostDisconnected?.());
  }

  draw(): void {
    this.store.change('drawBox', (tx) => tx.insert(someBox(new Dice(tx.length))));
  }
}

customElements.define(TAG, Host);

const moment = () => new Promise((resolve) => setTimeout(resolve, 30));

/** A page with the element, as it is after the task was opened. */
async function openTask({ source = 'street.png', policy = null as string | null } = {}): Promise<Host> {
  const host = Object.assign(document.createElement(TAG) as Host, { source, policy });
  document.body.append(host);
  await host.drafts.open();
  return host;
}

async function leave(host: Host): Promise<void> {
  await moment();
  host.remove();
  await moment();
}

describe('drafts of an element', () => {
  let storage: MemoryDraftStorage;

  beforeEach(() => {
    storage = new MemoryDraftStorage();
    setDraftStorage(storage);
  });

  afterEach(() => document.querySelectorAll(TAG).forEach((host) => host.remove()));

  it('are offered when the task is opened again, and bring the work back', async () => {
    const first = await openTask();
    expect(first.drafts.found).to.equal(undefined);
    first.draw();
    first.draw();
    await leave(first);

    const second = await openTask({ source: 'street.png?X-Amz-Signature=new' });
    expect(second.drafts.found).to.include({ steps: 2 });
    expect(second.renders).to.equal(1);
    expect(await second.drafts.restore()).to.equal(true);
    expect(second.drafts.found).to.equal(undefined);
    expect(second.renders).to.equal(2);
    expect(second.store.save()).to.deep.equal(first.store.save());
  });

  it('are not offered in another task', async () => {
    const first = await openTask();
    first.draw();
    await leave(first);
    expect((await openTask({ source: 'other.png' })).drafts.found).to.equal(undefined);
  });

  it('are gone after discard, and an older one is offered next', async () => {
    const older = await openTask();
    older.draw();
    await moment();
    const newer = await openTask();
    newer.draw();
    newer.draw();
    await leave(newer);
    await leave(older);
    const host = await openTask();
    const ids = [host.drafts.found?.steps];
    await host.drafts.discard();
    ids.push(host.drafts.found?.steps);
    await host.drafts.discard();
    expect(ids).to.deep.equal([2, 1]);
    expect(host.drafts.found).to.equal(undefined);
  });

  it('are gone after submit', async () => {
    const host = await openTask();
    host.draw();
    await moment();
    await host.drafts.clear();
    host.draw();
    await leave(host);
    expect((await openTask()).drafts.found).to.equal(undefined);
  });

  it('are not kept, and older ones removed, when they are off', async () => {
    const first = await openTask();
    first.draw();
    await leave(first);
    const second = await openTask({ policy: 'off' });
    expect(second.drafts.found).to.equal(undefined);
    second.draw();
    await leave(second);
    expect((await openTask()).drafts.found).to.equal(undefined);
  });

  it('survive that the element is moved', async () => {
    const host = await openTask();
    host.draw();
    await moment();
    const box = document.createElement('div');
    document.body.append(box);
    box.append(host);
    host.draw();
    await leave(host);
    box.remove();
    const next = await openTask();
    expect(next.drafts.found).to.include({ steps: 2 });
    await next.drafts.discard();
    expect(next.drafts.found, 'only one draft was written').to.equal(undefined);
  });

  it('belong to the task that was open when they were made, whichever comes first, document or task', async () => {
    const host = await openTask();
    host.draw();
    await moment();
    host.store.load({ annotations: [], facts: { nothingToLabel: false } });
    host.source = 'next.png';
    await host.drafts.open();
    expect(host.drafts.found).to.equal(undefined);
    host.draw();
    host.draw();
    await moment();
    host.source = 'third.png';
    const opening = host.drafts.open();
    host.store.load({ annotations: [], facts: { nothingToLabel: false } });
    await opening;
    await leave(host);
    expect((await openTask()).drafts.found).to.include({ steps: 1 });
    expect((await openTask({ source: 'next.png' })).drafts.found).to.include({ steps: 2 });
    expect((await openTask({ source: 'third.png' })).drafts.found).to.equal(undefined);
  });

  it('are kept again when a task is opened after submit', async () => {
    const host = await openTask();
    await host.drafts.clear();
    host.source = 'next.png';
    await host.drafts.open();
    host.draw();
    await leave(host);
    expect((await openTask({ source: 'next.png' })).drafts.found).to.include({ steps: 1 });
  });
});
