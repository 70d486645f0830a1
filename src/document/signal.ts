/**
 * Tells any number of listeners that something happened. Listeners run in the order they subscribed.
 *
 * All of them hear all events in the order these happened: what a listener sets off is told after the event it heard,
 * and one that throws keeps nothing from the others; its error reaches the caller afterwards.
 */
export class Signal<T = void> {
  private readonly listeners = new Set<(event: T) => void>();
  private readonly waiting: T[] = [];
  private isTelling = false;

  /** Starts listening; the returned function stops it. */
  subscribe(listener: (event: T) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  notify(event: T): void {
    this.waiting.push(event);
    if (this.isTelling) return;
    this.isTelling = true;
    const errors: unknown[] = [];
    while (this.waiting.length) {
      const next = this.waiting.shift() as T;
      for (const listener of [...this.listeners]) {
        try {
          listener(next);
        } catch (error) {
          errors.push(error);
        }
      }
    }
    this.isTelling = false;
    if (errors.length) throw errors[0];
  }
}
