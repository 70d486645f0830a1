import BoxTask from 'example';
import { flushSync, mount, unmount } from 'svelte';
import { fromStore, writable } from 'svelte/store';

export function start(place, task, onAnswer) {
  const given = writable(task);
  const current = fromStore(given);
  const app = mount(BoxTask, {
    target: place,
    props: {
      onAnswer,
      get src() {
        return current.current.src;
      },
      get labels() {
        return current.current.labels;
      },
    },
  });
  return { update: (next) => flushSync(() => given.set(next)), stop: () => void unmount(app) };
}
