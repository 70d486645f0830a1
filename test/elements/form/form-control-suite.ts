import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import '../../../src/elements/crowd-form.js';
import type { FormAssociatedElement } from '../../../src/elements/form-associated.js';
import { expectAccessible } from '../../support/a11y.js';
import { painted } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { taskPage } from './form-harness.js';

/** A form control as tests know it. */
export type Control = HTMLElement & FormAssociatedElement & { updateComplete: Promise<boolean>; required?: boolean };

/** What the shared suite has to know about one control. */
export interface ControlCase {
  readonly tag: string;
  /** Attributes besides the name; they give it a value at first, if it can have one. */
  readonly attributes?: string;
  readonly content?: string;
  /** Its part of the answer at first; undefined for none. */
  readonly initial: unknown;
  /** Changes it as a worker does, through mouse or keys, and commits the change. */
  readonly change: (control: Control) => Promise<void>;
  readonly changed: unknown;
  /** What a native form sends after the change. */
  readonly sent: readonly string[];
  /** Attributes with which nothing is chosen or written yet; left out when the control is not asked to be required. */
  readonly empty?: string;
}

/** Puts markup on the page and returns the first element of this tag. */
export async function place<T extends HTMLElement = Control>(tag: string, markup: string): Promise<T> {
  const holder = await fixture(html`<div>${unsafeHTML(markup)}</div>`);
  const element = holder.querySelector<T>(tag)!;
  await (element as unknown as Control).updateComplete;
  await painted();
  return element;
}

/** What every form control must do, whatever it looks like. */
export function runFormControlSuite({
  tag,
  attributes = '',
  content = '',
  initial,
  change,
  changed,
  sent,
  empty,
}: ControlCase): void {
  const markup = (extra = '', name = 'n') =>
    `<${tag} ${name ? `name="${name}"` : ''} ${attributes} ${extra}>${content}</${tag}>`;
  const answerOf = (value: unknown) => (value === undefined ? {} : { n: value });

  describe(`${tag} as a form control`, () => {
    it('answers inside a crowd-form, at any depth', async () => {
      const page = await taskPage(`<div><table><tbody><tr><td>${markup()}</td></tr></tbody></table></div>`);
      expect(page.answer).to.deep.equal(answerOf(initial));
      await change(page.find(tag));
      expect(page.answer).to.deep.equal(answerOf(changed));
    });

    it('adds nothing without a name, when disabled, and in a disabled fieldset', async () => {
      const page = await taskPage(
        `${markup('', '')}${markup('disabled="true"')}<fieldset disabled>${markup()}</fieldset>`,
      );
      expect(page.answer).to.deep.equal({});
      const [, disabled] = page.form.querySelectorAll<Control>(tag);
      expect(disabled!.matches(':disabled')).to.be.true;
      disabled!.disabled = false;
      expect(page.answer).to.deep.equal(answerOf(initial));
    });

    it('cannot be changed while it is disabled', async () => {
      const control = await place(tag, markup('disabled'));
      const before = control.answerContribution();
      await change(control);
      control.disabled = false;
      await painted();
      expect(before).to.be.undefined;
      expect(control.answerContribution()).to.deep.equal((await place(tag, markup())).answerContribution());
    });

    it('is sent by a native form, and reset by it', async () => {
      const control = await place(tag, `<form>${markup()}</form>`);
      const form = control.form!;
      expect(form).to.equal(control.parentElement);
      await change(control);
      expect(new FormData(form).getAll('n')).to.deep.equal(sent);
      form.reset();
      await painted();
      const fresh = await place(tag, `<form>${markup()}</form>`);
      expect(control.answerContribution()).to.deep.equal(fresh.answerContribution());
      expect(new FormData(form).getAll('n')).to.deep.equal(new FormData(fresh.form!).getAll('n'));
    });

    it('fires input and change on itself, for the worker only', async () => {
      const control = await place(tag, markup());
      const events: string[] = [];
      for (const type of ['input', 'change'] as const) {
        document.body.addEventListener(
          type,
          (event) => {
            expect(event.target).to.equal(control);
            events.push(type);
          },
          { once: true },
        );
      }
      let heard = 0;
      control.onchange = () => (heard += 1);
      Object.assign(
        control,
        tag.includes('check') || tag.includes('toggle') || tag.includes('radio') ? { checked: false } : { value: null },
      );
      await painted();
      expect(events).to.deep.equal([]);
      await change(control);
      expect(events).to.include.members(['input', 'change']);
      expect(heard).to.equal(1);
    });

    it('keeps its value when it is moved in the document', async () => {
      const page = await taskPage(`${markup()}<div id="there"></div>`);
      const control = page.find<Control>(tag);
      await change(control);
      page.find('#there').append(control);
      await painted();
      expect(page.answer).to.deep.equal(answerOf(changed));
    });

    it('works when a script makes it, and does not mind unknown attributes', async () => {
      const page = await taskPage('<p></p>');
      page.form.form.insertAdjacentHTML('beforeend', markup('originalValue="x" max-width="3" data-x'));
      const control = page.find<Control>(tag);
      await control.updateComplete;
      expect(page.answer).to.deep.equal(answerOf(initial));
      await change(control);
      expect(page.answer).to.deep.equal(answerOf(changed));
    });

    it('keeps what a script set before it was upgraded', async () => {
      const foreign = document.implementation.createHTMLDocument().createElement(tag) as Control;
      foreign.name = 'early';
      foreign.disabled = true;
      const holder = await fixture(html`<div></div>`);
      holder.append(foreign);
      await foreign.updateComplete;
      expect(foreign.getAttribute('name')).to.equal('early');
      expect(foreign.disabled).to.be.true;
      expect(Object.hasOwn(foreign, 'disabled')).to.be.false;
    });

    it('shows content that a missing end tag left inside', async () => {
      const page = await taskPage(
        `<${tag} name="n" ${attributes}/><b id="stray">stray</b><input name="inner" value="1">`,
      );
      expect(page.find('#stray').checkVisibility()).to.be.true;
      expect(page.find('#stray').getBoundingClientRect().height).to.be.greaterThan(0);
      expect(page.answer['inner']).to.equal('1');
    });

    it('says what is wrong when the page declares it', async () => {
      const page = await taskPage(markup('aria-label="It"'));
      const control = page.find<Control>(tag);
      control.setCustomValidity('Not like this.');
      expect(control.validity.customError).to.be.true;
      await page.clickSubmit();
      expect(page.submits).to.have.length(0);
      expect(page.message).to.contain('Not like this.');
      control.setCustomValidity('');
      await painted();
      await page.clickSubmit();
      expect(page.submits).to.have.length(1);
    });

    if (empty !== undefined) {
      const unfilled = (extra = '') =>
        `<${tag} name="n" aria-label="It" required ${empty} ${extra}>${content}</${tag}>`;

      it('is missing when it is required, until the worker gives an answer', async () => {
        const page = await taskPage(unfilled());
        const control = page.find<Control>(tag);
        expect(control.validity.valueMissing).to.be.true;
        expect(control.matches(':invalid')).to.be.true;
        await page.clickSubmit();
        expect(page.submits).to.have.length(0);
        expect(page.message).to.contain('It: Please');
        expect(document.activeElement).to.equal(control);
        expect(control.matches(':state(user-invalid)')).to.be.true;
        await expectAccessible(page.form);
        await change(control);
        expect(control.checkValidity()).to.be.true;
        await page.clickSubmit();
        expect(page.submits).to.have.length(1);
      });

      it('keeps a native form from being submitted', async () => {
        const control = await place(tag, `<form>${unfilled()}</form>`);
        expect(control.form!.checkValidity()).to.be.false;
        control.required = false;
        await painted();
        expect(control.form!.checkValidity()).to.be.true;
      });

      it('is not asked for while it is disabled', async () => {
        const page = await taskPage(unfilled('disabled'));
        await page.clickSubmit();
        expect(page.submits).to.have.length(1);
      });
    }

    for (const [state, extra] of [
      ['at first', ''],
      ['disabled', 'disabled'],
    ] as const) {
      for (const theme of ['light', 'dark', 'contrast'] as const) {
        it(`is accessible ${state} in ${theme}`, async () => {
          const holder = await fixture<HTMLElement>(html`<div></div>`);
          holder.style.background = theme === 'dark' ? '#13171b' : '#fff';
          holder.innerHTML = markup(`${extra} theme="${theme}" aria-label="It"`);
          await painted();
          await expectAccessible(holder);
        });
      }
    }

    it('leaves nothing behind', async () => {
      await expectNoLeak({
        open: async () => {
          const control = document.createElement(tag) as Control;
          control.setAttribute('name', 'n');
          control.innerHTML = content;
          document.body.append(control);
          await control.updateComplete;
          return control;
        },
        times: 30,
      });
    });
  });
}
