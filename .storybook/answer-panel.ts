/** Says what one control holds; annotators answer with an object, text fields with a string. */
interface ValueElement extends HTMLElement {
  readonly value: unknown;
}

const isCrowdTag = (element: Element) => element.localName.startsWith('crowd-');

const holdsValue = (element: Element): element is ValueElement =>
  isCrowdTag(element) && 'value' in element && element.localName !== 'crowd-button';

/** The form around a task; what it would send is the answer. */
interface FormElement extends HTMLElement {
  _serializeForm(): Readonly<Record<string, string>>;
}

/** What the form would send as `taskAnswers`, or undefined when the form is of another kind. */
function answersOf(form: FormElement | null): unknown {
  try {
    const fields = form?._serializeForm();
    return fields?.['taskAnswers'] ? JSON.parse(fields['taskAnswers']) : fields;
  } catch {
    return undefined;
  }
}

/** A name for the answer of an element: its `name`, or its tag. */
const nameOf = (element: Element) => element.getAttribute('name') ?? element.localName;

const STYLES = `
  :host { display: grid; grid-template-columns: minmax(0, 1fr); min-height: 100vh; }
  :host([open]) { grid-template-columns: minmax(0, 1fr) minmax(220px, 22vw); }
  :host([inline]) { min-height: 0; --crowd-task-height: 520px; }
  .story { min-width: 0; min-height: 0; position: relative; }
  :host([padded]) { min-height: calc(100vh - 2rem); }
  aside { display: none; border-inline-start: 1px solid #8885; padding: 10px 12px; overflow: auto; max-height: 100vh;
    box-sizing: border-box; font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; background: #8881; }
  :host([open]) aside { display: block; }
  :host([inline]) aside { max-height: 420px; }
  h2 { font: 600 12px/1.5 system-ui, sans-serif; margin: 0 0 6px; display: flex; justify-content: space-between; gap: 8px; }
  h2 span { font-weight: 400; opacity: 0.75; }
  pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

/** Shows the answer of a story beside it: after every `input` and `change`, and as submitted after `crowd-submit`. */
export class StoryAnswer extends HTMLElement {
  private readonly heading = document.createElement('span');
  private readonly output = document.createElement('pre');
  private timer = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    root.adoptedStyleSheets = [sheet];
    const story = document.createElement('div');
    story.className = 'story';
    story.append(document.createElement('slot'));
    const panel = document.createElement('aside');
    const title = document.createElement('h2');
    title.append('Answer', this.heading);
    panel.setAttribute('aria-label', 'Answer');
    panel.tabIndex = 0;
    panel.append(title, this.output);
    root.append(story, panel);
    for (const name of ['input', 'change']) this.addEventListener(name, () => this.show(name));
    this.addEventListener('crowd-submit', (event) => {
      // A story has nowhere to go.
      event.preventDefault();
      const { detail } = event as CustomEvent<{ answers?: unknown }>;
      this.print('crowd-submit', detail?.answers ?? detail);
    });
  }

  connectedCallback(): void {
    // Elements hold their first value once they have rendered.
    this.addEventListener('crowd-element-ready', () => this.show('ready'));
    this.timer = window.setTimeout(() => this.show('ready'), 300);
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer);
  }

  private show(reason: string): void {
    const answers = answersOf(this.querySelector<FormElement>('crowd-form'));
    if (answers !== undefined) {
      this.print(reason, answers);
      return;
    }
    const holders = [...this.querySelectorAll('*')].filter(holdsValue);
    const answer = Object.fromEntries(holders.map((element) => [nameOf(element), element.value]));
    this.print(reason, holders.length > 0 ? answer : undefined);
  }

  private print(reason: string, answer: unknown): void {
    this.toggleAttribute('open', answer !== undefined && !this.hasAttribute('without-answer'));
    this.heading.textContent = reason;
    this.output.textContent = answer === undefined ? '' : JSON.stringify(answer, shorten, 2);
  }
}

/** Masks are pictures of many kilobytes; their beginning is enough to see that there is one. */
function shorten(_key: string, value: unknown): unknown {
  return typeof value === 'string' && value.length > 400 ? `${value.slice(0, 120)}… (${value.length} letters)` : value;
}

/** Called rather than merely imported: bundlers leave out imports that nobody uses. */
export function defineStoryAnswer(): void {
  if (!customElements.get('story-answer')) customElements.define('story-answer', StoryAnswer);
}
