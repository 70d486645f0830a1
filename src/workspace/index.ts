/**
 * The shell that all tasks share: header, instructions, label pane, object list, toolbar, status line, dialogs, hotkeys.
 *
 * A public element owns a `TaskFrame` and renders its parts through it:
 *
 * ```ts
 * export class CrowdBoundingBox extends CrowdElement {
 *   static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, styles];
 *
 *   readonly session = new AnnotatorSession<BoxAnnotation>({ kinds: [boxKind], tools: [...] });
 *   private readonly frame = new TaskFrame(this, { session: this.session, guide: () => boxGuide() });
 *
 *   override render() {
 *     return this.frame.render({
 *       header: this.header,
 *       toolbar: html`<oce-toolbar></oce-toolbar>`,
 *       stage: html`<div class="canvas-host"></div><oce-picture-state .retry=${this.reload}></oce-picture-state>`,
 *       side: html`
 *         <oce-label-pane></oce-label-pane>
 *         <oce-object-list .describe=${describeBox}></oce-object-list>
 *       `,
 *       status: html`<oce-status></oce-status>`,
 *       minimap: html`<canvas class="minimap"></canvas>`,
 *       notice: draft && html`<oce-restore-banner .savedAt=${draft.savedAt} …></oce-restore-banner>`,
 *       submit: () => this.submit(),
 *       submitDisabled: !this.hasAnswer,
 *     });
 *   }
 * }
 * ```
 *
 * - A frame with a session registers all private elements used above; one without registers the frame's own, and
 *   `defineStagePieces()` or `defineAnnotationPieces()` add the rest.
 * - Everything renders into the element's own shadow root; `frameStyles` is one list for its `styles`.
 * - `TaskFrame` provides `sessionContext` and `frameContext`, assigns slots to regions, and listens for hotkeys of
 *   `session.commands` and of the labels. An element without a canvas gives `commands` and `choices` instead.
 * - A piece of your own follows the session with `new SessionController(this, ['tool', 'store'])`.
 * - The stage's content fills `.oce-stage` (position: relative); the frame lays the minimap over it. Notices stand above it.
 * - The host attribute `compact` hides header, instructions and footer.
 * - The host fills its own box; give it a height (`--crowd-task-height`, 100dvh by default).
 */
export { definePiece } from './define-piece.js';
export { frameContext } from './frame-context.js';
export type { Choice, FrameDialog, FrameModel, GuideEntry } from './frame-context.js';
export { frameStyles } from './styles/index.js';
export { FramePiece } from './frame-piece.js';
export { HotkeyController } from './hotkey-controller.js';
export { cssProps } from './css-props.js';
export { icon } from './icons.js';
export type { IconName } from './icons.js';
export { defineAnnotationPieces, defineStagePieces } from './pieces/index.js';
export { keepSettings } from './keep-settings.js';
export { RegionController } from './region-controller.js';
export { pictureSession, SessionController, sessionContext } from './session-context.js';
export type { PanelSession, PictureSession, WatchedAspect, WorkSession } from './session-context.js';
export { TaskFrame } from './task-frame.js';
export type { FrameView, TaskFrameOptions } from './task-frame.js';
