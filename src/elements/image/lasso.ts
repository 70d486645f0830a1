import type { ToolCommand } from '../../canvas/commands.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import type { GuideEntry } from '../../workspace/index.js';

/** The lasso in the toolbar. */
export const lassoCommand: ToolCommand = { id: 'lasso', title: t.lassoTool, icon: 'lasso', keys: ['Shift+KeyM'] };

/** The lasso in the tool guide. */
export const lassoGuide = (): GuideEntry => ({ icon: 'lasso', title: t.lassoTool(), text: t.lassoGuide() });
