import '@angular/compiler';
import { createComponent, provideZonelessChangeDetection } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { BoxTask } from 'example';

export async function start(place, task, onAnswer) {
  const app = await createApplication({ providers: [provideZonelessChangeDetection()] });
  const hostElement = place.appendChild(document.createElement('box-task'));
  const component = createComponent(BoxTask, { environmentInjector: app.injector, hostElement });
  const update = (given) => {
    component.setInput('src', given.src);
    component.setInput('labels', given.labels);
  };
  update(task);
  component.instance.answer.subscribe(onAnswer);
  app.attachView(component.hostView);
  return {
    update,
    stop: () => {
      component.destroy();
      app.destroy();
    },
  };
}
