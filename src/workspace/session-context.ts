import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AnnotatorSession } from '../canvas/annotator-session.js';
import type { LabelSession, SessionAspect } from '../canvas/label-session.js';
import type { AnnotationBase, ShapeAnnotation } from '../document/annotation.js';

/** The session of a labelling task as the panels know it: any kind of annotation on any kind of thing. */
export type PanelSession = LabelSession<AnnotationBase>;

/** The session of a task on a picture: any kind of shape. */
export type PictureSession = AnnotatorSession<ShapeAnnotation>;

/** What a task may give its frame. */
export type WorkSession = PanelSession | PictureSession;

/** The same session when its task is about a picture, with viewport and settings; undefined when it is about a text. */
export function pictureSession(session: PanelSession | undefined): PictureSession | undefined {
  return session && 'viewport' in session ? (session as unknown as PictureSession) : undefined;
}

/** Carries the session of the surrounding annotator to the pieces of its shell. */
export const sessionContext = createContext<PanelSession>(Symbol('oce-session'));

/**
 * What a piece may follow besides the aspects of the session. `store` leaves out previews of an unfinished gesture,
 * which come with every pointer event; ask for `preview` to get those too.
 */
export type WatchedAspect = SessionAspect | 'store' | 'preview' | 'selection' | 'viewport';

type SessionHost = ReactiveControllerHost & HTMLElement;

/**
 * Follows chosen parts of the session and renders the host again, once for any number of changes.
 *
 * Without `onChange` every watched change asks the host for an update; with it, the host decides.
 */
export class SessionController implements ReactiveController {
  private readonly consumer: ContextConsumer<typeof sessionContext, SessionHost>;
  private readonly watched: ReadonlySet<WatchedAspect>;
  private stops: (() => void)[] = [];
  private followed?: PanelSession;
  /** What is told when the canvas has been painted. */
  private readonly held = new Set<WatchedAspect>();

  constructor(
    private readonly host: SessionHost,
    watched: readonly WatchedAspect[],
    private readonly onChange: (aspect: WatchedAspect) => void = () => host.requestUpdate(),
  ) {
    this.watched = new Set(watched);
    host.addController(this);
    this.consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: () => {
        this.follow();
        host.requestUpdate();
      },
    });
  }

  /** The session around the host; undefined in a task without one. */
  get value(): PanelSession | undefined {
    return this.consumer.value;
  }

  /** The session around the host when it is one with a picture. */
  get pictured(): PictureSession | undefined {
    return pictureSession(this.value);
  }

  hostConnected(): void {
    if (this.value) this.follow();
  }

  hostDisconnected(): void {
    this.unfollow();
  }

  private follow(): void {
    const session = this.value;
    if (session === this.followed) return;
    this.unfollow();
    if (!session || !this.host.isConnected) return;
    this.followed = session;
    const tell = (aspect: WatchedAspect) => {
      if (!this.watched.has(aspect)) return;
      // What comes along with a change of the document is shown together with it.
      if (this.held.size || aspect === 'message') this.tellAfterPaint(aspect);
      else this.onChange(aspect);
    };
    this.stops = [session.changed.subscribe(tell)];
    if (this.watched.has('store') || this.watched.has('preview')) {
      this.stops.push(
        session.store.changed.subscribe(({ type }) => {
          if (type === 'preview') tell('preview');
          else this.tellAfterPaint('store');
        }),
      );
    }
    if (this.watched.has('selection')) this.stops.push(session.selection.changed.subscribe(() => tell('selection')));
    const viewport = pictureSession(session)?.viewport;
    if (viewport && this.watched.has('viewport')) this.stops.push(viewport.changed.subscribe(() => tell('viewport')));
  }

  /** The canvas comes first: what the worker drew is painted before lists and counts are made anew. */
  private tellAfterPaint(aspect: WatchedAspect): void {
    const isAsked = this.held.size > 0;
    this.held.add(aspect);
    if (isAsked) return;
    requestAnimationFrame(() => {
      const tell = () => {
        const aspects = [...this.held];
        this.held.clear();
        if (this.followed) aspects.forEach((one) => this.onChange(one));
      };
      // What the browser paints itself comes in one frame with the panes: two frames would be more work for it.
      if (this.pictured) setTimeout(tell);
      else tell();
    });
  }

  private unfollow(): void {
    for (const stop of this.stops) stop();
    this.stops = [];
    this.followed = undefined;
  }
}
