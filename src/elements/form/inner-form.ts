import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { instructionTags } from '../instructions.js';

/** Regions that a crowd-form shows beside its content instead of in it. */
export const regionTags: ReadonlySet<string> = new Set(instructionTags);

const isBlank = (node: Node): boolean =>
  node.nodeType === Node.COMMENT_NODE || (node.nodeType === Node.TEXT_NODE && !node.nodeValue?.trim());
const isForm = (node: Node): node is HTMLFormElement => node instanceof HTMLFormElement;
const isRegion = (node: Node): node is Element => node instanceof Element && regionTags.has(node.localName);

/** Whether the parser is done with an element: something follows it, or the whole document is there. */
function isParsed(element: Node): boolean {
  if (document.readyState !== 'loading') return true;
  const walker = walkerAt(element);
  do if (walker.nextSibling()) return true;
  while (walker.parentNode());
  return false;
}

/** A form answers to the names of its controls first: `form.firstChild` may be an input. A walker is not deceived. */
function walkerAt(node: Node): TreeWalker {
  const walker = document.createTreeWalker(document);
  walker.currentNode = node;
  return walker;
}

/** What begins anew when it is moved in the usual way. */
const alive = 'iframe, video, audio, object, embed';

/**
 * `moveBefore` keeps iframes, videos and focus alive; the rest is inserted, since Chromium crashes when an input and its
 * datalist are moved so. Taken from the prototype: a control may be called like it.
 */
function moveInto(form: HTMLFormElement, node: Node, before: Node | null): void {
  const { matches, moveBefore } = Element.prototype as Element & { moveBefore?(node: Node, child: Node | null): void };
  try {
    // Throws where there is no such method, for nodes without one, and in states in which nothing can be moved.
    if (matches.call(node as Element, `${alive}, :has(${alive})`) || node.contains(document.activeElement)) {
      return moveBefore!.call(form, node, before);
    }
  } catch {
    // Inserting always works.
  }
  Node.prototype.insertBefore.call(form, node, before);
}

/**
 * Gives a crowd-form its real `<form>` in the light DOM.
 *
 * Content written in a template is moved into a form that this controller makes, also content that the parser or a
 * script adds later. A `<form>` that is already the only content is taken as it is and nothing is ever moved: then a
 * framework owns the children. Instructions stay outside of the form and get a slot.
 */
export class InnerForm implements ReactiveController {
  private own?: HTMLFormElement;
  private current?: HTMLFormElement;
  private readonly observer = new MutationObserver(() => this.settle());

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly prepare: (form: HTMLFormElement) => void,
  ) {
    host.addController(this);
  }

  /** The form; made at once when there is none yet. */
  get element(): HTMLFormElement {
    this.settle();
    return this.current ?? this.adoptOrMake();
  }

  /** Whether the form was made here, rather than written by the page. */
  isOwn(form: HTMLFormElement): boolean {
    return form === this.own;
  }

  hostConnected(): void {
    this.observer.observe(this.host, { childList: true });
    document.addEventListener('DOMContentLoaded', this.settle);
    this.settle();
  }

  hostDisconnected(): void {
    this.observer.disconnect();
    document.removeEventListener('DOMContentLoaded', this.settle);
  }

  /** Brings the children in order. Runs again whenever the host's children change. */
  private readonly settle = (): void => {
    for (const region of [...this.host.children].filter(isRegion)) region.slot ||= region.localName;
    if (this.current && !this.holds(this.current)) this.current = undefined;
    const content = this.content();
    const [only] = content;
    if (content.length === 1 && only && isForm(only) && only !== this.own) {
      // The parser may still bring a sibling that makes this one an ordinary nested form.
      if (isParsed(this.host)) this.adopt(only);
      return;
    }
    if (this.current && this.current !== this.own) return;
    if (!content.length && !isParsed(this.host)) return;
    this.wrap(this.own ?? this.make());
  };

  private holds(form: HTMLFormElement): boolean {
    return [...this.host.children].includes(form);
  }

  /** Children that belong into the form. An own form without content does not count. */
  private content(): Node[] {
    return [...this.host.childNodes].filter(
      (node) => !isBlank(node) && !isRegion(node) && !(node === this.own && !walkerAt(node).firstChild()),
    );
  }

  private adoptOrMake(): HTMLFormElement {
    const content = this.content();
    const [only] = content;
    if (content.length === 1 && only && isForm(only)) return this.adopt(only);
    return this.wrap(this.own ?? this.make());
  }

  private adopt(form: HTMLFormElement): HTMLFormElement {
    if (this.own !== form) this.own?.remove();
    return this.take(form);
  }

  private make(): HTMLFormElement {
    const form = document.createElement('form');
    // Problems are shown by the crowd-form, for native and crowd controls alike.
    form.noValidate = true;
    this.own = form;
    return form;
  }

  /** Moves everything but instructions into the form; a child that the parser still works on stays until it is done. */
  private wrap(form: HTMLFormElement): HTMLFormElement {
    this.current = form;
    if (!this.holds(form)) this.host.prepend(form);
    const first = walkerAt(form).firstChild();
    let isBehindForm = false;
    for (const node of [...this.host.childNodes]) {
      if (node === form) isBehindForm = true;
      else if (!isRegion(node) && isParsed(node)) moveInto(form, node, isBehindForm ? null : first);
    }
    return this.take(form);
  }

  /** A form nested in it sends the same answer. */
  private take(form: HTMLFormElement): HTMLFormElement {
    this.current = form;
    this.host.querySelectorAll('form').forEach(this.prepare);
    this.host.requestUpdate();
    return form;
  }
}
