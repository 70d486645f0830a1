import { expect } from '@open-wc/testing';
import { Signal } from '../../src/document/signal.js';

describe('signals', () => {
  it('tell every listener all events in the order they happened', () => {
    const signal = new Signal<number>();
    const heard: string[] = [];
    signal.subscribe((event) => {
      heard.push(`a${event}`);
      if (event < 3) signal.notify(event + 1);
    });
    signal.subscribe((event) => heard.push(`b${event}`));
    signal.notify(1);
    expect(heard).to.deep.equal(['a1', 'b1', 'a2', 'b2', 'a3', 'b3']);
  });

  it('keep nothing from the others when one throws, and say so to the caller', () => {
    const signal = new Signal<string>();
    const heard: string[] = [];
    signal.subscribe((event) => {
      if (event === 'first') signal.notify('second');
      throw new Error(event);
    });
    signal.subscribe((event) => heard.push(event));
    expect(() => signal.notify('first')).to.throw('first');
    expect(heard).to.deep.equal(['first', 'second']);
    expect(() => signal.notify('third')).to.throw('third');
    expect(heard).to.deep.equal(['first', 'second', 'third']);
  });
});
