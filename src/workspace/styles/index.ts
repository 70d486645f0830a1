import type { CSSResultGroup } from 'lit';
import { controlStyles } from './controls.js';
import { dialogStyles } from './dialogs.js';
import { forcedStyles } from './forced.js';
import { layoutStyles } from './layout.js';
import { panelStyles } from './panels.js';
import { stageStyles } from './stage.js';

/** Everything that the pieces of the shell look like; goes into the public element's `styles` after the tokens. */
export const frameStyles: CSSResultGroup = [
  controlStyles,
  layoutStyles,
  stageStyles,
  panelStyles,
  dialogStyles,
  forcedStyles,
];
