import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { MaskTool } from '../../canvas/mask/mask-tool.js';
import { createBrushTool } from '../../canvas/mask-tools/brush-tool.js';

/** The tools of both mask annotators; the first one is chosen at the start. */
export function createMaskTools(session: () => MaskSession): readonly MaskTool[] {
  return [createBrushTool(session, 'brush'), createBrushTool(session, 'eraser')];
}
