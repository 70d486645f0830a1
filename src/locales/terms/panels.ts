import { panelsKo } from '../ko/panels.js';
import { addTexts, formatNumber, msg, str } from '../index.js';

addTexts('ko', panelsKo);

const n = formatNumber;

/** Words of the label pane, the object list and the states of the picture. */
export const panelTerms = {
  labels: () => msg('Labels', { id: 'panels.labels' }),
  noLabels: () => msg('There are no labels yet.', { id: 'panels.noLabels' }),
  noLabelFits: (text: string) => msg(str`No label matches “${text}”.`, { id: 'panels.noLabelFits' }),
  nothingToLabel: () => msg('Nothing to label', { id: 'panels.nothingToLabel' }),
  hideLabel: (label: string) => msg(str`Hide all: ${label}`, { id: 'panels.hideLabel' }),
  showLabel: (label: string) => msg(str`Show all: ${label}`, { id: 'panels.showLabel' }),
  labelUse: (count: number, hidden: boolean) => {
    if (count === 1) {
      return hidden
        ? msg('used once, hidden', { id: 'panels.labelUseOnceHidden' })
        : msg('used once', { id: 'panels.labelUseOnce' });
    }
    return hidden
      ? msg(str`used ${n(count)} times, hidden`, { id: 'panels.labelUseHidden' })
      : msg(str`used ${n(count)} times`, { id: 'panels.labelUse' });
  },
  objects: () => msg('Objects', { id: 'panels.objects' }),
  noObjects: () => msg('No annotations yet.', { id: 'panels.noObjects' }),
  objectAt: (left: number, top: number, width: number, height: number) =>
    msg(str`at ${n(left)}, ${n(top)} · ${n(width)} × ${n(height)}`, { id: 'panels.objectAt' }),
  pointAt: (x: number, y: number) => msg(str`at ${n(x)}, ${n(y)}`, { id: 'panels.pointAt' }),
  hidden: () => msg('hidden', { id: 'panels.hidden' }),
  locked: () => msg('locked', { id: 'panels.locked' }),
  unlockFirst: () => msg('This is locked. Unlock it to change it.', { id: 'panels.unlockFirst' }),
  hide: () => msg('Hide', { id: 'panels.hide' }),
  show: () => msg('Show', { id: 'panels.show' }),
  lock: () => msg('Lock', { id: 'panels.lock' }),
  unlock: () => msg('Unlock', { id: 'panels.unlock' }),
  delete: () => msg('Delete', { id: 'panels.delete' }),
  changeLabel: () => msg('Change label', { id: 'panels.changeLabel' }),
  listHelp: () =>
    msg('Space selects, F2 changes the label, O hides, L locks, Delete deletes.', { id: 'panels.listHelp' }),
  loading: () => msg('Loading the picture…', { id: 'panels.loading' }),
  noPicture: () => msg('There is no picture to show.', { id: 'panels.noPicture' }),
  retry: () => msg('Try again', { id: 'panels.retry' }),
  failedMissing: () => msg('This task names no picture.', { id: 'panels.failedMissing' }),
  failedUnresolved: () =>
    msg('The address of the picture still holds a placeholder that was not filled in.', {
      id: 'panels.failedUnresolved',
    }),
  failedNotFound: () => msg('The picture was not found at its address.', { id: 'panels.failedNotFound' }),
  failedForbidden: () =>
    msg('The server refused access to the picture. Its link may have expired.', { id: 'panels.failedForbidden' }),
  failedEmpty: () => msg('The picture file is empty.', { id: 'panels.failedEmpty' }),
  failedBroken: () =>
    msg('The file could not be shown. It may be damaged, or no picture.', { id: 'panels.failedBroken' }),
  failedUnreachable: () =>
    msg('The picture could not be loaded. Please check the connection.', { id: 'panels.failedUnreachable' }),
  failedStatus: (status: number) => msg(str`Answer of the server: ${status}`, { id: 'panels.failedStatus' }),
};
