import type { Decoded, DecodeOptions } from '../../answers/decode.js';
import { inspectPaths } from '../../answers/paths.js';
import { createPathKind } from '../../canvas/kinds/path-kind.js';
import { pathCommands } from '../../canvas/path-commands.js';
import { createGapTool } from '../../canvas/tools/gap-tool.js';
import { createKnifeTool } from '../../canvas/tools/knife-tool.js';
import { createLassoTool, LassoGesture } from '../../canvas/tools/lasso-tool.js';
import { createPathTool } from '../../canvas/tools/path-tool.js';
import { createSelectTool } from '../../canvas/tools/select-tool.js';
import { vertexEditing } from '../../canvas/tools/vertex-gesture.js';
import type { PathAnnotation } from '../../document/annotation.js';
import { pathBounds } from '../../geometry/path.js';
import type { Size } from '../../geometry/types.js';
import { imageTerms } from '../../locales/terms/image.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import { addToolIcons } from '../../workspace/tool-icons.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { lassoCommand, lassoGuide } from './lasso.js';

addToolIcons();

interface PathDefinition {
  readonly kind: PathAnnotation['kind'];
  readonly step: string;
  readonly title: () => string;
  readonly guide: () => string;
  readonly encode: (shapes: readonly PathAnnotation[], size: Size) => object;
  readonly decode: (value: unknown, options: DecodeOptions) => Decoded<PathAnnotation>;
}

/** The definition of an annotator for one kind of path. */
export function pathAnnotator({
  kind,
  step,
  title,
  guide,
  encode,
  decode,
}: PathDefinition): AnnotatorDefinition<PathAnnotation> {
  return {
    kinds: [createPathKind(kind)],
    createTools: (session) => [
      createPathTool({ id: kind, kind, step }),
      createSelectTool(new LassoGesture<PathAnnotation>()),
      createLassoTool<PathAnnotation>(),
      ...(kind === 'line' ? [] : [createKnifeTool()]),
      ...(kind === 'polygon' ? [createGapTool(() => session().settings.bridgeHoles)] : []),
    ],
    parts: vertexEditing,
    toolCommands: [
      { id: kind, title, icon: kind, keys: ['KeyP'] },
      { id: 'select', title: imageTerms.selectTool, icon: 'select', keys: ['KeyM'] },
      lassoCommand,
      ...(kind === 'line' ? [] : [{ id: 'knife', title: t.knifeTool, icon: 'knife', keys: ['KeyE'] }]),
      ...(kind === 'polygon' ? [{ id: 'gap', title: t.gapTool, icon: 'fill', keys: ['Shift+KeyE'] }] : []),
    ],
    commands: (targets) => pathCommands(targets, kind),
    guide: () => [
      { icon: kind, title: title(), text: guide() },
      { icon: 'select', title: imageTerms.selectTool(), text: imageTerms.selectGuide() },
      lassoGuide(),
      { icon: 'move', title: t.editTitle(), text: t.editGuide() },
      ...(kind === 'line' ? [] : [{ icon: 'knife', title: t.knifeTool(), text: t.knifeGuide() }]),
      ...(kind === 'polygon' ? [{ icon: 'fill', title: t.gapTool(), text: t.gapGuide() }] : []),
      { icon: 'zoom-in', title: imageTerms.moveAndZoom(), text: imageTerms.zoomGuide() },
    ],
    encode,
    decode,
    inspect: inspectPaths,
    describe: describePath,
    isWordy: kind !== 'line',
  };
}

function describePath({ kind, vertices }: PathAnnotation): string {
  const [a, b] = vertices;
  if (kind === 'line' && a && b) return t.lineAt(a.x, a.y, b.x, b.y);
  const { left, top, right, bottom } = pathBounds(vertices);
  return t.pathAt(vertices.length, left, top, right - left, bottom - top);
}
