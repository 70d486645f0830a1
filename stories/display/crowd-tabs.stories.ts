import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-tabs',
  component: 'crowd-tabs',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Three: Story = {
  render: () =>
    html`<crowd-tabs
      ><crowd-tab header="One">First page</crowd-tab><crowd-tab header="Two">Second page</crowd-tab
      ><crowd-tab header="Three">Third page</crowd-tab></crowd-tabs
    >`,
};

export const RequiredInSecond: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-tabs
        ><crowd-tab header="Front"><crowd-input name="front" label="Front"></crowd-input></crowd-tab
        ><crowd-tab header="Back"><crowd-input name="back" label="Back" required></crowd-input></crowd-tab></crowd-tabs
    ></crowd-form>`,
};

export const Many: Story = {
  render: () =>
    html`<div style="width: 300px">
      <crowd-tabs
        ><crowd-tab header="Page 1">1</crowd-tab><crowd-tab header="Page 2">2</crowd-tab
        ><crowd-tab header="Page 3">3</crowd-tab><crowd-tab header="Page 4">4</crowd-tab
        ><crowd-tab header="Page 5">5</crowd-tab><crowd-tab header="Page 6">6</crowd-tab
        ><crowd-tab header="Page 7">7</crowd-tab><crowd-tab header="Page 8">8</crowd-tab></crowd-tabs
      >
    </div>`,
};
