import { definePiece } from '../define-piece.js';
import { OceAnnouncer } from './oce-announcer.js';
import { OceDialogs } from './oce-dialogs.js';
import { OceHeader } from './oce-header.js';
import { OceInstructions } from './oce-instructions.js';
import { OceSettings } from './oce-settings.js';

/** Registers the pieces that every frame has. */
export function definePieces(): void {
  definePiece('oce-header', OceHeader);
  definePiece('oce-instructions', OceInstructions);
  definePiece('oce-settings', OceSettings);
  definePiece('oce-dialogs', OceDialogs);
  definePiece('oce-announcer', OceAnnouncer);
}
