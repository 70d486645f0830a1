import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-icon-button',
  component: 'crowd-icon-button',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const States: Story = {
  render: () =>
    html`<crowd-icon-button icon="delete" title="Delete"></crowd-icon-button>
      <crowd-icon-button icon="settings" title="Settings" disabled></crowd-icon-button>
      <crowd-icon-button icon="no-such-icon" title="Unknown"></crowd-icon-button>`,
};
