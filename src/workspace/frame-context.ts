import { createContext } from '@lit/context';
import type { Command } from '../canvas/command.js';
import type { Signal } from '../document/signal.js';

/** Something chosen by its hotkey: a label or a category. */
export interface Choice {
  /** One key, or two pressed one after the other; empty when there is none. */
  readonly hotkey: string;
  readonly title: string;
  choose(): void;
}

/** One entry of the tool guide: how a tool of this task is used, in a sentence or two. */
export interface GuideEntry {
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  /** Text of a link among the instructions that shows this entry alone. */
  readonly link?: string;
  /** What is drawn above the text when the entry is shown alone. */
  readonly figure?: unknown;
}

/** Dialogs of the frame. */
export type FrameDialog = 'instructions' | 'guide' | 'shortcuts';

/** What the pieces of the shell know about the frame they are in. */
export interface FrameModel {
  /** Fires when a pane or dialog opens or closes. */
  readonly changed: Signal;
  readonly commands: readonly Command[];
  readonly choices: readonly Choice[];
  readonly guide: readonly GuideEntry[];
  /** How the work looks and is drawn, for the settings; undefined for tasks that have the settings of shapes. */
  readonly drawingSettings?: () => unknown;
  readonly instructionsOpen: boolean;
  /** Whether the worker's choices may be kept for the next task. */
  readonly keepsView: boolean;
  /** The dialog shown now. */
  readonly dialog: FrameDialog | undefined;
  /** The one entry of the guide that is shown; all of them without. */
  readonly topic?: GuideEntry;
  toggleInstructions(open?: boolean): void;
  /** Opens a dialog, the guide perhaps with one entry alone; undefined closes it. */
  showDialog(dialog: FrameDialog | undefined, topic?: GuideEntry): void;
}

/** Carries the frame to its pieces. */
export const frameContext = createContext<FrameModel>(Symbol('oce-frame'));
