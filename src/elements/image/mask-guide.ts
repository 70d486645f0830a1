import { imageTerms } from '../../locales/terms/image.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { autoFigure } from './auto-figure.js';
import type { GuideEntry } from '../../workspace/index.js';

/** The tool guide of the mask annotators, in the worker's language. */
export function maskGuide(hasAutoSegment: boolean): readonly GuideEntry[] {
  const auto = {
    icon: 'extreme-points',
    title: t.autoTool(),
    text: t.autoGuide(),
    link: t.autoHow(),
    figure: autoFigure(),
  };
  return [
    ...(hasAutoSegment ? [auto] : []),
    { icon: 'brush', title: t.brushTool(), text: t.brushGuide() },
    { icon: 'eraser', title: t.eraserTool(), text: t.eraserGuide() },
    { icon: 'polygon', title: t.polygonTool(), text: t.polygonGuide() },
    { icon: 'lasso', title: t.lassoTool(), text: t.lassoGuide() },
    { icon: 'box', title: t.rectangleTool(), text: t.rectangleGuide() },
    { icon: 'wand', title: t.wandTool(), text: t.wandGuide() },
    { icon: 'fill', title: t.fillTool(), text: t.fillGuide() },
    { icon: 'patch', title: t.patchTool(), text: t.patchGuide() },
    { icon: 'reshape', title: t.reshapeTool(), text: t.reshapeGuide() },
    { icon: 'select', title: t.pickTool(), text: t.pickGuide() },
    { icon: 'window', title: t.windowTool(), text: t.windowGuide() },
    { icon: 'zoom-in', title: imageTerms.moveAndZoom(), text: imageTerms.zoomGuide() },
  ];
}
