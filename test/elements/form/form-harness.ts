import { fixture } from '@open-wc/testing';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { CrowdForm } from '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-form.js';
import { mouse, painted, pointOf } from '../../support/input.js';

/** A task page as a worker meets it: a crowd-form written in markup. */
export class FormHarness {
  /** Every `submit` that reached the crowd-form. */
  readonly submits: SubmitEvent[] = [];
  /** Every answer that a host took. */
  readonly taken: { answers: Record<string, unknown>; fields: Record<string, string> }[] = [];
  /** Called for each `submit`; return false to cancel. */
  onSubmit: (event: SubmitEvent) => boolean | void = () => undefined;
  /** Whether a host takes the answers. */
  hostTakes = true;

  constructor(readonly form: CrowdForm) {
    form.addEventListener('submit', (event) => {
      this.submits.push(event as SubmitEvent);
      if (this.onSubmit(event as SubmitEvent) === false) event.preventDefault();
    });
    form.addEventListener('crowd-submit', (event) => {
      this.taken.push((event as CustomEvent).detail);
      if (this.hostTakes) event.preventDefault();
    });
  }

  private get root(): ShadowRoot {
    return this.form.shadowRoot!;
  }

  /** The answer as it stands. */
  get answer(): Record<string, unknown> {
    return JSON.parse(this.form._serializeForm()['taskAnswers']!)[0];
  }

  /** The button that the form added, if it did. */
  get addedButton(): HTMLElement | null {
    return this.root.querySelector('#footerContainer crowd-button');
  }

  /** What the form tells the worker. */
  get message(): string {
    return this.root.querySelector('[role=alert]')?.textContent?.trim() ?? '';
  }

  /** The answer shown on a plain page, as JSON. */
  get shownAnswer(): unknown {
    const code = this.root.querySelector('#answers-box table code');
    return code ? JSON.parse(code.textContent ?? '') : undefined;
  }

  get isBusy(): boolean {
    return this.form.submitting;
  }

  find<T extends Element = HTMLElement>(selector: string): T {
    return this.form.querySelector<T>(selector)!;
  }

  async click(target: string | Element): Promise<void> {
    const element = typeof target === 'string' ? this.find(target) : target;
    element.scrollIntoView({ block: 'nearest' });
    await mouse.click(pointOf(element));
    await painted();
  }

  async clickSubmit(): Promise<void> {
    await this.click(this.addedButton ?? this.find('crowd-button[form-action=submit]'));
  }

  async openFullInstructions(): Promise<HTMLDialogElement> {
    await this.click(this.root.querySelector('.moreInstructionsLink')!);
    return this.root.querySelector('dialog')!;
  }

  async toggleInstructions(): Promise<void> {
    await this.click(this.root.querySelector('.bar button')!);
  }

  get instructionsPane(): HTMLElement {
    return this.root.querySelector('#pane')!;
  }
}

/** Puts a form with this content on the page. */
export async function taskPage(content: string, attributes = ''): Promise<FormHarness> {
  const form = await fixture<CrowdForm>(html`${unsafeHTML(`<crowd-form ${attributes}>${content}</crowd-form>`)}`);
  await form.updateComplete;
  await painted();
  return new FormHarness(form);
}

/** Waits until the condition holds, as a worker waits for what they see. */
export async function until(condition: () => boolean, what = 'it to happen'): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await painted();
  }
}
