import { createTextAnnotator } from '@recogito/text-annotator';
import { painted, placesOf, textScene } from './scene.js';

const { text, spans } = textScene();
const scroller = document.createElement('div');
scroller.style.cssText = 'height:100vh;overflow:auto';
const content = document.createElement('div');
content.style.cssText = 'white-space:pre-wrap;font:16px/42px system-ui;width:690px;margin:auto';
scroller.append(content);
let annotator;

window.bench = {
  async load() {
    await painted();
    const begun = performance.now();
    content.textContent = text;
    document.body.append(scroller);
    annotator = createTextAnnotator(content, { renderer: 'CSS_HIGHLIGHTS' });
    annotator.setAnnotations(
      spans.map(({ start, end }, index) => ({
        id: `s${index}`,
        bodies: [],
        target: { annotation: `s${index}`, selector: [{ quote: text.slice(start, end), start, end }] },
      })),
    );
    await painted();
    return performance.now() - begun;
  },
  count: () => annotator.getAnnotations().length,
  places: () => placesOf(content.firstChild),
  scrolled: () => scroller.scrollTop,
};
