import { expect } from '@open-wc/testing';
import { checkAnswer } from '../../../src/answers/index.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-textract-analyze-document.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import type { CrowdTextractAnalyzeDocument } from '../../../src/elements/review/crowd-textract-analyze-document.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, setViewport, type } from '../../support/input.js';
import { checkerboard } from '../image/annotator-harness.js';

const tag = 'crowd-textract-analyze-document';
const key = 'AWS/Textract/AnalyzeDocument/Forms/V1';
const box = (left: number, top: number) => ({
  boundingBox: { height: 0.1, left, top, weight: 0.1, width: 0.3 },
  polygon: [],
});

const blocks = [
  {
    blockType: 'KEY_VALUE_SET',
    confidence: 91.5,
    entityTypes: ['KEY'],
    geometry: box(0.1, 0.1),
    id: 'k1',
    relationships: [{ type: 'VALUE', ids: ['v1'] }],
    text: 'Name:',
  },
  { blockType: 'KEY_VALUE_SET', entityTypes: ['VALUE'], geometry: box(0.5, 0.1), id: 'v1', text: 'Kim Mina' },
  { blockType: 'KEY_VALUE_SET', entityTypes: ['KEY'], geometry: box(0.1, 0.4), id: 'k2', text: 'Phone' },
  { blockType: 'LINE', id: 'x', text: 'ignored' },
];

describe(tag, () => {
  let form: CrowdForm;
  let element: CrowdTextractAnalyzeDocument;

  async function open(attributes: Record<string, string> = {}): Promise<void> {
    await setViewport(1200, 760);
    form = document.createElement('crowd-form') as CrowdForm;
    document.body.append(form);
    element = document.createElement(tag) as CrowdTextractAnalyzeDocument;
    element.style.setProperty('--crowd-task-height', '640px');
    element.setAttribute('drafts', 'off');
    element.setAttribute('src', checkerboard(400, 300));
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.setAttribute('initial-value', JSON.stringify(blocks));
    form.append(element);
    await element.updateComplete;
    await element.pictureReady;
    await painted();
  }

  afterEach(() => form.remove());

  const root = () => element.shadowRoot!;
  const cards = () => [...root().querySelectorAll<HTMLElement>('.pair')];
  const keys = () => cards().map((card) => card.querySelector<HTMLInputElement>('.pair-key')!.value);
  const answer = () => (form.answers[key] as { blocks: Record<string, unknown>[] }).blocks;
  const at = (x: number, y: number) => {
    const rect = root().querySelector('canvas.upper-canvas')!.getBoundingClientRect();
    return [rect.left + x * rect.width, rect.top + y * rect.height] as const;
  };

  it('lists the pairs, and the keys that are missing by every spelling', async () => {
    await open({
      keys: "[{importantFormKey: 'Full name', importantFormKeyAliases: ['name']}, {importantFormKey: 'Tax ID'}]",
    });
    expect(keys()).to.deep.equal(['Name:', 'Phone', 'Tax ID']);
    expect(cards()[0]!.textContent).to.contain('91.5');
  });

  it('is answered through all pairs by keys alone, exactly as the service expects', async () => {
    await open();
    element.focus();
    await press('End');
    await type('e');
    await press('Enter', 'Alt+4');
    await painted();
    expect(JSON.stringify(form.answers)).to.equal(
      `{"${key}":{"blocks":[` +
        '{"blockType":"KEY_VALUE_SET","entityTypes":["KEY"],"id":"k1","relationships":[{"ids":["v1"],"type":"VALUE"}],"text":"Name:"},' +
        '{"blockType":"KEY_VALUE_SET","entityTypes":["VALUE"],"id":"v1","text":"Kim Minae"},' +
        '{"blockType":"KEY_VALUE_SET","entityTypes":["KEY"],"id":"k2","relationships":[{"ids":["k2 value"],"type":"VALUE"}],"text":"Phone"},' +
        '{"blockType":"KEY_VALUE_SET","entityTypes":["VALUE"],"id":"k2 value","text":""}]}}',
    );
    expect(checkAnswer(tag, form.answers)).to.deep.equal([]);
    expect(element.checkValidity()).to.equal(true);
  });

  it('leaves out what is no pair or has no key, and asks for every judgement', async () => {
    await open();
    expect(element.checkValidity()).to.equal(false);
    expect(element.validationMessage).to.equal('2 pairs have not been reviewed.');
    await painted();
    const radio = (card: number, choice: number) =>
      cards()[card]!.querySelectorAll<HTMLInputElement>('[type=radio]')[choice]!;
    await mouse.click(pointOf(radio(0, 1)));
    await painted();
    expect(answer().map(({ id }) => id)).to.deep.equal(['k2']);
    await mouse.click(pointOf(radio(1, 2)));
    await painted();
    expect(answer()).to.deep.equal([]);
    expect(element.checkValidity()).to.equal(true);
    await mouse.click(pointOf(root().querySelector('#undo')!));
    await painted();
    expect(
      answer().map(({ id }) => id),
      'undone',
    ).to.deep.equal(['k2']);
  });

  it('finds the pair of a place on the page, and the place of a pair', async () => {
    await open();
    await mouse.click(at(0.2, 0.45));
    await painted();
    expect(cards().map((card) => card.classList.contains('is-current'))).to.deep.equal([false, true]);
    expect(root().activeElement).to.equal(cards()[1]!.querySelector('.pair-value'));
  });

  it('keeps detected keys as they are when told so, and adds pairs', async () => {
    await open({ 'no-key-edit': '', keys: "['Tax ID']" });
    expect(cards()[0]!.querySelector<HTMLInputElement>('.pair-key')!.readOnly).to.equal(true);
    await mouse.click(pointOf(root().querySelector('.pairs-foot button')!));
    await painted();
    await type('Fax');
    await press('Tab');
    await painted();
    while (!(root().activeElement as HTMLElement).matches('.pair-value')) await press('Tab');
    await type('555');
    await press('Enter');
    await painted();
    expect(
      answer()
        .slice(-2)
        .map(({ text }) => text),
    ).to.deep.equal(['Fax', '555']);
  });

  it('shows what it can of bad blocks', async () => {
    await open();
    element.initialValue = [{ blockType: 'KEY_VALUE_SET', id: 'a', entityTypes: ['KEY'], text: 'A', geometry: 7 }, 5];
    await painted();
    expect(keys()).to.deep.equal(['A']);
    element.initialValue = '{ not json';
    await painted();
    expect(keys()).to.deep.equal([]);
    expect(element.checkValidity()).to.equal(true);
    expect(answer()).to.deep.equal([]);
  });

  it('is accessible', async () => {
    await open({ header: 'Check the form' });
    element.focus();
    await press('Enter');
    await painted();
    await expectAccessible(element);
  });
});
