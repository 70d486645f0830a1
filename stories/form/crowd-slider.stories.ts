import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-slider',
  component: 'crowd-slider',
};
export default meta;

type Story = StoryObj;

export const Plain: Story = {
  render: () => html`<crowd-form><crowd-slider name="quality" aria-label="Quality"></crowd-slider></crowd-form>`,
};

export const WithLabels: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-slider name="quality" min="1" max="5" value="3" pin aria-label="Quality"
        ><crowd-slider-label position="1">poor</crowd-slider-label
        ><crowd-slider-label position="3">fair</crowd-slider-label
        ><crowd-slider-label position="5">excellent</crowd-slider-label></crowd-slider
      ></crowd-form
    >`,
};

export const Editable: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-slider name="share" min="0" max="1" step="0.1" value="0.3" editable aria-label="Share"></crowd-slider
    ></crowd-form>`,
};

export const SecondMark: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-slider name="a" value="30" secondary-progress="60" aria-label="Buffered"></crowd-slider
    ></crowd-form>`,
};

export const Required: Story = {
  render: () =>
    html`<crowd-form><crowd-slider name="a" required aria-label="Has to be touched"></crowd-slider></crowd-form>`,
};

export const Disabled: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-slider name="a" value="40" disabled editable aria-label="Disabled"></crowd-slider
    ></crowd-form>`,
};
