/** Whether a node that has the focus cannot keep it: it is gone, hidden or switched off. */
export function isLost(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled') || !element.checkVisibility();
}

/** Moves the focus to the button after one that can do no more, or before it, or else to the element around `holder`. */
export function focusNear(lost: Element, holder: HTMLElement): void {
  const buttons = [...holder.querySelectorAll<HTMLElement>('button:enabled')].filter((button) => !isLost(button));
  const isBehind = (button: Element) => lost.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING;
  const next = lost.isConnected ? (buttons.find(isBehind) ?? buttons.at(-1)) : undefined;
  const { host } = holder.getRootNode() as Partial<ShadowRoot>;
  (next ?? (host as HTMLElement | undefined))?.focus();
}
