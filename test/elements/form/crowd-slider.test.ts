import { expect } from '@open-wc/testing';
import type { CrowdSlider } from '../../../src/elements/crowd-slider.js';
import '../../../src/elements/crowd-slider.js';
import { expectAccessible } from '../../support/a11y.js';
import { mouse, painted, pointOf, press, type } from '../../support/input.js';
import { taskPage } from './form-harness.js';
import { place } from './form-control-suite.js';

const knobLine = (slider: CrowdSlider) => slider.shadowRoot!.querySelector<HTMLInputElement>('[part=slider]')!;

describe('crowd-slider', () => {
  it('answers with a number, also when nobody touched it', async () => {
    const page = await taskPage(
      '<crowd-slider name="a"></crowd-slider><crowd-slider name="b" min="2" max="4"></crowd-slider><crowd-slider name="c" step="0.1" max="1" value="0.3"></crowd-slider>',
    );
    expect(page.answer).to.deep.equal({ a: 0, b: 2, c: 0.3 });
  });

  it('moves by drag and keys and stays on its steps', async () => {
    const slider = await place<CrowdSlider>('crowd-slider', '<crowd-slider min="0" max="1" step="0.1"></crowd-slider>');
    slider.focus();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(slider.value).to.equal(0.3);
    const line = knobLine(slider);
    await mouse.drag([pointOf(line, 0.31), pointOf(line, 1)]);
    expect(slider.value).to.equal(1);
  });

  it('brings every value into its range', async () => {
    const slider = await place<CrowdSlider>(
      'crowd-slider',
      '<crowd-slider min="1" max="6" step="2" value="99"></crowd-slider>',
    );
    expect(slider.value).to.equal(5);
    slider.value = -3;
    expect(slider.value).to.equal(1);
    Object.assign(slider, { value: '4.2' });
    expect(slider.value).to.equal(5);
    Object.assign(slider, { value: null });
    expect(slider.value).to.equal(1);
  });

  it('fires change on itself, for .onchange too', async () => {
    const slider = await place<CrowdSlider>('crowd-slider', '<crowd-slider></crowd-slider>');
    const seen: number[] = [];
    slider.onchange = (event) => seen.push((event.target as CrowdSlider).value);
    slider.focus();
    await press('End');
    expect(seen).to.deep.equal([100]);
  });

  it('keeps number field and knob together', async () => {
    const slider = await place<CrowdSlider>(
      'crowd-slider',
      '<crowd-slider editable max="10" aria-label="Size"></crowd-slider>',
    );
    const field = slider.shadowRoot!.querySelector<HTMLInputElement>('[part=number]')!;
    await mouse.click(pointOf(field, 0.2));
    await press('Control+a');
    await type('7');
    expect(slider.value).to.equal(7);
    expect(knobLine(slider).value).to.equal('7');
    await press('Control+a');
    await type('99');
    await press('Tab');
    await painted();
    expect(slider.value).to.equal(10);
    expect(field.value).to.equal('10');
    await expectAccessible(slider);
  });

  it('shows the number while it moves', async () => {
    const slider = await place<CrowdSlider>('crowd-slider', '<crowd-slider pin value="40"></crowd-slider>');
    expect(slider.shadowRoot!.querySelector('[part=pin]')!.textContent).to.equal('40');
  });

  it('puts labels at their numbers, in both writing directions', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const slider = await place<CrowdSlider>(
        'crowd-slider',
        `<div dir="${dir}"><crowd-slider max="10"><crowd-slider-label position="0">0</crowd-slider-label><crowd-slider-label position="5">5</crowd-slider-label><crowd-slider-label position="10">10</crowd-slider-label></crowd-slider></div>`,
      );
      const centers = [...slider.children].map((label) => {
        const box = label.getBoundingClientRect();
        return box.left + box.width / 2;
      });
      const line = knobLine(slider).getBoundingClientRect();
      expect(centers[1]).to.be.closeTo(line.left + line.width / 2, 2);
      expect(centers[0]).to.be.closeTo(dir === 'ltr' ? line.left + 9 : line.right - 9, 2);
      expect(centers[2]).to.be.closeTo(dir === 'ltr' ? line.right - 9 : line.left + 9, 2);
    }
  });

  it('stands in a paragraph with a self-closing tag, as templates write it', async () => {
    const page = await taskPage(
      '<p><crowd-slider name="s" max="5" pin max-length="3"/></p><p id="next">next</p><input name="a" value="1">',
    );
    expect(page.answer).to.deep.equal({ a: '1', s: 0 });
    expect(page.find('#next').checkVisibility()).to.be.true;
  });
});
