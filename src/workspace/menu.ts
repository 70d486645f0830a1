/** Moves the focus through the items of an open menu; Escape and presses outside are the popover's own. */
export function handleMenuKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)')];
  const at = items.findIndex((item) => item.matches(':focus'));
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const move = moves[event.key];
  if (move === undefined) return;
  items.at(move % items.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}
