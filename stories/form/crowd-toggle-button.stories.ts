import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-toggle-button',
  component: 'crowd-toggle-button',
};
export default meta;

type Story = StoryObj;

export const States: Story = {
  render: () =>
    html`<crowd-form
      ><p><crowd-toggle-button name="off">Off</crowd-toggle-button></p>
      <p><crowd-toggle-button name="on" checked>On</crowd-toggle-button></p>
      <p><crowd-toggle-button name="bad" invalid>Invalid while off</crowd-toggle-button></p>
      <p><crowd-toggle-button disabled>Disabled</crowd-toggle-button></p></crowd-form
    >`,
};

export const Required: Story = {
  render: () =>
    html`<crowd-form><crowd-toggle-button name="must" required>Has to be on</crowd-toggle-button></crowd-form>`,
};
