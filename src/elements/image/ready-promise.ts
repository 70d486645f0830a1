/** A promise that can be made anew for the next picture. One that nobody has fulfilled yet is kept: it is awaited. */
export class ReadyPromise {
  promise!: Promise<void>;
  private fulfil!: () => void;
  private isFulfilled = true;

  constructor() {
    this.renew();
  }

  announce(): void {
    this.isFulfilled = true;
    this.fulfil();
  }

  renew(): void {
    if (!this.isFulfilled) return;
    this.isFulfilled = false;
    this.promise = new Promise((resolve) => (this.fulfil = resolve));
  }
}
