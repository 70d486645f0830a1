import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-card',
  component: 'crowd-card',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Plain: Story = {
  render: () => html`<crowd-card heading="A card"><div style="padding: 0 16px 16px">Any content</div></crowd-card>`,
};

export const WithPicture: Story = {
  render: () =>
    html`<crowd-card heading="Street" image="examples/pictures/street-1.jpg" style="width: 320px"
      ><div style="padding: 16px">Any content</div></crowd-card
    >`,
};
