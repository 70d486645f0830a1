import type { Point } from '../../geometry/types.js';
import { maskTerms as t } from '../../locales/terms/mask.js';
import { boundaryTo, type BoundaryPaths } from '../../mask/segment/livewire.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { OutlineGuide } from './outline-tool.js';

/** How far the boundary may run from its last anchor, in image pixels; the search takes time with its square. */
const REACH = 160;
/** The first anchor moves to an edge this near. */
const SNAP = 6;

interface Way {
  readonly known: Promise<void>;
  paths?: BoundaryPaths;
}

/** Leads an outline along the edges of the picture. Each anchor is searched around once, off the page. */
export function createBoundaryGuide(): OutlineGuide {
  const ways = new Map<string, Way>();
  const keyOf = ({ x, y }: Point) => `${x}/${y}`;

  const search = async (session: MaskSession, from: Point, snap: number): Promise<BoundaryPaths | undefined> => {
    const { picturePixels, engine } = session;
    if (!picturePixels) return undefined;
    try {
      await engine.prepare(picturePixels);
      return await engine.boundary(from, { reach: REACH, snap });
    } catch (error) {
      const isOver = error instanceof DOMException && error.name === 'AbortError';
      if (!isOver) session.say(t.toolFailed(), 'warning');
      return undefined;
    }
  };

  return {
    begin(session) {
      ways.clear();
      if (!session.picturePixels) session.say(t.needsPixels(), 'warning');
      return session.picturePixels !== undefined;
    },
    lookAround(session, anchor) {
      const key = keyOf(anchor);
      const before = ways.get(key);
      if (before) return before.known;
      const found = search(session, anchor, ways.size ? 0 : SNAP).then((paths) => {
        way.paths = paths;
      });
      const way: Way = { known: found };
      ways.set(key, way);
      return found;
    },
    path(from, to) {
      const paths = ways.get(keyOf(from))?.paths;
      if (!paths) return [from, to];
      const way = boundaryTo(paths, to);
      // Beyond the reach of the search the line goes on straight.
      const end = way.at(-1);
      return end && Math.hypot(end.x - to.x, end.y - to.y) > 2 ? [...way, to] : way;
    },
  };
}
