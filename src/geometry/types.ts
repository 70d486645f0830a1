/** A position in pixels of the natural, unrotated image; origin at its top left, x to the right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Width and height in natural image pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An axis-aligned rectangle given by its edges, in natural image pixels. `right` and `bottom` are exclusive edges. */
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
