/** Tells any number of listeners that something happened. Listeners run in the order they subscribed. */
export class Signal<T = void> {
  private readonly listeners = new Set<(event: T) => void>();

  /** Starts listening; the returned function stops it. */
  subscribe(listener: (event: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  notify(event: T): void {
    for (const listener of [...this.listeners]) listener(event);
  }
}
