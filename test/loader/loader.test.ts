import { expect } from '@open-wc/testing';

/** The very file that is shipped. */
const scriptUrl = '/dist/crowd-html-elements.js';
const tag = `<script src="${scriptUrl}"></script>`;

/** Notes, from inside the page, what a template's script would see. */
const probe = `<script>
  window.seen = [];
  window.dimmerWasThere = !!document.getElementById('crowd-elements-loading-dimmer');
  document.querySelector('crowd-form').onsubmit = function () { seen.push('submit'); return false; };
  document.querySelector('crowd-button').loading = true;
  document.addEventListener('crowd-element-ready', function (event) { seen.push(event.target.localName); });
  document.addEventListener('all-crowd-elements-ready', function () {
    seen.push('ready');
    window.atReady = {
      state: document.readyState,
      innerForm: !!document.querySelector('crowd-form form'),
      shadow: !!document.querySelector('crowd-form').shadowRoot.querySelector('#footerContainer'),
      loading: document.querySelector('crowd-button').loading,
      dimmer: !!document.getElementById('crowd-elements-loading-dimmer'),
    };
  });
</script>`;
const markup =
  '<crowd-form><crowd-button>B</crowd-button><my-wrapper><input name="a" value="1"></my-wrapper></crowd-form>';

const probeAll = `<script>
  window.seen = [];
  document.addEventListener('all-crowd-elements-ready', function () { seen.push('ready'); });
</script>`;

interface AtReady {
  readonly state: DocumentReadyState;
  readonly innerForm: boolean;
  readonly shadow: boolean;
  readonly loading: boolean;
  readonly dimmer: boolean;
}

interface TaskWindow extends Window {
  readonly seen: string[];
  readonly dimmerWasThere: boolean;
  readonly atReady?: AtReady;
}

const frames: HTMLIFrameElement[] = [];

/** Opens a page of its own, from text or from an address. */
async function open(source: { readonly html: string } | { readonly url: string }): Promise<TaskWindow> {
  const frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  frames.push(frame);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  if ('html' in source) frame.srcdoc = source.html;
  else frame.src = source.url;
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as TaskWindow;
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 5000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('the drop-in script', () => {
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove();
  });

  const positions = {
    'first in a fragment': `${tag}${markup}${probe}`,
    'before the document type': `${tag}<!DOCTYPE html><html><head></head><body>${markup}${probe}</body></html>`,
    'in the head': `<!DOCTYPE html><html><head>${tag}</head><body>${markup}${probe}</body></html>`,
    'between markup and scripts': `<!DOCTYPE html><html><body>${markup}${tag}${probe}</body></html>`,
    'at the end of the body': `<!DOCTYPE html><html><body>${markup}${probe}${tag}</body></html>`,
  };
  for (const [name, html] of Object.entries(positions)) {
    it(`works ${name}`, async () => {
      const page = await open({ html });
      await until(() => Boolean(page.atReady), 'the page to be ready');
      expect(page.atReady!.state).not.to.equal('loading');
      expect(page.atReady).to.include({ innerForm: true, shadow: true, loading: true, dimmer: false });
      const form = page.document.querySelector('crowd-form') as HTMLElement & { submit(): void };
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(page.seen.filter((entry) => entry === 'ready')).to.have.length(1);
      expect(page.seen.filter((entry) => entry === 'submit')).to.have.length(1);
      expect(page.document.querySelector('form > my-wrapper > input')).not.to.be.null;
      expect(page.document.getElementById('crowd-elements-loading-dimmer')).to.be.null;
    });
  }

  it('covers the page until it is ready', async () => {
    const page = await open({ html: positions['in the head'] });
    expect(page.dimmerWasThere).to.be.true;
  });

  it('announces each element once, on itself', async () => {
    const page = await open({ html: positions['at the end of the body'] });
    await until(() => page.seen.includes('ready'), 'the page to be ready');
    // Buttons that an element shows by itself are its own affair.
    expect(page.seen.filter((entry) => entry.startsWith('crowd-')).sort()).to.deep.equal([
      'crowd-button',
      'crowd-form',
    ]);
  });

  it('is heard by listeners that are added when the document is parsed', async () => {
    const late = `<script>document.addEventListener('DOMContentLoaded', function () { setTimeout(function () {
      document.addEventListener('all-crowd-elements-ready', function () { window.heard = true; });
    }); });</script>`;
    const page = await open({ html: `<!DOCTYPE html>${tag}${late}${markup}${probe}` });
    await until(() => Boolean((page as unknown as { heard?: boolean }).heard), 'the late listener');
  });

  it('is loaded twice without harm and is ready once', async () => {
    const listen = '<script>window.warnings = []; console.warn = function (text) { warnings.push(text); };</script>';
    const html = `<!DOCTYPE html><head>${listen}${tag}${tag}</head>${markup}${probe}`;
    const page = (await open({ html })) as TaskWindow & { warnings: string[] };
    await until(() => page.seen.includes('ready'), 'the page to be ready');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(page.seen.filter((entry) => entry === 'ready')).to.have.length(1);
    expect(page.warnings).to.have.length(1);
    expect(page.warnings[0]).to.contain('<crowd-alert>').and.to.contain('<crowd-form>');
  });

  it('leaves no library of its own on the page, and uses nothing that the page calls global', async () => {
    const widget =
      '<crowd-bounding-box name="b" src="/examples/pictures/street-1.jpg" labels="[]"></crowd-bounding-box>';
    const theirs = `<script>
      window.Konva = { isTheirs: true };
      window.errors = [];
      console.error = function (text) { errors.push(String(text)); };
      window.onerror = function (text) { errors.push(text); };
    </script>`;
    const html = `<!DOCTYPE html>${theirs}<div id="global"></div><crowd-form>${widget}</crowd-form>${probeAll}${tag}`;
    const page = (await open({ html })) as TaskWindow & { Konva?: { isTheirs?: boolean }; errors: string[] };
    const canvas = () => page.document.querySelector('crowd-bounding-box')?.shadowRoot?.querySelector('.upper-canvas');
    await until(() => (canvas()?.clientWidth ?? 0) > 0, 'the picture');
    expect(page.Konva).to.deep.equal({ isTheirs: true });
    expect(page.document.getElementById('global')).not.to.have.property('Konva');
    expect(page.errors).to.be.empty;
  });

  it('leaves tags alone that another script has taken', async () => {
    const other = `<script>customElements.define('crowd-button', class extends HTMLElement {});</script>`;
    const page = await open({ html: `<!DOCTYPE html>${other}${tag}${markup}${probe}` });
    await until(() => page.seen.includes('ready'), 'the page to be ready');
    expect(page.document.querySelector('crowd-button')!.shadowRoot).to.be.null;
  });

  it('uncovers the page even if an element fails', async () => {
    const bad = `<script>
      window.addEventListener('unhandledrejection', function (event) { event.preventDefault(); });
      customElements.whenDefined('crowd-button').then(function () {
        customElements.get('crowd-button').prototype.render = function () { throw new Error('broken'); };
      });
    </script>`;
    const page = await open({ html: `<!DOCTYPE html>${tag}${bad}${markup}${probe}` });
    await until(() => page.seen.includes('ready'), 'the page to be ready');
    expect(page.document.getElementById('crowd-elements-loading-dimmer')).to.be.null;
  });

  it('upgrades elements that a script makes later', async () => {
    const page = await open({ html: positions['in the head'] });
    await until(() => page.seen.includes('ready'), 'the page to be ready');
    page.document.querySelector('crowd-form form')!.innerHTML = '<crowd-button disabled="true">Late</crowd-button>';
    const late = page.document.querySelector('crowd-button') as HTMLElement & { disabled: boolean };
    expect(late.disabled).to.be.true;
    await until(() => Boolean(late.shadowRoot?.querySelector('button')), 'the late element');
  });

  it('moves frames and focus into the form as they are, and lists of suggestions without a crash', async () => {
    const markup = `<crowd-form>
      <iframe srcdoc="<script>parent.loads = (parent.loads || 0) + 1</script>"></iframe>
      <object></object><input list="list" name="a" value="1"><datalist id="list"><option value="q"></datalist>
      <div><input id="focused" autofocus></div>
      <script>document.getElementById('focused').focus();</script>
    </crowd-form>`;
    for (const html of [`<!DOCTYPE html>${tag}${markup}${probeAll}`, `<!DOCTYPE html>${markup}${probeAll}${tag}`]) {
      const page = (await open({ html })) as TaskWindow & { loads?: number };
      await until(() => page.seen.includes('ready') && page.loads !== undefined, 'the page and its frame');
      expect(page.loads).to.equal(1);
      expect(page.document.querySelectorAll('crowd-form > form > *')).to.have.length(6);
      expect(page.document.activeElement?.id).to.equal('focused');
    }
  });

  it('runs under a strict policy without a violation', async () => {
    const page = await open({ url: '/test/fixtures/loader/strict.html?csp' });
    const { strict } = page as unknown as { strict: { ready: number; violations: string[]; answer: string } };
    await until(() => strict.ready === 1, 'the page to be ready');
    (page.document.querySelector('crowd-form') as HTMLElement & { submit(): void }).submit();
    await until(
      () => page.document.querySelector('crowd-form')!.shadowRoot!.querySelector('#answers-box') !== null,
      'the answer',
    );
    expect(strict.violations).to.deep.equal([]);
  });
});
