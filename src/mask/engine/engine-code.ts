import type { EngineReply, EngineRequest } from './engine-messages.js';
import { LocalEngine } from './mask-engine.js';
import { serveEngine } from './serve-engine.js';

/** The part of a worker's global scope that the engine needs. */
export interface EngineScope {
  onmessage: ((event: { readonly data: EngineRequest }) => void) | null;
  postMessage(message: EngineReply, transfer: ArrayBuffer[]): void;
}

/** An engine that works on this thread. */
export const createEngine = () => new LocalEngine();

/** Makes a worker's scope an engine for the page that started it. */
export function serve(scope: EngineScope): void {
  const receive = serveEngine(createEngine(), (message, transfer) => scope.postMessage(message, transfer));
  scope.onmessage = ({ data }) => receive(data);
}
