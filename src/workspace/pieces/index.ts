import { definePiece } from '../define-piece.js';
import { OceAnnouncer } from './oce-announcer.js';
import { OceDialogs } from './oce-dialogs.js';
import { OceHeader } from './oce-header.js';
import { OceInstructions } from './oce-instructions.js';
import { OceLabelPane } from './oce-label-pane.js';
import { OceLabelPicker } from './oce-label-picker.js';
import { OceObjectList } from './oce-object-list.js';
import { OcePictureState } from './oce-picture-state.js';
import { OceRestoreBanner } from './oce-restore-banner.js';
import { OceSettings } from './oce-settings.js';
import { OceStatus } from './oce-status.js';
import { OceToolbar } from './oce-toolbar.js';
import { OceWindow } from './oce-window.js';

/** Registers the pieces that every frame has. */
export function definePieces(): void {
  definePiece('oce-header', OceHeader);
  definePiece('oce-instructions', OceInstructions);
  definePiece('oce-settings', OceSettings);
  definePiece('oce-window', OceWindow);
  definePiece('oce-dialogs', OceDialogs);
  definePiece('oce-announcer', OceAnnouncer);
}

/** Registers toolbar, status line and the rest around a picture or another zoomable thing. */
export function defineStagePieces(): void {
  definePiece('oce-toolbar', OceToolbar);
  definePiece('oce-status', OceStatus);
  definePiece('oce-picture-state', OcePictureState);
  definePiece('oce-restore-banner', OceRestoreBanner);
}

/** Registers label pane and object list. */
export function defineAnnotationPieces(): void {
  definePiece('oce-label-picker', OceLabelPicker);
  definePiece('oce-label-pane', OceLabelPane);
  definePiece('oce-object-list', OceObjectList);
}
