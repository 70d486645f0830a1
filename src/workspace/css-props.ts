import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';

type Values = Readonly<Record<string, string>>;

/** Sets css properties through the CSSOM from the first render on, where a strict content policy forbids attributes. */
class CssProps extends Directive {
  private before: Values = {};

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('cssProps stands on the element itself: <i ${cssProps(…)}>.');
  }

  render(_values: Values): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Values]): typeof noChange {
    const { style } = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) {
      if (this.before[name] !== value) style.setProperty(name, value);
    }
    for (const name of Object.keys(this.before)) if (!(name in values)) style.removeProperty(name);
    this.before = values;
    return noChange;
  }
}

/** Element directive: `<span ${cssProps({ '--oce-swatch': color })}></span>`. */
export const cssProps = directive(CssProps);
