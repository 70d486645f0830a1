/** Space that a popover keeps from the window's edges, in CSS pixels. */
const EDGE = 8;

/**
 * Opens a `popover` element below its button, or above when there is more room, and inside the window. Opening it again
 * from the same button closes it, as the platform's own `popovertarget` would.
 */
export function showPopover(popover: HTMLElement, anchor: HTMLElement): void {
  if (popover.matches(':popover-open')) {
    popover.hidePopover();
    return;
  }
  // The source puts the popover right after its button in the order of Tab.
  popover.showPopover({ source: anchor });
  const at = anchor.getBoundingClientRect();
  const size = popover.getBoundingClientRect();
  const isRtl = getComputedStyle(anchor).direction === 'rtl';
  const start = isRtl ? at.right - size.width : at.left;
  const isOver = at.bottom + 4 + size.height > innerHeight - EDGE && at.top > innerHeight - at.bottom;
  const left = Math.max(EDGE, Math.min(start, innerWidth - size.width - EDGE));
  const top = isOver ? Math.max(EDGE, at.top - 4 - size.height) : at.bottom + 4;
  popover.style.left = `${left}px`;
  popover.style.top = `${top}px`;
  popover.style.maxHeight = `${isOver ? at.top - 4 - EDGE : innerHeight - top - EDGE}px`;
}
