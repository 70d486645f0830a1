import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MaskSession } from '../../canvas/mask/mask-session.js';
import { SegmentService, type HostSegmenter } from '../../canvas/mask/segment-service.js';
import { onSegmenterChange, segmenterFor } from '../../canvas/mask/segmenter-registry.js';

/** Gives a mask session its segmenter: the element's own, else the page's, else the built-in one. */
export class SegmenterController implements ReactiveController {
  private own?: HostSegmenter | null;
  private pages?: HostSegmenter | null;
  private stop?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly session: () => MaskSession,
    private readonly whenChanged: () => void,
  ) {
    host.addController(this);
  }

  get given(): HostSegmenter | null | undefined {
    return this.own;
  }

  set given(segmenter: HostSegmenter | null | undefined) {
    this.own = segmenter;
    this.apply();
  }

  hostConnected(): void {
    this.stop = onSegmenterChange(() => this.ask());
    this.ask();
  }

  hostDisconnected(): void {
    this.stop?.();
    const session = this.session();
    session.segmenter?.close();
    session.engine.close();
  }

  private ask(): void {
    this.pages = segmenterFor(this.host);
    this.apply();
  }

  private apply(): void {
    const session = this.session();
    const chosen = this.own === undefined ? this.pages : this.own;
    const segmenter = chosen === null ? undefined : (chosen ?? session.engine);
    if (session.segmenter?.segmenter === segmenter) return;
    session.segmenter?.close();
    session.segmenter = segmenter && new SegmentService(segmenter);
    this.whenChanged();
  }
}
