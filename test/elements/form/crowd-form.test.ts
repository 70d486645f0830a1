import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.js';
import { press, type } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { FormHarness, taskPage, until } from './form-harness.js';
import type { CrowdForm } from '../../../src/elements/crowd-form.js';

describe('crowd-form', () => {
  describe('its light DOM', () => {
    it('holds the content in a real form and keeps ids and order', async () => {
      const page = await taskPage('<p id="a">one</p>text<p id="b">two</p>');
      const { form } = page.form;
      expect(form.parentElement).to.equal(page.form);
      expect(page.form.querySelectorAll(':scope > form')).to.have.length(1);
      expect([...form.children].map(({ id }) => id)).to.deep.equal(['a', 'b']);
      expect(form.textContent).to.equal('onetexttwo');
    });

    it('takes a form that is already there and moves nothing, also not later', async () => {
      const page = await taskPage('<form id="own"><input name="a" value="1"></form>');
      expect(page.form.form.id).to.equal('own');
      const late = document.createElement('input');
      late.name = 'late';
      late.value = '2';
      page.form.append(late);
      await until(() => late.isConnected);
      expect(late.parentElement).to.equal(page.form);
      expect(page.answer).to.deep.equal({ a: '1', late: '2' });
    });

    it('wraps a form that stands among other content, and counts its controls', async () => {
      const page = await taskPage('<p>Question</p><form action=""><input name="a" value="1"></form>');
      expect(page.find('form form')).to.be.instanceOf(HTMLFormElement);
      expect(page.answer).to.deep.equal({ a: '1' });
    });

    it('moves children that a script adds later', async () => {
      const page = await taskPage('<p>first</p>');
      page.form.insertAdjacentHTML('beforeend', '<input name="late" value="x">');
      await until(() => page.find('form > input') !== null);
      expect(page.answer).to.deep.equal({ late: 'x' });
    });

    it('lets a framework that builds the form afterwards own it', async () => {
      const page = await taskPage('');
      const own = document.createElement('form');
      own.innerHTML = '<input name="a" value="1">';
      page.form.append(own);
      await until(() => page.form.form === own);
      expect(page.form.querySelectorAll('form')).to.have.length(1);
    });

    it('makes a new form when a script replaces everything', async () => {
      const page = await taskPage('<p>old</p>');
      page.form.innerHTML = '<input name="fresh" value="1">';
      expect(page.form.form.parentElement).to.equal(page.form);
      expect(page.answer).to.deep.equal({ fresh: '1' });
    });

    it('takes part in the answer with what is appended to its form', async () => {
      const page = await taskPage('<p>first</p>');
      page.form.form.append(Object.assign(document.createElement('input'), { name: 'n', value: 'v' }));
      expect(page.answer).to.deep.equal({ n: 'v' });
    });

    it('is not confused by controls that are called like members of a form', async () => {
      const page = await taskPage(
        ['submit', 'reset', 'elements', 'action', 'method', 'id', 'children', 'requestSubmit', 'noValidate', 'target']
          .map((name) => `<input id="${name}" name="${name}" value="1">`)
          .join(''),
      );
      expect(Object.keys(page.answer)).to.have.length(10);
      await page.clickSubmit();
      expect(page.submits).to.have.length(1);
      expect(page.taken).to.have.length(1);
      page.find<HTMLInputElement>('[name=submit]').value = '2';
      page.form.reset();
      expect(page.find<HTMLInputElement>('[name=submit]').value).to.equal('1');
    });
  });

  describe('the answer', () => {
    it('collects native controls of every kind', async () => {
      const page = await taskPage(`
        <input name="text" value="a"><input name="empty"><input value="nameless"><input name="off" value="x" disabled>
        <fieldset disabled><input name="off2" value="x"></fieldset>
        <input type="number" name="number" value="1.5"><input type="date" name="date" value="2026-11-20">
        <input type="range" name="range" min="0" max="10" value="4"><input type="hidden" name="hidden" value='{"a": 1}'>
        <textarea name="area">one&#10;two</textarea>
        <input type="checkbox" name="box"><input type="checkbox" name="boxes" value="a" checked>
        <input type="checkbox" name="boxes" value="b">
        <input type="radio" name="radio" value="x"><input type="radio" name="radio" value="y" checked>
        <select name="select"><option>one</option><option value="2" selected>two</option></select>
        <select name="many" multiple><option selected>a</option><option>b</option><option selected>c</option></select>
        <input type="submit" name="go" value="Go"><input type="button" name="b" value="B"><button name="c" value="c">C</button>
        <input name="q.0" value="dots"><input name="a b" value="blank">
      `);
      expect(page.answer).to.deep.equal({
        'a b': 'blank',
        area: 'one\ntwo',
        box: { on: false },
        boxes: { a: true, b: false },
        date: '2026-11-20',
        hidden: '{"a": 1}',
        many: ['a', 'c'],
        number: '1.5',
        'q.0': 'dots',
        radio: { x: false, y: true },
        range: '4',
        select: '2',
        text: 'a',
      });
    });

    it('takes the last of several with one name, and says once that others are lost', async () => {
      const page = await taskPage(
        '<input name="_" value="1"><input name="_" value="2"><input type="hidden" name="_" value="z">',
      );
      const warnings: string[] = [];
      const { warn } = console;
      console.warn = (text: string) => warnings.push(text);
      try {
        expect(page.answer).to.deep.equal({ _: 'z' });
        expect(page.answer).to.deep.equal({ _: 'z' });
      } finally {
        console.warn = warn;
      }
      expect(warnings).to.have.length(1);
      expect(warnings[0]).to.contain('"_"').and.to.contain('3 controls');
    });

    it('counts form controls of other libraries', async () => {
      class ForeignControl extends HTMLElement {
        static readonly formAssociated = true;
        value: unknown = 'x';
      }
      customElements.define('foreign-control', ForeignControl);
      const page = await taskPage(
        '<foreign-control name="a"></foreign-control><foreign-control></foreign-control><foreign-control name="b" disabled></foreign-control>',
      );
      expect(page.answer).to.deep.equal({ a: 'x' });
    });

    it('leaves another crowd-form inside alone', async () => {
      const page = await taskPage(
        '<input name="a" value="1"><div><crowd-form><input name="b" value="2"></crowd-form></div>',
      );
      expect(page.answer).to.deep.equal({ a: '1' });
    });

    it('counts controls in instructions, and radio buttons that a script makes later', async () => {
      const page = await taskPage(
        '<short-instructions><style>p { color: red }</style><input name="inside" value="1"></short-instructions><p id="here"></p>',
      );
      page.find('#here').innerHTML =
        '<input type="radio" name="late" value="a" checked><input type="radio" name="late" value="b">';
      expect(page.answer).to.deep.equal({ inside: '1', late: { a: true, b: false } });
    });

    it('asks every element that takes part by the protocol, and survives one that fails', async () => {
      const page = await taskPage('<input name="a" value="1"><i id="good"></i><i id="bad"></i>');
      Object.assign(page.find('#good'), {
        answerContribution: () => ({ name: 'good', type: 'value', value: { b: [1], a: true } }),
      });
      Object.assign(page.find('#bad'), {
        answerContribution: () => {
          throw new Error('no answer');
        },
      });
      const { error } = console;
      const reports: unknown[] = [];
      console.error = (...args) => reports.push(args);
      try {
        expect(page.form._serializeForm()).to.deep.equal({ taskAnswers: '[{"a":"1","good":{"a":true,"b":[1]}}]' });
      } finally {
        console.error = error;
      }
      expect(reports).to.have.length(1);
    });

    it('flattens objects when asked to', async () => {
      const page = await taskPage(
        '<input type="radio" name="q.0" value="on" checked><textarea name="t">x</textarea><i id="w"></i>',
        'answer-format="flatten-objects"',
      );
      Object.assign(page.find('#w'), {
        answerContribution: () => ({ name: 'r', type: 'value', value: { boxes: [{ left: 1 }], size: { height: 2 } } }),
      });
      expect(page.form._serializeForm()).to.deep.equal({
        'q.0.on': 'true',
        'r.boxes': '[{"left":1}]',
        'r.size.height': '2',
        t: 'x',
      });
    });
  });

  describe('the Submit button', () => {
    it('is added when the page has none', async () => {
      const page = await taskPage('<p>Question</p>');
      expect(page.addedButton?.matches('crowd-button[form-action="submit"][data-testid="crowd-submit"][type="submit"]'))
        .to.be.true;
      expect(page.addedButton?.textContent?.trim()).to.equal('Submit');
    });

    it('can be clicked by scripts that look for a native one', async () => {
      const page = await taskPage('<input name="a" value="1">');
      page.form.shadowRoot!.querySelector<HTMLElement>("button[type='submit']")!.click();
      expect(page.taken).to.have.length(1);
    });

    it('is not added when one is anywhere inside, and goes or comes with it', async () => {
      const page = await taskPage('<div><p><crowd-button form-action="submit">Send</crowd-button></p></div>');
      expect(page.addedButton).to.be.null;
      page.find('crowd-button').remove();
      await until(() => page.addedButton !== null);
      page.form.form.insertAdjacentHTML('beforeend', '<crowd-button form-action="submit">Again</crowd-button>');
      await until(() => page.addedButton === null);
    });

    it('is left to a widget that fills the page', async () => {
      const widget = Object.assign(document.createElement('div'), { isFullPageWidget: true });
      const page = await taskPage('');
      page.form.append(widget);
      await until(() => page.addedButton === null);
      widget.remove();
      await until(() => page.addedButton !== null);
    });
  });

  describe('a submission', () => {
    it('fires one submit and hands over answers and fields', async () => {
      const page = await taskPage('<input name="a" value="1">');
      await page.clickSubmit();
      expect(page.submits).to.have.length(1);
      expect(page.taken).to.have.length(1);
      expect(page.taken[0]!.answers).to.deep.equal({ a: '1' });
      expect(page.taken[0]!.fields).to.deep.equal({ taskAnswers: '[{"a":"1"}]' });
    });

    for (const [name, content] of [
      ['a native button', '<button id="go">Go</button>'],
      ['a native button in a nested form', '<p></p><form action=""><button id="go">Go</button></form>'],
      ['a crowd-button', '<crowd-button id="go" form-action="submit">Go</crowd-button>'],
      [
        'a crowd-button in a nested form',
        '<p></p><form><crowd-button id="go" form-action="submit">Go</crowd-button></form>',
      ],
    ] as const) {
      it(`fires one submit for ${name}`, async () => {
        const page = await taskPage(`${content}<input name="a" value="1">`);
        await page.click('#go');
        expect(page.submits).to.have.length(1);
        expect(page.taken).to.have.length(1);
      });
    }

    it('fires one submit for Enter in a native field', async () => {
      const page = await taskPage('<input name="a"><button>Go</button>');
      page.find('input').focus();
      await type('x');
      await press('Enter');
      expect(page.submits).to.have.length(1);
      expect(page.taken[0]!.answers).to.deep.equal({ a: 'x' });
    });

    it('fires submit handlers for submit() too', async () => {
      const page = await taskPage('<input name="a" value="1">');
      page.form.submit();
      expect(page.submits).to.have.length(1);
      expect(page.taken).to.have.length(1);
    });

    it('serialises after all handlers, wherever they are', async () => {
      const page = await taskPage('<input type="hidden" name="a" value="old">');
      const write = () => (page.find<HTMLInputElement>('input').value = 'new');
      window.addEventListener('submit', write, { once: true });
      await page.clickSubmit();
      expect(page.taken[0]!.answers).to.deep.equal({ a: 'new' });
    });

    it('is stopped by preventDefault, by onsubmit = () => false, and by an inline handler', async () => {
      const page = await taskPage('<input name="a" value="1">', 'onsubmit="return false"');
      await page.clickSubmit();
      expect(page.taken).to.have.length(0);
      page.form.onsubmit = () => false;
      await page.clickSubmit();
      expect(page.taken).to.have.length(0);
      page.form.onsubmit = null;
      page.onSubmit = () => false;
      await page.clickSubmit();
      expect(page.submits).to.have.length(3);
      expect(page.taken).to.have.length(0);
      page.onSubmit = () => undefined;
      await page.clickSubmit();
      expect(page.taken).to.have.length(1);
    });

    it('reaches handlers on the inner form, and of frameworks', async () => {
      const page = await taskPage('<form><input name="a" value="1"></form>');
      let heard = 0;
      page.form.form.addEventListener('submit', () => (heard += 1));
      await page.clickSubmit();
      expect(heard).to.equal(1);
      expect(page.submits).to.have.length(1);
    });

    it('goes once when a handler calls submit() and the native submission follows', async () => {
      const page = await taskPage('<button id="submit">Go</button><input name="a" value="1">');
      page.find('#submit').onclick = () => page.form.submit();
      await page.click('#submit');
      expect(page.submits).to.have.length(1);
      expect(page.taken).to.have.length(1);
    });

    it('goes once for a double click, and again for the next task', async () => {
      const page = await taskPage('<input name="a" value="1">');
      page.form.submit();
      page.form.submit();
      expect(page.taken).to.have.length(1);
      await until(() => !page.isBusy, 'the form to be free again');
      page.form.submit();
      expect(page.taken).to.have.length(2);
    });

    it('does not follow a button whose click was prevented', async () => {
      const page = await taskPage(
        '<button id="add-annotation">Add</button><crowd-button id="b" form-action="submit" onclick="return false">B</crowd-button>',
      );
      page.find('#add-annotation').onclick = (event) => event.preventDefault();
      await page.click('#add-annotation');
      await page.click('#b');
      expect(page.submits).to.have.length(0);
    });

    it('keeps the page where it is until a handler agreed', async () => {
      const page = await taskPage('<input name="a" value="1">');
      const address = location.href;
      page.onSubmit = () => {
        sessionStorage.setItem('kept', page.form._serializeForm()['taskAnswers']!);
        return false;
      };
      await page.clickSubmit();
      expect(location.href).to.equal(address);
      expect(sessionStorage.getItem('kept')).to.equal('[{"a":"1"}]');
    });

    it('waits for slow work before the event and shows that it is busy', async () => {
      const page = await taskPage('<i id="mask"></i>');
      let finish: () => void = () => undefined;
      let isReady = false;
      const states: boolean[] = [];
      let cleared = 0;
      Object.assign(page.find('#mask'), {
        prepareAnswer: () =>
          isReady
            ? Promise.resolve()
            : new Promise<void>((resolve) => {
                finish = () => {
                  isReady = true;
                  resolve();
                };
              }),
        answerContribution: () => ({ name: 'mask', type: 'value', value: isReady ? 'png' : 'stale' }),
        submitStateChanged: (busy: boolean) => states.push(busy),
        answerSubmitted: () => (cleared += 1),
      });
      await page.clickSubmit();
      expect(page.submits).to.have.length(0);
      expect(page.isBusy).to.be.true;
      expect(page.addedButton).to.have.attribute('loading');
      page.onSubmit = () => {
        expect(page.answer).to.deep.equal({ mask: 'png' });
      };
      finish();
      await until(() => page.taken.length === 1);
      expect(page.taken[0]!.answers).to.deep.equal({ mask: 'png' });
      await until(() => cleared === 1);
      await until(() => !page.isBusy);
      expect(states).to.deep.equal([true, false]);
    });

    it('keeps the work and says so when preparing or sending fails', async () => {
      const page = await taskPage('<i id="mask"></i>');
      const { error } = console;
      console.error = () => undefined;
      try {
        let cleared = 0;
        const mask = Object.assign(page.find('#mask'), {
          prepareAnswer: () => Promise.reject(new Error('no memory')),
          answerContribution: () => undefined,
          answerSubmitted: () => (cleared += 1),
        });
        page.form.submit();
        await until(() => page.message.includes('could not be prepared'));
        expect(page.submits).to.have.length(0);
        mask.prepareAnswer = () => Promise.resolve() as Promise<never>;
        page.form.addEventListener('crowd-submit', (event) => {
          (event as CustomEvent).detail.waitUntil(Promise.reject(new Error('offline')));
        });
        page.form.submit();
        await until(() => page.message.includes('could not be sent'));
        expect(cleared).to.equal(0);
        expect(page.isBusy).to.be.false;
      } finally {
        console.error = error;
      }
    });

    it('hands over to a function that the host put in its place', async () => {
      const page = await taskPage('<input name="a" value="1">');
      let fields: unknown;
      page.form._submitHelperForm = function () {
        fields = this._serializeForm();
      };
      await page.clickSubmit();
      expect(fields).to.deep.equal({ taskAnswers: '[{"a":"1"}]' });
      expect(page.taken).to.have.length(0);
    });

    it('shows the answer in a box when there is nowhere to send it', async () => {
      const page = await taskPage('<input name="a" value="1" aria-label="A">');
      page.hostTakes = false;
      await page.clickSubmit();
      await until(() => page.shownAnswer !== undefined);
      expect(page.shownAnswer).to.deep.equal([{ a: '1' }]);
      await expectAccessible(page.form);
    });
  });

  describe('validation', () => {
    it('names the problem, focuses the first control and sends nothing', async () => {
      const page = await taskPage(
        '<input name="a" value="1"><label>Age <input name="age" required></label><input name="b" required>',
      );
      await page.clickSubmit();
      expect(page.submits).to.have.length(0);
      expect(page.message).to.contain('2 answers').and.to.contain('Age');
      expect(document.activeElement).to.equal(page.find('[name=age]'));
      await type('7');
      page.find<HTMLInputElement>('[name=b]').value = 'x';
      await page.clickSubmit();
      expect(page.submits).to.have.length(1);
      expect(page.message).to.equal('');
    });

    it('holds for submit() and for native buttons', async () => {
      const page = await taskPage('<input name="a" required><button id="go">Go</button>');
      page.form.submit();
      await page.click('#go');
      expect(page.submits).to.have.length(0);
    });

    it('knows a select with an empty first option and a group of required radios', async () => {
      const page = await taskPage(
        '<select name="s" required><option value="">-</option><option value="a">A</option></select>' +
          '<input type="radio" name="r" value="1" required><input type="radio" name="r" value="2" required>',
      );
      await page.clickSubmit();
      expect(page.submits).to.have.length(0);
      expect(page.message).to.contain('2 answers');
      page.find<HTMLSelectElement>('select').value = 'a';
      page.find<HTMLInputElement>('[value="2"]').checked = true;
      await page.clickSubmit();
      expect(page.taken[0]!.answers).to.deep.equal({ r: { '1': false, '2': true }, s: 'a' });
    });

    it('opens what hides the first problem', async () => {
      const page = await taskPage('<details><summary>More</summary><input name="a" required></details>');
      await page.clickSubmit();
      expect(page.find<HTMLDetailsElement>('details').open).to.be.true;
      expect(document.activeElement).to.equal(page.find('input'));
    });

    it('is skipped by a button with formnovalidate', async () => {
      const page = await taskPage('<input name="a" required><button id="go" formnovalidate>Later</button>');
      await page.click('#go');
      expect(page.submits).to.have.length(1);
    });
  });

  describe('on Mechanical Turk', () => {
    const { submit } = HTMLFormElement.prototype;
    let posts: { action: string; method: string; fields: Record<string, string> }[] = [];
    const address = location.href;

    beforeEach(() => {
      posts = [];
      HTMLFormElement.prototype.submit = function () {
        const fields = Object.fromEntries(new FormData(this)) as Record<string, string>;
        posts.push({ action: this.action, method: this.method, fields });
      };
    });
    afterEach(() => {
      HTMLFormElement.prototype.submit = submit;
      history.replaceState(null, '', address);
    });
    const openWith = (query: Record<string, string>) => {
      const url = new URL(address);
      for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
      history.replaceState(null, '', url);
    };

    it('posts the assignment and the fields', async () => {
      openWith({ assignmentId: 'A1', hitId: 'H', turkSubmitTo: 'https://workersandbox.mturk.com' });
      const page = await taskPage('<input name="a" value="1">');
      page.hostTakes = false;
      await page.clickSubmit();
      expect(posts).to.deep.equal([
        {
          action: 'https://workersandbox.mturk.com/mturk/externalSubmit',
          method: 'post',
          fields: { assignmentId: 'A1', taskAnswers: '[{"a":"1"}]' },
        },
      ]);
      expect(page.isBusy).to.be.true;
    });

    it('posts the assignment of the address, whatever a field of an older template says', async () => {
      openWith({ assignmentId: 'A1', hitId: 'H', turkSubmitTo: 'https://workersandbox.mturk.com' });
      const page = await taskPage(
        '<input type="hidden" name="assignmentId" value="${assignmentId}"><input name="a" value="1">',
        'answer-format="flatten-objects"',
      );
      page.hostTakes = false;
      await page.clickSubmit();
      expect(posts[0]!.fields).to.deep.equal({ assignmentId: 'A1', a: '1' });
    });

    it('does not submit a preview and says why', async () => {
      openWith({ assignmentId: 'ASSIGNMENT_ID_NOT_AVAILABLE', hitId: 'H' });
      const page = await taskPage('<input name="a" value="1">');
      await until(() => page.message.includes('preview'));
      page.form.submit();
      expect(page.submits).to.have.length(0);
      expect(posts).to.have.length(0);
      expect(page.addedButton).to.have.attribute('disabled');
    });

    it('is not confused by an assignment of another kind, nor by a bad address', async () => {
      openWith({ assignmentId: '12', turkSubmitTo: ['javascript', 'alert(1)'].join(':') });
      const page = await taskPage('<input name="a" value="1">');
      page.hostTakes = false;
      await page.clickSubmit();
      expect(posts).to.have.length(0);
      await until(() => page.shownAnswer !== undefined);
    });

    it('posts to its action on a plain page', async () => {
      const page = await taskPage('<input name="a" value="1">', 'action="/answers"');
      page.hostTakes = false;
      await page.clickSubmit();
      expect(posts[0]!.action).to.equal(new URL('/answers', location.href).href);
    });
  });

  it('brings every control back on reset, also in nested forms and instructions', async () => {
    const page = await taskPage(
      '<short-instructions><input name="i" value="1"></short-instructions><p><input name="a" value="1"></p>' +
        '<form><input name="n" value="1"></form><crowd-button id="r" form-action="reset">Reset</crowd-button>',
    );
    for (const input of page.form.querySelectorAll('input')) input.value = 'changed';
    await page.click('#r');
    expect(page.answer).to.deep.equal({ a: '1', i: '1', n: '1' });
  });

  it('gives access to instructions that are its direct children', async () => {
    const page = await taskPage(
      '<short-instructions><p id="s">Short</p></short-instructions>' +
        '<full-instructions header="Everything"><p id="l">Long</p></full-instructions><input name="a" aria-label="A">',
    );
    expect(page.find('#s').checkVisibility()).to.be.true;
    expect(page.find('#l').checkVisibility()).to.be.false;
    await page.toggleInstructions();
    expect(page.find('#s').checkVisibility()).to.be.false;
    const dialog = await page.openFullInstructions();
    expect(dialog.open).to.be.true;
    expect(page.find('#l').checkVisibility()).to.be.true;
    await expectAccessible(page.form);
    await press('Escape');
    expect(dialog.open).to.be.false;
  });

  it('keeps handlers and properties set before it is upgraded', async () => {
    const holder = document.createElement('div');
    const early = document.implementation.createHTMLDocument().createElement('crowd-form') as CrowdForm;
    let heard = 0;
    early.onsubmit = () => {
      heard += 1;
      return false;
    };
    early.answerFormat = 'flatten-objects';
    early.innerHTML = '<input name="a" value="1">';
    document.body.append(holder);
    holder.append(early);
    const page = new FormHarness(early);
    await early.updateComplete;
    early.submit();
    expect(heard).to.equal(1);
    expect(page.form._serializeForm()).to.deep.equal({ a: '1' });
    holder.remove();
  });

  it('has no accessibility problems while it complains', async () => {
    const page = await taskPage('<label>Age <input name="age" required></label>');
    await page.clickSubmit();
    await expectAccessible(page.form);
  });

  it('leaves nothing behind', async () => {
    await expectNoLeak({
      open: async () => {
        const form = document.createElement('crowd-form') as CrowdForm;
        form.innerHTML = '<input name="a" value="1"><crowd-button>B</crowd-button>';
        document.body.append(form);
        await form.updateComplete;
        return form;
      },
      use: (form) => form.submit(),
    });
  });
});
