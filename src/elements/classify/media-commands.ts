import type { Command } from '../../canvas/command.js';
import { classifyTerms as t } from '../../locales/terms/classify.js';

/** Playback rates, one step a key press. */
const rates = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

/** Keys for the audio or video that is classified; none of them is a hotkey of a category. */
export function mediaCommands(
  media: () => HTMLMediaElement | undefined,
  say: (text: string) => void,
): readonly Command[] {
  const command = (id: string, title: () => string, keys: readonly string[], act: (m: HTMLMediaElement) => void) => ({
    id,
    group: 'view' as const,
    title,
    keys,
    isEnabled: () => media() !== undefined,
    run: () => {
      const found = media();
      if (found) act(found);
    },
  });
  const seek = (seconds: number) => (m: HTMLMediaElement) => {
    const end = Number.isFinite(m.duration) ? m.duration : Infinity;
    m.currentTime = Math.min(end, Math.max(0, m.currentTime + seconds));
  };
  const changeRate = (by: 1 | -1) => (m: HTMLMediaElement) => {
    const at = rates.findIndex((rate) => rate >= m.playbackRate);
    m.playbackRate = rates[Math.min(rates.length - 1, Math.max(0, (at < 0 ? rates.length : at) + by))] ?? 1;
    say(t.rate(m.playbackRate));
  };
  return [
    command('play', t.playPause, ['Space'], (m) => {
      // A browser may refuse to play; the controls of the media itself still do.
      if (m.paused) m.play().catch(() => undefined);
      else m.pause();
    }),
    command('back', t.back, ['ArrowLeft'], seek(-5)),
    command('forward', t.forward, ['ArrowRight'], seek(5)),
    command('back-one', t.backOne, ['Shift+ArrowLeft'], seek(-1)),
    command('forward-one', t.forwardOne, ['Shift+ArrowRight'], seek(1)),
    command('slower', t.slower, ['Comma'], changeRate(-1)),
    command('faster', t.faster, ['Period'], changeRate(1)),
  ];
}
