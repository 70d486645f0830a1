import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-radio-button',
  component: 'crowd-radio-button',
};
export default meta;

type Story = StoryObj;

export const Alone: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-radio-button name="a">Outside of a group</crowd-radio-button>
      <crowd-radio-button name="b" checked>Chosen</crowd-radio-button>
      <crowd-radio-button name="c" disabled>Disabled</crowd-radio-button></crowd-form
    >`,
};
