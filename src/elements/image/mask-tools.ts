import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { MaskTool } from '../../canvas/mask/mask-tool.js';
import { createAutoTool } from '../../canvas/mask-tools/auto-tool.js';
import { createBoundaryGuide } from '../../canvas/mask-tools/boundary-guide.js';
import { createBrushTool } from '../../canvas/mask-tools/brush-tool.js';
import { createLassoTool, createRectangleTool } from '../../canvas/mask-tools/drag-fill-tools.js';
import { createFillTool } from '../../canvas/mask-tools/fill-tool.js';
import { createOutlineTool } from '../../canvas/mask-tools/outline-tool.js';
import { createPatchTool } from '../../canvas/mask-tools/patch-tool.js';
import { createPickTool } from '../../canvas/mask-tools/pick-tool.js';
import { createReshapeTool } from '../../canvas/mask-tools/reshape-tool.js';
import { createWindowTool } from '../../canvas/mask-tools/window-tool.js';

/** The tools of both mask annotators; the first one is chosen at the start. */
export function createMaskTools(session: () => MaskSession): readonly MaskTool[] {
  return [
    createBrushTool(session, 'brush'),
    createBrushTool(session, 'eraser'),
    createAutoTool(session),
    createOutlineTool(session, { id: 'polygon', step: 'fillPolygon' }),
    createLassoTool(session),
    createRectangleTool(session),
    createOutlineTool(session, { id: 'boundary', step: 'fillBoundary', guide: createBoundaryGuide() }),
    createFillTool(session),
    createPatchTool(session),
    createReshapeTool(session),
    createPickTool(session),
    createWindowTool(session),
  ];
}
