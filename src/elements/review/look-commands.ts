import type { AnnotatorSession } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import { imageTerms as t } from '../../locales/terms/image.js';
import { reviewTerms } from '../../locales/terms/review.js';

const ZOOM_STEP = 1.25;
/** CSS pixels that one press of an arrow key moves the picture. */
const PAN_STEP = 60;

/** Moving and zooming a picture that is only looked at. No letter is used alone: letters find categories by name. */
export function lookCommands(session: AnnotatorSession): Command[] {
  const { viewport } = session;
  const isEnabled = () => session.picture.type === 'ready';
  const button = (command: Pick<Command, 'id' | 'title' | 'icon' | 'keys' | 'run'>): Command => ({
    ...command,
    group: 'view',
    place: 'view',
    isEnabled,
  });
  const pan = (id: string, key: string, dx: number, dy: number): Command => ({
    id: `pan-${id}`,
    group: 'view',
    title: reviewTerms.pan(id),
    keys: [key],
    isEnabled,
    run: () => viewport.panBy(dx * PAN_STEP, dy * PAN_STEP),
  });
  return [
    button({
      id: 'zoom-in',
      title: t.zoomIn,
      icon: 'zoom-in',
      keys: ['Equal', 'NumpadAdd'],
      run: () => viewport.zoomBy(ZOOM_STEP),
    }),
    button({
      id: 'zoom-out',
      title: t.zoomOut,
      icon: 'zoom-out',
      keys: ['Minus', 'NumpadSubtract'],
      run: () => viewport.zoomBy(1 / ZOOM_STEP),
    }),
    button({ id: 'fit', title: t.fit, icon: 'fit', keys: ['Shift+KeyF'], run: () => viewport.fit() }),
    button({
      id: 'actual-size',
      title: t.actualSize,
      icon: 'actual-size',
      keys: ['Shift+KeyA'],
      run: () => viewport.showActualSize(),
    }),
    pan('left', 'ArrowLeft', 1, 0),
    pan('right', 'ArrowRight', -1, 0),
    pan('up', 'ArrowUp', 0, 1),
    pan('down', 'ArrowDown', 0, -1),
  ];
}

/** Switching an overlay on and off, and its names. */
export function overlayCommands(session: AnnotatorSession, overlay: OverlaySwitch): Command[] {
  return [
    {
      id: 'overlay',
      group: 'view',
      place: 'options',
      title: reviewTerms.toggle,
      icon: 'eye',
      keys: ['Shift+KeyO'],
      isEnabled: () => overlay.rows.length > 0,
      run: () => overlay.toggleAll(),
    },
    {
      id: 'names',
      group: 'view',
      place: 'options',
      title: reviewTerms.names,
      icon: 'tag',
      keys: ['Shift+KeyN'],
      isEnabled: () => true,
      isActive: () => session.settings.showNames,
      run: () => session.changeSettings({ showNames: !session.settings.showNames }),
    },
  ];
}

/** What can be switched. */
interface OverlaySwitch {
  readonly rows: readonly unknown[];
  toggleAll(): void;
}
