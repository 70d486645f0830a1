import { readSkeleton, type Skeleton } from '../../answers/skeleton.js';
import type { AnnotatorSession, Decoration } from '../../canvas/annotator-session.js';
import type { Command } from '../../canvas/command.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { KeypointAnnotation } from '../../document/annotation.js';
import type { Label } from '../../labels/label.js';
import { shapeTerms as t } from '../../locales/terms/shapes.js';
import type { Problem } from '../../parse/problem.js';

type KeypointSession = AnnotatorSession<KeypointAnnotation>;

/** Leads through the points of a skeleton: asks for the next one, draws the edges, and knows what can be seen. */
export class SkeletonController {
  private source: unknown;
  private pendingRemark?: string;
  private reading?: { readonly of: unknown; readonly labels: readonly Label[]; readonly value?: Skeleton };

  constructor(
    private readonly session: KeypointSession,
    private readonly report: (problems: readonly Problem[]) => void,
  ) {
    session.store.changed.subscribe((event) => this.follow(event));
    session.changed.subscribe((aspect) => {
      if (aspect === 'labels') this.begin();
    });
  }

  get given(): unknown {
    return this.source;
  }

  /** Takes the attribute, or its value as data. */
  set(source: unknown): void {
    this.source = source ?? undefined;
    this.begin();
    this.session.changed.notify('decorations');
  }

  /** The skeleton in use; undefined without one. Read when first needed: labels may come after it. */
  get skeleton(): Skeleton | undefined {
    const { labels } = this.session;
    if (this.reading?.of !== this.source || this.reading?.labels !== labels) {
      const { value, problems } = readSkeleton(
        this.source,
        labels.map(({ name }) => name),
      );
      this.reading = { of: this.source, labels, value };
      this.report(problems);
    }
    return this.reading?.value;
  }

  get commands(): readonly Command[] {
    const { session } = this;
    const target = () =>
      session.store.get(session.selection.primary ?? '') ?? session.store.snapshot.annotations.at(-1);
    return [
      {
        id: 'skip',
        group: 'edit',
        place: 'edit',
        title: t.skipPoint,
        icon: 'chevron-right',
        keys: ['KeyE'],
        isEnabled: () => !session.readOnly && this.skeleton !== undefined && session.activeLabel !== undefined,
        run: () => this.skip(),
      },
      {
        id: 'occluded',
        group: 'edit',
        place: 'edit',
        title: t.occluded,
        icon: 'eye-off',
        keys: ['KeyB'],
        isEnabled: () => !session.readOnly && this.skeleton?.visibility === true && target() !== undefined,
        run: () => {
          const point = target();
          if (!point || point.locked) return;
          const occluded = point.occluded ? undefined : true;
          session.store.change('occlude', (tx) => tx.update(point.id, { ...point, occluded }));
        },
      },
    ];
  }

  /** What the last change leads to, for the announcement of that change. */
  takeRemark(): string | undefined {
    const remark = this.pendingRemark;
    this.pendingRemark = undefined;
    return remark;
  }

  /** Lines between the points; of points with the same label, the first belongs to the first of the others. */
  readonly paint: Decoration = (g, to, ratio) => {
    const { skeleton } = this;
    if (!skeleton?.edges.length) return;
    const points = this.pointsByLabel();
    for (const [from, others] of skeleton.edges) {
      const ends = points.get(others) ?? [];
      (points.get(from) ?? []).forEach((start, at) => {
        const end = ends[at];
        if (!end) return;
        g.beginPath();
        g.moveTo(start.x * to.scale + to.x, start.y * to.scale + to.y);
        g.lineTo(end.x * to.scale + to.x, end.y * to.scale + to.y);
        g.lineWidth = 4 * ratio;
        g.strokeStyle = 'rgb(0 0 0 / 55%)';
        g.stroke();
        g.lineWidth = 2 * ratio;
        g.strokeStyle = this.session.labelNamed(from)?.color ?? '#ffffff';
        if (start.occluded || end.occluded) g.setLineDash([5 * ratio, 4 * ratio]);
        g.stroke();
        g.setLineDash([]);
      });
    }
  };

  /** Points as the worker sees them now, also while one is dragged. */
  private pointsByLabel(): Map<string, KeypointAnnotation[]> {
    const { store } = this.session;
    const points = new Map<string, KeypointAnnotation[]>();
    const ids = [...store.snapshot.annotations.map(({ id }) => id), ...(store.preview?.shown.keys() ?? [])];
    for (const id of new Set(ids)) {
      const point = store.seen(id);
      if (!point || point.hidden || !this.session.isShown(point)) continue;
      const list = points.get(point.label);
      if (list) list.push(point);
      else points.set(point.label, [point]);
    }
    return points;
  }

  private follow(event: StoreEvent<KeypointAnnotation>): void {
    if (!this.skeleton) return;
    if (event.type === 'load') this.begin();
    if (!('changes' in event) || event.type === 'host') return;
    const inserted = event.changes.findLast((change) => change.type === 'insert');
    const removed = event.changes.findLast((change) => change.type === 'remove');
    if (inserted && event.type !== 'undo') this.pendingRemark = this.askAfter(inserted.annotation.label);
    else if (removed) this.pendingRemark = this.ask(removed.annotation.label);
  }

  /** Chooses the first label that is missing. */
  private begin(): void {
    const { skeleton } = this;
    const first = skeleton?.labels.find((label) => !this.count(label));
    if (first !== undefined && !this.session.readOnly) this.session.setActiveLabel(this.session.labelNamed(first));
  }

  private skip(): void {
    const labels = this.skeleton?.labels ?? [];
    const at = labels.indexOf(this.session.activeLabel?.name ?? '');
    const next = labels[(at + 1) % labels.length];
    const label = next === undefined ? undefined : this.ask(next);
    if (label) this.session.say(label);
  }

  /** The next point of the same body: one that is there less often than the one just set. */
  private askAfter(label: string): string | undefined {
    const labels = this.skeleton?.labels ?? [];
    const at = labels.indexOf(label);
    if (at < 0) return undefined;
    const order = [...labels.slice(at + 1), ...labels.slice(0, at)];
    const most = this.count(label);
    const next = order.find((other) => this.count(other) < most);
    if (next !== undefined) return this.ask(next);
    this.session.setActiveLabel(undefined);
    return t.allPointsSet(this.session.store.snapshot.annotations.length);
  }

  /** Chooses a label of the skeleton; returns the sentence that asks for its point. */
  private ask(label: string): string | undefined {
    const found = this.session.labelNamed(label);
    if (!found || !this.skeleton?.labels.includes(label)) return undefined;
    this.session.setActiveLabel(found);
    return t.nextPoint(found.displayName ?? found.name);
  }

  private count(label: string): number {
    return this.session.store.snapshot.annotations.filter((point) => point.label === label).length;
  }
}
