import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import { closeTasks } from './annotator-harness.js';
import { decode, maskOf, open, pngForm, pngFrom } from './mask-harness.js';

const GREEN = '#2ca02c';
const BLUE = '#1f77b4';

const stroke = [
  [40, 40],
  [120, 40],
] as const;

describe('crowd-semantic-segmentation', () => {
  afterEach(closeTasks);

  it('answers an exact palette PNG: smallest depth, transparent entry 0, label colours, no mixed pixel', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    await task.drag(stroke);
    await task.chooseLabel('Bus');
    await task.drag([
      [200, 200],
      [260, 220],
    ]);
    const answer = maskOf(task);
    expect(Object.keys(answer)).to.deep.equal(['inputImageProperties', 'labelMappings', 'labeledImage']);
    expect(answer.inputImageProperties).to.deep.equal({ height: 300, width: 400 });
    expect(answer.labelMappings).to.deep.equal({ Bus: { color: BLUE }, Car: { color: GREEN } });
    for (const prepare of [false, true]) {
      if (prepare) await (task.element as unknown as { prepareAnswer(): Promise<void> }).prepareAnswer();
      const { pngImageData } = maskOf(task).labeledImage;
      const form = pngForm(pngImageData);
      expect([form.depth, form.colorType, form.interlace, form.entries]).to.deep.equal([2, 3, 0, 3]);
      expect(form.opacity).to.deep.equal([0, 255, 255]);
      const decoded = await decode(pngImageData);
      expect([decoded.width, decoded.height, decoded.translucent]).to.deep.equal([400, 300, 0]);
      expect([...decoded.counts.keys()].sort()).to.deep.equal(['', BLUE, GREEN].sort());
      expect(decoded.at(80, 40)).to.equal(GREEN);
      expect(decoded.at(80, 40 + 11)).to.equal(GREEN);
      expect(decoded.at(80, 40 + 13)).to.equal('');
      expect(decoded.at(230, 210)).to.equal(BLUE);
    }
  });

  it('paints the very disc of the brush, hard-edged', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    await task.click([100, 100]);
    const { counts } = await decode(maskOf(task).labeledImage.pngImageData);
    let inside = 0;
    for (let y = -12; y < 12; y++) for (let x = -12; x < 12; x++) if (Math.hypot(x + 0.5, y + 0.5) <= 12) inside++;
    expect(counts.get(GREEN)).to.equal(inside);
  });

  it('takes strokes back and brings them back, pixel by pixel', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    const pictures = [maskOf(task).labeledImage.pngImageData];
    for (const y of [50, 60, 150]) {
      await task.drag([
        [30, y],
        [350, y + 30],
      ]);
      pictures.push(maskOf(task).labeledImage.pngImageData);
    }
    await task.use('eraser');
    await task.drag([
      [100, 20],
      [100, 250],
    ]);
    const last = maskOf(task).labeledImage.pngImageData;
    for (const before of [...pictures].reverse()) {
      await task.press('Control+z');
      expect(maskOf(task).labeledImage.pngImageData).to.equal(before);
    }
    for (let i = 0; i < 4; i++) await task.press('Control+y');
    expect(maskOf(task).labeledImage.pngImageData).to.equal(last);
  });

  it('drops a stroke on Escape and does not paint without a label', async () => {
    const task = await open('semantic');
    await task.drag(stroke);
    expect(task.announcement).to.equal('Choose a label first.');
    expect((await decode(maskOf(task).labeledImage.pngImageData)).counts.size).to.equal(1);
    expect(task.element.checkValidity()).to.equal(false);
  });

  it('erases, and later paint replaces earlier paint', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Car');
    await task.drag(stroke);
    await task.chooseLabel('Bus');
    await task.click([80, 40]);
    await task.use('eraser');
    await task.click([120, 40]);
    const decoded = await decode(maskOf(task).labeledImage.pngImageData);
    expect(decoded.at(80, 40)).to.equal(BLUE);
    expect(decoded.at(120, 40)).to.equal('');
    expect(decoded.at(45, 40)).to.equal(GREEN);
  });

  it('opens with an earlier mask, and says whether it was changed', async () => {
    const src = await pngFrom(400, 300, (x) => (x < 100 ? [0xd6, 0x27, 0x28] : x < 150 ? [255, 255, 255] : undefined));
    const initialValue = { labelMappings: { Bus: { color: '#d62728' } }, src };
    const task = await open('semantic', { initialValue });
    const answer = maskOf(task);
    expect(answer.initialValueModified).to.equal(false);
    const decoded = await decode(answer.labeledImage.pngImageData);
    // The label keeps its place in `labels`, and thus its colour there.
    expect(decoded.at(50, 50)).to.equal(BLUE);
    expect(decoded.at(120, 50)).to.equal('');
    expect(decoded.counts.get(BLUE)).to.equal(100 * 300);
    await task.chooseLabel('Car');
    await task.click([300, 100]);
    expect(maskOf(task).initialValueModified).to.equal(true);
    await task.press('Control+z');
    expect(maskOf(task).initialValueModified).to.equal(false);
  });

  it('refuses a mask of another size, with a message', async () => {
    const src = await pngFrom(40, 30, () => [0x2c, 0xa0, 0x2c]);
    const task = await open('semantic', { initialValue: { labelMappings: { Car: { color: GREEN } }, src } });
    expect(task.announcement).to.contain('does not fit');
    expect((await decode(maskOf(task).labeledImage.pngImageData)).counts.size).to.equal(1);
  });

  it('takes its own answer as the beginning', async () => {
    const task = await open('semantic');
    await task.chooseLabel('Bus');
    await task.drag(stroke);
    const answer = maskOf(task);
    const again = await open('semantic', { initialValue: answer });
    const { pngImageData } = maskOf(again).labeledImage;
    const [a, b] = await Promise.all([decode(answer.labeledImage.pngImageData), decode(pngImageData)]);
    expect([...b.counts].sort()).to.deep.equal([...a.counts].sort());
  });
});
