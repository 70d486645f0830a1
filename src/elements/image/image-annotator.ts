import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { outsidePicture, type Decoded } from '../../answers/decode.js';
import { Findings } from '../../answers/findings.js';
import { AnnotatorSession } from '../../canvas/annotator-session.js';
import { shapeCommands } from '../../canvas/commands.js';
import { ShapeClipboard } from '../../canvas/shape-clipboard.js';
import { StageView } from '../../canvas/stage-view.js';
import type { StoreEvent } from '../../document/annotation-store.js';
import type { ShapeAnnotation } from '../../document/annotation.js';
import type { Size } from '../../geometry/types.js';
import { readStrings } from '../../parse/attributes.js';
import { frameStyles } from '../../workspace/index.js';
import { fillStyles } from '../fill-controller.js';
import { runWhenIdle } from '../idle.js';
import { baseStyles, fullPageScheme, tokens } from '../tokens.js';
import { announcement } from './announce.js';
import type { AnnotatorDefinition } from './annotator-definition.js';
import { ClipboardController } from './clipboard-controller.js';
import { PictureAnnotator } from './picture-annotator.js';
import { RulesController } from './rules-controller.js';
import { rulesStyles } from './rules.styles.js';
import { stageStyles } from './stage.styles.js';

/** Stands in for the picture's size until it is known: nothing is clamped. */
const UNKNOWN_SIZE = { width: Number.MAX_SAFE_INTEGER, height: Number.MAX_SAFE_INTEGER };

/**
 * What all annotators of shapes on a picture have in common: canvas, tools, rules, lists and clipboard.
 *
 * A subclass gives its `AnnotatorDefinition` and nothing else.
 *
 * @attr {string} rules - What the answer must hold, e.g. `"{counts: {Car: {min: 1}}, minSize: 8}"`; nothing without it.
 * @attr {string} label-colors - Colours of the labels by position, e.g. `"['#ff0000']"`; others have the default.
 * @prop {string[]} labelColors - Colours of the labels, in their order, as `#rrggbb`.
 * @csspart problems - The list of what keeps the answer from being sent, when there are rules.
 * @csspart problem - One entry of it.
 */
export abstract class ImageAnnotator<A extends ShapeAnnotation> extends PictureAnnotator<
  A,
  AnnotatorSession<A>,
  StageView<A>
> {
  static override styles = [tokens, fullPageScheme, baseStyles, frameStyles, fillStyles, stageStyles, rulesStyles];

  protected abstract readonly definition: AnnotatorDefinition<A>;
  private ruleBook!: RulesController<A>;
  private colorSource?: unknown;

  /** Colours of the labels, in their order. Assign colours by position to change them. */
  @property({ attribute: 'label-colors' })
  get labelColors(): string[] {
    return this.session.labels.map((label) => label.color);
  }
  set labelColors(colors: unknown) {
    this.colorSource = colors ?? undefined;
    // An attribute may come before or after the labels that it colours.
    if (this.session.labels.length) this.labels = [...this.labels];
  }

  /** What the answer must hold, e.g. `{counts: {Car: {min: 1}}, minSize: 8}`; as text or as data. */
  @property({ attribute: 'rules' })
  get rules(): unknown {
    return this.session && this.ruleBook.given;
  }
  set rules(source: unknown) {
    if (this.session) this.ruleBook.set(source);
    this.refreshValidity();
    this.session.changed.notify('decorations');
  }

  protected override refreshValidity(): void {
    super.refreshValidity();
    const { annotations, facts } = this.store.snapshot;
    const isAnswered = facts.nothingToLabel || annotations.some((shape) => this.isShown(shape));
    const problem = isAnswered && !this.readonly ? this.ruleBook.sentence : undefined;
    if (problem) this.updateValidity({ customError: true }, problem, this.validityAnchor);
  }

  protected override encodeAnswer(shapes: readonly A[]): object {
    const { picture } = this.session;
    if (picture.type === 'ready') return this.definition.encode(shapes, picture.size);
    return { ...this.definition.encode(shapes, UNKNOWN_SIZE), inputImageProperties: undefined };
  }

  protected override fingerprint(shapes: readonly A[]): string {
    return JSON.stringify(this.definition.encode(shapes, UNKNOWN_SIZE));
  }

  protected override decodeAnswer(data: unknown): Decoded<A> {
    const { picture } = this.session;
    const size = picture.type === 'ready' ? picture.size : undefined;
    const decoded = this.definition.decode(data, { size, quick: true });
    this.inspectSoon(decoded.annotations);
    return decoded;
  }

  protected override announcement(event: StoreEvent<A>): string | undefined {
    const said = announcement(this.session, event, (shape) => this.definition.describe(shape));
    const remark = this.definition.remark?.();
    return said && remark ? `${said.replace(/[^.。]$/, '$&.')} ${remark}` : (said ?? remark);
  }

  /** Looks through given shapes when nobody waits, and tells the author of the page what is odd about them. */
  private inspectSoon(shapes: readonly A[]): void {
    const { inspect } = this.definition;
    if (!inspect || !shapes.length) return;
    runWhenIdle(inspect(shapes), (problems) => {
      if (this.isConnected) this.report('initial-value', problems);
    });
  }

  protected override createSession(): AnnotatorSession<A> {
    const { definition } = this;
    const session = new AnnotatorSession<A>({
      kinds: definition.kinds,
      tools: definition.createTools(() => this.session),
      parts: definition.parts,
    });
    const clipboard = new ShapeClipboard(session);
    this.ruleBook = new RulesController(session, (problems) => this.report('rules', problems));
    const targets = { session, clipboard, view: () => this.view };
    session.commands = [
      ...shapeCommands(targets, definition.toolCommands, definition.commands?.(targets)),
      this.ruleBook.command,
    ];
    session.decorations = [...(definition.decorations?.(session) ?? []), this.ruleBook.paint];
    this.addController(new ClipboardController(this, session, clipboard));
    return session;
  }

  protected override createView(stage: HTMLElement): StageView<A> {
    return new StageView(stage, this.session);
  }

  protected override get frameOptions() {
    return { guide: () => this.definition.guide() };
  }

  protected override openPicture({ size }: { readonly size: Size }): void {
    const found = new Findings();
    let index = 0;
    this.adjustLoaded((shape) => {
      const kind = this.session.kindOf(shape);
      const { right, bottom } = kind.bounds(shape);
      if (right > size.width || bottom > size.height) found.note(index, outsidePicture);
      index += 1;
      return kind.settle(shape, size);
    });
    this.report('initial-value', found.problems);
  }

  protected override readColors(): readonly string[] {
    const colors = readStrings(this.colorSource ?? this.getAttribute('label-colors'));
    this.report('label-colors', colors.problems);
    return colors.value;
  }

  override render() {
    return this.renderTask({
      toolbar: html`<oce-toolbar></oce-toolbar>`,
      side: html`
        <oce-label-pane></oce-label-pane>
        <oce-object-list
          .describe=${(shape: A) => this.definition.describe(shape)}
          .isBrief=${this.definition.isWordy ?? false}
        ></oce-object-list>
        ${this.ruleBook.render()}
      `,
      notice: this.renderOffer(),
    });
  }
}
