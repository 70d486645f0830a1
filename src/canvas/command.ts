/**
 * Something a worker can do by button, menu or key. Toolbar, shortcut list and key handling are made from these.
 *
 * Keys are written with physical key codes so that they sit in the same place on every layout: `KeyB`, `Mod+KeyZ`,
 * `Shift+ArrowLeft`, `Equal`. `Mod` is Command on Apple systems and Control elsewhere.
 */
export interface Command {
  readonly id: string;
  /** Section of the shortcut list. */
  readonly group: CommandGroup;
  /** The name in the worker's language. */
  readonly title: () => string;
  readonly keys: readonly string[];
  /** Name of the icon; commands without one are not in the toolbar. */
  readonly icon?: string;
  /** Commands with the same place stand together in the toolbar. */
  readonly place?: 'tools' | 'history' | 'view' | 'options' | 'edit';
  /** The keys are only listed: the browser's own event for them (copy, cut, paste), or the stage, does the work. */
  readonly byBrowser?: boolean;
  isEnabled(): boolean;
  /** Why it cannot be used here, though it is on offer: its button looks and says so, and `run` says so too. */
  problem?(): string | undefined;
  /** For switches and tools: whether it is on. */
  isActive?(): boolean;
  run(): void;
}

export type CommandGroup = 'tools' | 'labels' | 'edit' | 'view' | 'task';
