import { expect } from '@open-wc/testing';
import { WorkQueue } from '../../src/canvas/mask/work-queue.js';

/** Work that ends when it is told to. */
function longWork(log: string[], name: string) {
  let end = () => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async (signal: AbortSignal) => {
    log.push(`${name} begins`);
    await Promise.race([ended, new Promise((resolve) => signal.addEventListener('abort', resolve))]);
    log.push(signal.aborted ? `${name} taken back` : `${name} ends`);
  };
  return { work, end };
}

describe('work on a mask', () => {
  it('is done at once when nothing is under way, and in turn otherwise', async () => {
    const queue = new WorkQueue();
    const log: string[] = [];
    queue.edit(() => log.push('stroke'));
    const [first, second] = [longWork(log, 'first'), longWork(log, 'second')];
    queue.start(first.work);
    queue.choose(() => log.push('label'));
    queue.edit(() => log.push('another stroke'));
    queue.choose(() => log.push('label for later'));
    queue.start(second.work);
    queue.edit(() => log.push('last stroke'));
    expect(log).to.deep.equal(['stroke', 'first begins', 'label']);
    first.end();
    second.end();
    await queue.idle();
    expect(log.slice(3)).to.deep.equal([
      'first ends',
      'another stroke',
      'label for later',
      'second begins',
      'second ends',
      'last stroke',
    ]);
    expect(queue.isBusy).to.equal(false);
  });

  it('is taken back from the end', async () => {
    const queue = new WorkQueue();
    const log: string[] = [];
    expect(queue.takeBack()).to.equal(false);
    const first = longWork(log, 'first');
    queue.start(first.work);
    queue.edit(() => log.push('stroke'));
    queue.choose(() => log.push('label'));
    queue.wait({ isEdit: true, run: () => log.push('gesture'), dropped: () => log.push('gesture dropped') });
    expect([queue.takeBack(), queue.takeBack(), queue.takeBack(), queue.takeBack()]).to.deep.equal([
      true,
      true,
      true,
      false,
    ]);
    await queue.idle();
    expect(log).to.deep.equal(['first begins', 'gesture dropped', 'first taken back', 'label']);
  });

  it('goes on after something that throws, and is forgotten with its document', async () => {
    const queue = new WorkQueue();
    const log: string[] = [];
    const first = longWork(log, 'first');
    queue.start(first.work);
    queue.start(() => {
      log.push('fails');
      return Promise.resolve();
    });
    queue.edit(() => log.push('stroke'));
    first.end();
    await queue.idle();
    expect(log).to.deep.equal(['first begins', 'first ends', 'fails', 'stroke']);

    const other = longWork(log, 'other');
    queue.start(other.work);
    queue.edit(() => log.push('never'));
    queue.clear();
    await queue.idle();
    expect(log.slice(4)).to.deep.equal(['other begins', 'other taken back']);
  });
});
