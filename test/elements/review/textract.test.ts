import { expect } from '@open-wc/testing';
import { checkAnswer } from '../../../src/answers/index.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-textract-analyze-document.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import type { CrowdTextractAnalyzeDocument } from '../../../src/elements/review/crowd-textract-analyze-document.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, setViewport, touch, type } from '../../support/input.js';
import { until } from '../form/form-harness.js';
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
    // On a busy machine the picture is fitted a few frames after it is there.
    let before = '';
    for (let frame = 0; frame < 200; frame++) {
      await painted();
      const { left, top, width } = root().querySelector('canvas.upper-canvas')!.getBoundingClientRect();
      const place = `${left} ${top} ${width}`;
      if (width > 50 && place === before) return;
      before = place;
    }
    throw new Error('The picture is never fitted.');
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

  it('goes on by keys after every judgement, and takes one back', async () => {
    await open();
    const judged = () =>
      cards().map((card) =>
        [...card.querySelectorAll<HTMLInputElement>('[type=radio]')].findIndex(({ checked }) => checked),
      );
    element.focus();
    await press('Alt+2');
    await painted();
    await press('ArrowDown');
    await painted();
    await press('Alt+3');
    await painted();
    expect(judged()).to.deep.equal([1, 2]);
    await press('ArrowUp');
    await painted();
    await press('4');
    await painted();
    expect(judged(), 'the value takes no text, so the digit alone will do').to.deep.equal([3, 2]);
    await press('Control+z');
    await painted();
    expect(judged()).to.deep.equal([1, 2]);
    await press('Alt+1');
    await painted();
    await type('!');
    await press('Enter');
    await painted();
    expect(answer()[1]!['text']).to.equal('!');
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

  it('shows fields of small print as large as they can be read, key and value together', async () => {
    await open();
    const fine = blocks.map((block) => ({
      ...block,
      ...(block.geometry && {
        geometry: { ...block.geometry, boundingBox: { ...block.geometry.boundingBox, height: 0.02 } },
      }),
    }));
    element.initialValue = fine;
    await painted();
    element.focus();
    await painted();
    const [left, top] = at(0.1, 0.1);
    const [right, bottom] = at(0.8, 0.12);
    expect(bottom - top, 'height of the line').to.be.at.least(9);
    const stage = root().querySelector('.stage')!.getBoundingClientRect();
    expect(left).to.be.at.least(stage.left);
    expect(right).to.be.at.most(stage.right);
    expect(top).to.be.at.least(stage.top);
    expect(bottom).to.be.at.most(stage.bottom);
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

  const geometryOf = (id: string) =>
    answer().find((block) => block['id'] === id)?.['geometry'] as
      { boundingBox: Record<string, number>; polygon: { x: number; y: number }[] } | undefined;
  const near = (actual: number | undefined, wanted: number) => expect(actual).to.be.closeTo(wanted, 0.006);
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] as const;
    await mouse.drag([at(...from), at(...middle), at(...to)]);
    await painted();
    await painted();
  };

  it('moves and resizes places on the page, one step each, and answers them as fractions', async () => {
    await open();
    expect(geometryOf('v1'), 'nothing was said about it').to.equal(undefined);
    await mouse.click(at(0.65, 0.15));
    await painted();
    await drag([0.65, 0.15], [0.6, 0.35]);
    const box = geometryOf('v1')!.boundingBox;
    near(box['left'], 0.45);
    near(box['top'], 0.3);
    near(box['width'], 0.3);
    near(box['height'], 0.1);
    expect(geometryOf('v1')!.polygon).to.have.length(4);
    expect(geometryOf('k1'), 'the key stays').to.equal(undefined);
    // Its corner, which has become a vertex.
    await drag([0.75, 0.4], [0.85, 0.5]);
    near(geometryOf('v1')!.boundingBox['width'], 0.4);
    near(geometryOf('v1')!.boundingBox['height'], 0.2);
    await press('Control+z');
    await painted();
    near(geometryOf('v1')!.boundingBox['width'], 0.3);
    await press('Control+z');
    await painted();
    expect(geometryOf('v1')).to.equal(undefined);
    await press('Control+Shift+z');
    await painted();
    near(geometryOf('v1')!.boundingBox['left'], 0.45);
    expect(checkAnswer(tag, form.answers)).to.deep.equal([]);
  });

  it('draws a place anew, with the mouse and by keys alone', async () => {
    await open();
    element.focus();
    await press('ArrowDown');
    await painted();
    const button = () => cards()[1]!.querySelectorAll<HTMLElement>('.pair-line .oce-icon-button')[1]!;
    expect(button().getAttribute('aria-label')).to.equal('Draw a box around the value of Phone');
    await press('Alt+4');
    await painted();
    await mouse.click(pointOf(button()));
    await painted();
    expect(root().querySelector('.draw-hint')!.textContent).to.contain('value of Phone');
    await drag([0.5, 0.6], [0.9, 0.7]);
    expect(root().querySelector('.draw-hint')!.textContent).to.equal('');
    near(geometryOf('k2 value')!.boundingBox['left'], 0.5);
    near(geometryOf('k2 value')!.boundingBox['width'], 0.4);
    // The new place can be moved by keys at once, and Escape goes back to the text.
    const before = geometryOf('k2 value')!.boundingBox['left']!;
    await press('ArrowRight', 'ArrowRight');
    await painted();
    expect(geometryOf('k2 value')!.boundingBox['left']).to.be.closeTo(before + 2 / 400, 1e-5);
    await press('Escape');
    await painted();
    expect(cards()[1]!.contains(root().activeElement)).to.equal(true);
    await press('Alt+6');
    await painted();
    await press('Shift+ArrowDown');
    await painted();
    near(geometryOf('k2')!.boundingBox['top'], 0.4 + 10 / 300);
    await press('Escape', 'Control+z');
    await painted();
  });

  it('chooses, moves, resizes and draws places with a finger', async () => {
    await open();
    await touch.tap(at(0.65, 0.15));
    await until(() => cards()[0]!.classList.contains('is-current'), 'the pair');
    // Before a place is chosen by a tap, a finger moves the page; then it moves the place.
    await touch.drag([at(0.65, 0.15), at(0.6, 0.35)], { via: 8 });
    await until(() => geometryOf('v1') !== undefined, 'the move');
    near(geometryOf('v1')!.boundingBox['left'], 0.45);
    near(geometryOf('v1')!.boundingBox['top'], 0.3);
    // A fingertip is not exact: it takes the corner that is near.
    const [x, y] = at(0.75, 0.4);
    const [toX, toY] = at(0.85, 0.5);
    await touch.drag(
      [
        [x + 8, y + 6],
        [toX + 8, toY + 6],
      ],
      { via: 8 },
    );
    await until(() => geometryOf('v1')!.boundingBox['width']! > 0.35, 'the corner');
    expect(geometryOf('v1')!.boundingBox['width']).to.be.closeTo(0.4, 0.02);
    expect(geometryOf('v1')!.boundingBox['height']).to.be.closeTo(0.2, 0.02);

    // Two fingers zoom, and take nothing along.
    const before = JSON.stringify(form.answers);
    const width = () => root().querySelector('canvas.upper-canvas')!.getBoundingClientRect().width;
    const [middleX, middleY] = at(0.5, 0.5);
    const fingers = (reach: number) =>
      [[middleX - reach, middleY] as const, [middleX + reach, middleY] as const] as const;
    const unzoomed = width();
    await touch.pinch({ from: fingers(30), to: fingers(60) });
    await until(() => width() > unzoomed * 1.5, 'the zoom');
    expect(JSON.stringify(form.answers)).to.equal(before);
    await touch.pinch({ from: fingers(60), to: fingers(30) });
    await until(() => width() < unzoomed * 1.1, 'the way back');

    await touch.tap(pointOf(cards()[1]!.querySelector('.pair-key')!));
    await touch.tap(pointOf(cards()[1]!.querySelectorAll('.judgements label')[3]!));
    await painted();
    await touch.tap(pointOf(cards()[1]!.querySelectorAll('.pair-line .oce-icon-button')[1]!));
    await until(() => root().querySelector('.draw-hint')!.textContent !== '', 'the hint');
    await touch.drag([at(0.5, 0.6), at(0.9, 0.7)], { via: 8 });
    await until(() => geometryOf('k2 value') !== undefined, 'the new place');
    near(geometryOf('k2 value')!.boundingBox['width'], 0.4);
    expect(checkAnswer(tag, element.value)).to.deep.equal([]);
  });

  it('reshapes polygons vertex by vertex', async () => {
    await open();
    const polygon = [
      { x: 0.2, y: 0.2 },
      { x: 0.6, y: 0.2 },
      { x: 0.6, y: 0.5 },
      { x: 0.2, y: 0.5 },
    ];
    const geometry = { boundingBox: { left: 0.2, top: 0.2, width: 0.4, height: 0.3 }, polygon };
    element.initialValue = [{ ...blocks[2], geometry }];
    await painted();
    await mouse.click(at(0.4, 0.35));
    await painted();
    await drag([0.6, 0.5], [0.7, 0.6]);
    const placed = geometryOf('k2')!;
    near(placed.polygon[2]!.x, 0.7);
    near(placed.polygon[2]!.y, 0.6);
    near(placed.polygon[0]!.x, 0.2);
    near(placed.boundingBox['width'], 0.5);
  });

  it('takes an answer back in as it was, places included', async () => {
    await open();
    await mouse.click(at(0.65, 0.15));
    await painted();
    await drag([0.65, 0.15], [0.6, 0.35]);
    await press('Alt+1', 'Enter');
    await painted();
    element.focus();
    await press('Alt+1', 'Enter', 'Alt+4');
    await painted();
    const before = JSON.stringify(form.answers);
    expect(before).to.contain('geometry');
    const given = element.value;
    element.value = given;
    await painted();
    element.focus();
    await press('Alt+1', 'ArrowDown', 'Alt+4');
    await painted();
    expect(JSON.stringify(form.answers)).to.equal(before);
  });

  it('leaves places alone where the task says so, and where nothing may be changed', async () => {
    for (const fixed of ['no-geometry-edit', 'readonly']) {
      await open({ [fixed]: '' });
      const before = JSON.stringify(answer());
      await mouse.click(at(0.65, 0.15));
      await painted();
      expect(cards()[0]!.classList.contains('is-current'), 'still finds the pair').to.equal(true);
      expect(cards()[0]!.querySelector('.pair-line .oce-icon-button')).to.equal(null);
      await drag([0.65, 0.15], [0.6, 0.35]);
      await press('Alt+5', 'ArrowRight');
      await painted();
      expect(JSON.stringify(answer())).to.equal(before);
      form.remove();
    }
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
    await press('Enter', 'Alt+2');
    await painted();
    await expectAccessible(element);
  });
});
