import type { Point } from '../../geometry/types.js';
import { Livewire } from '../../mask/segment/livewire.js';
import type { MaskSession } from '../mask/mask-session.js';
import type { OutlineGuide } from './outline-tool.js';
import { readAround, type PicturePart } from './read-around.js';

/** How far the boundary may run from its last anchor, in image pixels; the search takes time with its square. */
const REACH = 160;

/** Leads an outline along the edges of the picture. */
export function createBoundaryGuide(): OutlineGuide {
  let part: PicturePart | undefined;
  let wire: { readonly from: Point; readonly wire: Livewire } | undefined;
  const inPart = ({ x, y }: Point, { left, top }: PicturePart) => ({ x: x - left, y: y - top });
  return {
    begin(session: MaskSession, point: Point) {
      part = readAround(session, point);
      wire = undefined;
      if (!part) return undefined;
      const { left, top } = part;
      const found = Livewire.snap(part.image, inPart(point, part), 6);
      return { x: found.x + left, y: found.y + top };
    },
    path(_session: MaskSession, from: Point, to: Point) {
      if (!part) return [from, to];
      const { left, top, image } = part;
      if (wire?.from.x !== from.x || wire.from.y !== from.y) {
        wire = { from, wire: new Livewire(image, inPart(from, part), { reach: REACH }) };
      }
      const way = wire.wire.pathTo(inPart(to, part)).map(({ x, y }) => ({ x: x + left, y: y + top }));
      // Beyond the reach of the search the line goes on straight.
      const end = way.at(-1);
      return end && Math.hypot(end.x - to.x, end.y - to.y) > 2 ? [...way, to] : way;
    },
  };
}
