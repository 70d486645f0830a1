/** Coordinates that points may jump to, each list in ascending order. */
export interface SnapLines {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The nearest of the candidates within `tolerance`, or the value itself. Linear in the number of candidates. */
export function snapValue(value: number, candidates: Iterable<number>, tolerance: number): number {
  let best = value;
  let distance = tolerance;
  for (const candidate of candidates) {
    const away = Math.abs(candidate - value);
    if (away <= distance) {
      best = candidate;
      distance = away;
    }
  }
  return best;
}

/**
 * How far to shift a span so that its start or its end meets a candidate; 0 when none is near enough.
 *
 * Used to snap a box that moves as a whole.
 */
export function snapShift(start: number, end: number, candidates: readonly number[], tolerance: number): number {
  const byStart = snapValue(start, candidates, tolerance) - start;
  const byEnd = snapValue(end, candidates, tolerance) - end;
  if (byStart === 0) return byEnd;
  if (byEnd === 0) return byStart;
  return Math.abs(byStart) <= Math.abs(byEnd) ? byStart : byEnd;
}
