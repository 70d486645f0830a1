import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { allMarks, type Marks, type MaskSettings } from '../../canvas/mask/mask-settings.js';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import type { Problem } from '../../parse/problem.js';
import { recallValue, rememberValue } from '../../workspace/memory.js';

/** What is remembered for the next task: the look, not what the picture at hand asks for. */
type Remembered = Pick<MaskSettings, 'opacity' | 'outlines' | 'marks'>;

const MEMORY = 'mask-look';

/**
 * How a worker likes to see masks: the requester proposes marks, the worker's own choice stays with the browser.
 *
 * Puts the marks into the states of the element, so that labels in the lists can show their patterns.
 */
export class MaskLookController implements ReactiveController {
  private chosen: Partial<Remembered> = {};
  private proposed: Marks = 'none';
  private last?: MaskSettings;
  private stop?: () => void;

  constructor(
    host: ReactiveControllerHost,
    private readonly states: Set<string>,
    private readonly session: () => MaskSession,
  ) {
    host.addController(this);
  }

  /** The marks that the requester proposes. */
  get marks(): Marks {
    return this.proposed;
  }

  /** Takes up what the requester wrote, and returns what is wrong with it. */
  propose(source: unknown): readonly Problem[] {
    const known = allMarks.find((each) => each === source);
    this.proposed = known ?? 'none';
    if (this.chosen.marks === undefined) this.session().options.change({ marks: this.proposed });
    this.show();
    if (known || !source) return [];
    const message = `is \`${String(source)}\`; it may be ${allMarks.map((each) => `\`${each}\``).join(', ')}. It was ignored.`;
    return [{ code: 'unknown-marks', severity: 'warning', message }];
  }

  hostConnected(): void {
    const { options } = this.session();
    this.chosen = readLook(recallValue(MEMORY));
    options.change({ marks: this.proposed, ...this.chosen });
    this.last = options.value;
    this.stop = options.changed.subscribe(() => this.follow());
    this.show();
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  private follow(): void {
    const now = this.session().options.value;
    const { last } = this;
    this.last = now;
    if (!last) return;
    const { opacity, outlines, marks } = now;
    if (opacity === last.opacity && outlines === last.outlines && marks === last.marks) return;
    this.chosen = {
      opacity,
      outlines,
      ...(marks === this.proposed && this.chosen.marks === undefined ? {} : { marks }),
    };
    rememberValue(MEMORY, this.chosen);
    this.show();
  }

  private show(): void {
    const { marks } = this.session().options.value;
    for (const each of allMarks) {
      if (each === marks) this.states.add(each);
      else this.states.delete(each);
    }
  }
}

function readLook(kept: unknown): Partial<Remembered> {
  const { opacity, outlines, marks } = (typeof kept === 'object' && kept ? kept : {}) as Partial<Remembered>;
  return {
    // A worker who hid the mask for a moment must not find the next one without it.
    ...(typeof opacity === 'number' && opacity >= 0.1 && opacity <= 1 ? { opacity } : {}),
    ...(typeof outlines === 'boolean' ? { outlines } : {}),
    ...(marks && allMarks.includes(marks) ? { marks } : {}),
  };
}
