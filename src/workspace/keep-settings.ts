import { defaultSettings, type CanvasSettings } from '../canvas/settings.js';
import { recallValue, rememberValue } from './memory.js';
import type { PictureSession } from './session-context.js';

type Settled = Pick<PictureSession, 'settings' | 'changeSettings' | 'changed'>;

const KEY = 'settings';

/** Brings how the worker sees and draws from the last task, and keeps it for the next. */
export function keepSettings(session: Settled): void {
  const known = Object.entries(recallValue(KEY) ?? {}).filter(
    ([name, value]) =>
      typeof value !== 'object' && typeof value === typeof defaultSettings[name as keyof CanvasSettings],
  );
  session.changeSettings(Object.fromEntries(known));
  let kept = worthKeeping(session);
  session.changed.subscribe((aspect) => {
    if (aspect !== 'settings' || worthKeeping(session) === kept) return;
    kept = worthKeeping(session);
    rememberValue(KEY, JSON.parse(kept));
  });
}

/** All but the window of grey levels, which belongs to the kind of picture. */
const worthKeeping = ({ settings }: Settled) => JSON.stringify({ ...settings, window: undefined });
