import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-text-area',
  component: 'crowd-text-area',
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {
  render: () => html`<crowd-form><crowd-text-area name="a" label="Summary" rows="3"></crowd-text-area></crowd-form>`,
};

export const Grows: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-text-area name="a" label="Up to six lines" rows="2" max-rows="6" value="Write more"></crowd-text-area
    ></crowd-form>`,
};

export const Counts: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-text-area name="a" label="Summary" char-counter max-length="140" value="Some words"></crowd-text-area
    ></crowd-form>`,
};

export const Required: Story = {
  render: () => html`<crowd-form><crowd-text-area name="a" label="Summary" required></crowd-text-area></crowd-form>`,
};

export const Disabled: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-text-area name="a" label="Summary" value="Some words" disabled></crowd-text-area
    ></crowd-form>`,
};
