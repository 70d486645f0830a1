import { painted, placesOf, textScene } from './scene.js';

const { text, spans } = textScene();
const task = document.createElement('crowd-entity-annotation');

window.bench = {
  async load() {
    await painted();
    const begun = performance.now();
    task.setAttribute('name', 'spans');
    task.setAttribute('drafts', 'off');
    task.labels = ['word'];
    task.initialValue = spans.map(({ start, end }) => ({ label: 'word', startOffset: start, endOffset: end }));
    task.text = text;
    document.body.append(task);
    await task.updateComplete;
    await painted();
    return performance.now() - begun;
  },
  count: () => task.value.entities.length,
  places: () => placesOf(task.shadowRoot.querySelector('.text-block').firstChild),
  scrolled: () => task.shadowRoot.querySelector('.text-scroller').scrollTop,
};
