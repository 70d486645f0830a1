import type { Command } from '../../canvas/command.js';
import type { CommandTargets, ToolCommand } from '../../canvas/commands.js';
import type { AnnotatorSession, Decoration } from '../../canvas/annotator-session.js';
import type { ShapeKind } from '../../canvas/shape-kind.js';
import type { PartEditing, Tool } from '../../canvas/tool.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Size } from '../../geometry/types.js';
import type { Decoded, DecodeOptions } from '../../answers/decode.js';
import type { Problem } from '../../parse/problem.js';
import type { GuideEntry } from '../../workspace/index.js';

/** What distinguishes one picture annotator from another; everything else is shared. */
export interface AnnotatorDefinition<A extends ShapeAnnotation> {
  readonly kinds: readonly ShapeKind<A>[];
  /** Makes the tools of one session; the first one is chosen at the start. */
  createTools(session: () => AnnotatorSession<A>): Tool<A>[];
  /** For shapes that have parts, such as the vertices of a path. */
  readonly parts?: PartEditing<A>;
  readonly toolCommands: readonly ToolCommand[];
  /** Painted above the shapes, such as the edges of a skeleton. */
  decorations?(session: AnnotatorSession<A>): readonly Decoration[];
  /** What the worker can do with these shapes beyond what all shapes have. */
  commands?(targets: CommandTargets<A>): readonly Command[];
  /** Entries of the tool guide, in the worker's language. */
  guide(): readonly GuideEntry[];
  /** The answer without `initialValueModified`; keys in code-unit order. */
  encode(shapes: readonly A[], size: Size): object;
  /** Shapes from an initial value or an answer given as data: a list, or an answer object. */
  decode(value: unknown, options: DecodeOptions): Decoded<A>;
  /** What is odd about shapes that were read; goes on piece by piece when the page has time, since it may take long. */
  inspect?(shapes: readonly A[]): Generator<void, readonly Problem[]>;
  /** Added to the announcement of a change, such as what comes next. */
  remark?(): string | undefined;
  /** Place and size in words, for lists and announcements. */
  describe(shape: A): string;
  /** The words are too long for the eye in a list: it shows the bounds. */
  readonly isWordy?: boolean;
}
