import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-instructions',
  component: 'crowd-instructions',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const AsLink: Story = {
  render: () =>
    html`<crowd-instructions>
      <short-summary>Draw one box around each car.</short-summary>
      <detailed-instructions>Boxes are tight. Cars that are cut off count.</detailed-instructions>
      <positive-example>The box touches the car on all sides.</positive-example>
      <negative-example>Two cars share one box.</negative-example>
    </crowd-instructions>`,
};

export const AsButton: Story = {
  render: () =>
    html`<crowd-instructions link-type="button" link-text="How to do this"
      ><short-summary>Draw one box around each car.</short-summary></crowd-instructions
    >`,
};
