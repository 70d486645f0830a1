import { expect } from '@open-wc/testing';
import { painted } from '../../support/input.js';
import { taskPage, until, type FormHarness } from './form-harness.js';

/** The answer as often as a host got it, once everything that scripts put off has run. */
async function taken(page: FormHarness): Promise<readonly Record<string, unknown>[]> {
  await until(() => page.taken.length > 0, 'the answer');
  await painted();
  return page.taken.map(({ answers }) => answers);
}

/** What templates do around a submission, in handlers and from buttons of their own. */
describe('submissions that scripts have a hand in', () => {
  for (const order of ['cancel first', 'submit first']) {
    it(`go out when a handler cancels, prepares, and submits again (${order})`, async () => {
      const page = await taskPage('<input type="hidden" name="a" value="old">');
      let isPrepared = false;
      page.form.onsubmit = (event) => {
        if (isPrepared) return;
        isPrepared = true;
        if (order === 'cancel first') event.preventDefault();
        page.find('input').setAttribute('value', 'new');
        page.form.submit();
        event.preventDefault();
      };
      await page.clickSubmit();
      expect(await taken(page)).to.deep.equal([{ a: 'new' }]);
      expect(page.submits).to.have.length(2);
    });
  }

  it('go out once when a handler calls submit() and agrees', async () => {
    const page = await taskPage('<input name="a" value="1">');
    page.form.onsubmit = () => page.form.submit();
    await page.clickSubmit();
    expect(await taken(page)).to.have.length(1);
    expect(page.submits).to.have.length(1);
  });

  for (const isCanceled of [true, false]) {
    it(`go out once when a handler calls submit() of the form and ${isCanceled ? 'cancels' : 'agrees'}`, async () => {
      const page = await taskPage('<input name="a" value="1">');
      page.form.onsubmit = () => {
        page.form.form.submit();
        return !isCanceled;
      };
      await page.clickSubmit();
      expect(await taken(page)).to.have.length(1);
    });
  }

  it('go out when a handler calls submit() of the form and cancels while an answer takes time', async () => {
    const page = await taskPage('<input name="a" value="1"><i id="mask"></i>');
    Object.assign(page.find('#mask'), { prepareAnswer: () => Promise.resolve(), answerContribution: () => undefined });
    page.form.onsubmit = () => {
      page.form.form.submit();
      return false;
    };
    await page.clickSubmit();
    expect(await taken(page)).to.deep.equal([{ a: '1' }]);
    await until(() => !page.isBusy, 'the form to be free again');
  });

  it('go out once when a script is impatient', async () => {
    const page = await taskPage('<input name="a" value="1">');
    page.form.form.submit();
    page.form.form.submit();
    page.form.submit();
    page.form.form.submit();
    expect(await taken(page)).to.have.length(1);
  });

  for (const beside of ['', '<p>What do you see?</p>']) {
    it(`stay on the page when a script calls submit() of a form that the page wrote${beside && ' among other content'}`, async () => {
      const page = await taskPage(`${beside}<form><input name="a" value="1"></form>`);
      [...page.form.querySelectorAll('form')].at(-1)!.submit();
      expect(await taken(page)).to.deep.equal([{ a: '1' }]);
      expect(page.submits).to.be.empty;
    });
  }
});

/** A form answers to the names of its controls before it answers to its own members. */
describe('names of controls that are names of a form’s members', () => {
  const names = [...new Set(namesOf(HTMLFormElement.prototype))];
  const fields = `<p>${names.map((name) => `<input name="${name}" value="1">`).join('')}</p>`;
  const places = {
    'in a form that was made': fields,
    'in a form that the page wrote': `<form>${fields}</form>`,
    'in a form among other content': `<p>?</p><form>${fields}</form>`,
  };
  for (const [place, markup] of Object.entries(places)) {
    it(`do no harm ${place}`, async () => {
      const page = await taskPage(markup);
      page.form.prepend('first');
      const form = [...page.form.querySelectorAll('form')].at(-1)!;
      HTMLFormElement.prototype.requestSubmit.call(form);
      expect(page.submits).to.have.length(1);
      expect(Object.keys(page.taken[0]!.answers)).to.have.members(names);
      for (const input of page.form.querySelectorAll('input')) input.value = '2';
      page.form.reset();
      expect([...page.form.querySelectorAll('input')].map(({ value }) => value)).not.to.include('2');
    });
  }
});

function namesOf(start: object): string[] {
  const above: unknown = Object.getPrototypeOf(start);
  // What scripts hear a form by is no member that anything of ours would call.
  const own = Object.getOwnPropertyNames(start).filter((name) => !name.startsWith('on'));
  return above ? [...own, ...namesOf(above as object)] : own;
}
