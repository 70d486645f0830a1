import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-checkbox',
  component: 'crowd-checkbox',
};
export default meta;

type Story = StoryObj;

export const States: Story = {
  render: () =>
    html`<crowd-form
      ><p><crowd-checkbox name="seen" value="car" checked>Car</crowd-checkbox></p>
      <p><crowd-checkbox name="seen" value="bus">Bus</crowd-checkbox></p>
      <p><crowd-checkbox name="off" disabled>Disabled</crowd-checkbox></p>
      <p><crowd-checkbox name="off" disabled checked>Disabled and ticked</crowd-checkbox></p></crowd-form
    >`,
};

export const Required: Story = {
  render: () =>
    html`<crowd-form><crowd-checkbox name="terms" required>I have read the instructions</crowd-checkbox></crowd-form>`,
};

export const LongLabel: Story = {
  render: () =>
    html`<div style="width: 240px">
      <crowd-checkbox name="a"
        >Ein sehr langes deutsches Wort wie Donaudampfschifffahrtsgesellschaftskapitänsmütze, und noch etwas Text
        dazu</crowd-checkbox
      >
    </div>`,
};
