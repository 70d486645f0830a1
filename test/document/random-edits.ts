import type { AnnotationStore } from '../../src/document/annotation-store.js';
import type { BoxAnnotation } from '../../src/document/annotation.js';
import type { Transaction } from '../../src/document/transaction.js';

/** Repeatable random numbers from 0 to 1 (xorshift), so that a failing property can be run again by its seed. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed + 1, 0x9e3779b1) | 1) >>> 0;
    for (let i = 0; i < 8; i++) this.roll();
  }

  roll(): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) / 2 ** 32;
  }

  /** A whole number of 0..end-1. */
  below(end: number): number {
    return Math.floor(this.roll() * end);
  }

  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

let nextId = 0;

/** A box that no other test has seen. */
export function someBox(dice: Dice): BoxAnnotation {
  nextId += 1;
  const side = () => dice.below(500);
  return {
    id: `box-${nextId}`,
    kind: 'box',
    label: dice.oneOf(['Cat', 'Dog', '고양이', '🚗']),
    left: side(),
    top: side(),
    width: side(),
    height: side(),
  };
}

/** What a transaction can be asked for, unknown ids, useless edits and places outside of the list included. */
export function editAnything(tx: Transaction<BoxAnnotation>, ids: readonly string[], dice: Dice): void {
  for (let left = dice.below(4); left >= 0; left--) {
    const id = ids.length && dice.roll() < 0.95 ? dice.oneOf(ids) : 'nobody';
    const found = tx.get(id);
    switch (dice.below(8)) {
      case 0:
      case 1:
        tx.insert(someBox(dice));
        break;
      case 2:
        tx.insert(someBox(dice), dice.below(tx.length + 4) - 2);
        break;
      case 3:
        tx.remove(id);
        break;
      case 4:
        tx.reorder(id, dice.below(tx.length + 4) - 2);
        break;
      case 5:
        tx.setFact('nothingToLabel', dice.roll() < 0.5);
        break;
      case 6:
        tx.buffer({ tile: dice.below(9) }, { tile: dice.below(9), runs: new Uint16Array([dice.below(99), 7]) });
        break;
      default:
        if (found) tx.update(id, { ...found, left: dice.below(500) });
    }
  }
}

const idsOf = (store: AnnotationStore<BoxAnnotation>) => store.snapshot.annotations.map(({ id }) => id);

/** One edit by the worker: at once, or as a gesture with previews, parts, and parts taken back. */
export function workOnce(store: AnnotationStore<BoxAnnotation>, dice: Dice): void {
  const name = dice.oneOf(['drawBox', 'moveBox', 'changeLabel']);
  if (dice.roll() < 0.6) {
    store.change(name, (tx) => editAnything(tx, idsOf(store), dice));
    return;
  }
  const step = store.begin(name);
  for (let moves = dice.below(6); moves >= 0 && step.isOpen; moves--) {
    const edit = (tx: Transaction<BoxAnnotation>) => editAnything(tx, idsOf(store), dice);
    dice.oneOf([() => step.preview(edit), () => step.change(edit), () => store.undo(), () => store.redo()])();
  }
  if (dice.roll() < 0.8) step.commit();
  else step.cancel();
}

/** One change by the host's script. */
export function hostOnce(store: AnnotationStore<BoxAnnotation>, dice: Dice): void {
  store.change('host', (tx) => editAnything(tx, idsOf(store), dice), { origin: 'host' });
}

/** Any number of edits, undone and redone at random. */
export function workFor(store: AnnotationStore<BoxAnnotation>, rounds: number, dice: Dice): void {
  for (let round = 0; round < rounds; round++) {
    const chance = dice.roll();
    if (chance < 0.6) workOnce(store, dice);
    else if (chance < 0.85) store.undo();
    else store.redo();
  }
}
