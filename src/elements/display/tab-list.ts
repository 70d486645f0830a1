import { css } from 'lit';

/** Css of a row of tabs. */
export const tabStyles = css`
  .tabs {
    display: flex;
    gap: var(--oce-space-1);
    overflow-x: auto;
    border-block-end: 1px solid var(--oce-color-border);
  }
  [role='tab'] {
    flex: none;
    min-block-size: max(36px, var(--oce-target));
    padding: 0 var(--oce-space-4);
    border: 0;
    border-block-end: 3px solid transparent;
    border-radius: var(--oce-radius-s) var(--oce-radius-s) 0 0;
    font: var(--oce-font-weight-medium) var(--oce-font-size-m) / var(--oce-line-height) var(--oce-font);
    color: var(--oce-color-text-muted);
    background: none;
    cursor: pointer;
  }
  [role='tab']:hover {
    background: var(--oce-color-hover);
  }
  [role='tab'][aria-selected='true'] {
    border-block-end-color: var(--oce-color-primary);
    color: var(--oce-color-text);
  }
  [role='tab']:focus-visible {
    outline-offset: -3px;
  }
  @media (forced-colors: active) {
    [role='tab'] {
      border-block-end-color: Canvas;
    }
    [role='tab'][aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;

/**
 * Moves the focus among the tabs of the list that a key was pressed in, by the keys of the ARIA Authoring Practices.
 *
 * @returns The tab that has the focus now; nothing for other keys.
 */
export function stepThroughTabs(event: KeyboardEvent): HTMLElement | undefined {
  const list = event.currentTarget as HTMLElement;
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const forward = getComputedStyle(list).direction === 'rtl' ? -1 : 1;
  const goals: Readonly<Record<string, number>> = {
    ArrowRight: at + forward,
    ArrowLeft: at - forward,
    Home: 0,
    End: tabs.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined) return undefined;
  event.preventDefault();
  const next = tabs[(goal + tabs.length) % tabs.length];
  next?.focus();
  return next;
}
