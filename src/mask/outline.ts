import type { Point, Size } from '../geometry/types.js';
import { distanceToSegment, runsOfPolygons, traceContours, verticesOnRing } from './contour.js';
import type { Runs } from './runs.js';

/** A vertex, and how the outline goes on from it: straight to the next one, or along pixel edges that nobody touched. */
export interface OutlineVertex extends Point {
  /** Points on the way to the next vertex, exact to the pixel; empty for a straight edge. */
  readonly way: readonly Point[];
}

/** A closed ring of vertices; the last one goes on to the first. */
export type OutlineRing = readonly OutlineVertex[];

/** A region as polygons that can be edited: its parts and its holes, filled by the even-odd rule. */
export type Outline = readonly OutlineRing[];

/** Where an edit takes place. */
export interface OutlinePlace {
  readonly ring: number;
  readonly vertex: number;
}

/**
 * Turns a region into polygons. A vertex stands where the outline bends by more than `tolerance` pixels.
 *
 * Between vertices the outline keeps its pixels until one of its ends is moved, so a region that is turned into polygons
 * and back is the same to the pixel.
 */
export function outlineOf(runs: Runs, tolerance: number): Outline {
  return traceContours(runs).map(({ points }) => {
    const kept = verticesOnRing(points, tolerance);
    return kept.map((from, i) => {
      const to = kept[(i + 1) % kept.length];
      const way = from < to ? points.slice(from + 1, to) : [...points.slice(from + 1), ...points.slice(0, to)];
      return { ...points[from], way: kept.length > 1 ? way : [] };
    });
  });
}

/** Pixels inside an outline. */
export function runsOfOutline(outline: Outline, size: Size): Runs {
  return runsOfPolygons(outline.map(pointsOfRing), size);
}

/** All points of a ring, the ways between its vertices included. */
export function pointsOfRing(ring: OutlineRing): Point[] {
  return ring.flatMap(({ x, y, way }) => [{ x, y }, ...way]);
}

/** Moves a vertex. Both edges that meet in it become straight. */
export function withVertexAt(outline: Outline, at: OutlinePlace, { x, y }: Point): Outline {
  return withRing(outline, at.ring, (ring) => {
    const before = (at.vertex + ring.length - 1) % ring.length;
    return ring.map((vertex, i) =>
      i === at.vertex ? { x, y, way: [] } : i === before ? { ...vertex, way: [] } : vertex,
    );
  });
}

/** Adds a vertex after the one at a place; both edges to it are straight. */
export function withVertexAfter(outline: Outline, at: OutlinePlace, { x, y }: Point): Outline {
  return withRing(outline, at.ring, (ring) =>
    ring.flatMap((vertex, i) =>
      i === at.vertex
        ? [
            { ...vertex, way: [] },
            { x, y, way: [] },
          ]
        : [vertex],
    ),
  );
}

/** Takes a vertex away; a ring of three goes as a whole. */
export function withoutVertex(outline: Outline, at: OutlinePlace): Outline {
  if ((outline[at.ring]?.length ?? 0) <= 3) return outline.filter((_, i) => i !== at.ring);
  return withRing(outline, at.ring, (ring) => {
    const before = (at.vertex + ring.length - 1) % ring.length;
    return ring.map((vertex, i) => (i === before ? { ...vertex, way: [] } : vertex)).filter((_, i) => i !== at.vertex);
  });
}

/** The vertex nearest to a point, within `reach` pixels. */
export function vertexNear(outline: Outline, point: Point, reach: number): OutlinePlace | undefined {
  let best = reach;
  let place: OutlinePlace | undefined;
  outline.forEach((ring, r) =>
    ring.forEach((vertex, v) => {
      const distance = Math.hypot(vertex.x - point.x, vertex.y - point.y);
      if (distance > best) return;
      best = distance;
      place = { ring: r, vertex: v };
    }),
  );
  return place;
}

/** The vertex whose edge to the next one passes nearest to a point, within `reach` pixels. */
export function edgeNear(outline: Outline, point: Point, reach: number): OutlinePlace | undefined {
  let best = reach;
  let place: OutlinePlace | undefined;
  outline.forEach((ring, r) =>
    ring.forEach((vertex, v) => {
      const line = [vertex, ...vertex.way, ring[(v + 1) % ring.length]];
      for (let i = 1; i < line.length; i++) {
        const distance = distanceToSegment(point, line[i - 1], line[i]);
        if (distance > best) continue;
        best = distance;
        place = { ring: r, vertex: v };
      }
    }),
  );
  return place;
}

function withRing(outline: Outline, index: number, change: (ring: OutlineRing) => OutlineRing): Outline {
  return outline.map((ring, i) => (i === index ? change(ring) : ring));
}
