import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-fab',
  component: 'crowd-fab',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const States: Story = {
  render: () =>
    html`<crowd-fab icon="add" title="Add"></crowd-fab> <crowd-fab label="A" title="Letter"></crowd-fab>
      <crowd-fab label="long" title="Long label"></crowd-fab>
      <crowd-fab icon="add" title="Disabled" disabled></crowd-fab>`,
};
