import BoxTask from 'example';
import { createApp, h, shallowRef } from 'vue';

export function start(place, task, onAnswer) {
  const given = shallowRef(task);
  const app = createApp({ render: () => h(BoxTask, { ...given.value, onAnswer }) });
  app.mount(place);
  return { update: (next) => (given.value = next), stop: () => app.unmount() };
}
