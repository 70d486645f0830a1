import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-toast',
  component: 'crowd-toast',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Open: Story = {
  render: () => html`<crowd-toast opened duration="0" text="Saved."></crowd-toast>`,
};

export const WithContent: Story = {
  render: () => html`<crowd-toast opened duration="0">Saved. <b>Content</b> may be anything.</crowd-toast>`,
};
