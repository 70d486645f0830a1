/** A class that workers assign, as offered by one element. */
export interface Label {
  /** The name exactly as the requester wrote it; this is what answers contain. */
  readonly name: string;
  /** Text for lists, when it differs from the name. */
  readonly displayName?: string;
  /** Three or four letters shown beside an annotation, when they differ from the name. */
  readonly shortName?: string;
  /** Opaque colour as `#rrggbb`. */
  readonly color: string;
  /** One key, or two pressed one after the other; empty when there are more labels than keys. */
  readonly hotkey: string;
  /** Position among the labels of the element, from 0. */
  readonly index: number;
}
