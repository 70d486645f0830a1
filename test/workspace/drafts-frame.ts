import { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import { DraftKeeper } from '../../src/document/draft-keeper.js';
import { IndexedDraftStorage } from '../../src/workspace/drafts/indexed-draft-storage.js';
import { webDraftLocks } from '../../src/workspace/drafts/web-draft-locks.js';

const store = new AnnotationStore<BoxAnnotation>();
const storage = new IndexedDraftStorage(location.search.slice(1));
const keeper = new DraftKeeper<BoxAnnotation>({ store, key: 'task', storage, locks: webDraftLocks() });
await keeper.resume();
await keeper.find();
(window.parent as unknown as { draftsFrameReady(store: unknown): void }).draftsFrameReady(store);
