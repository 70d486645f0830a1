import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-alert',
  component: 'crowd-alert',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Types: Story = {
  render: () =>
    html`<crowd-alert>Information</crowd-alert><crowd-alert type="success">Success</crowd-alert
      ><crowd-alert type="warning">Warning</crowd-alert><crowd-alert type="error">Error</crowd-alert>`,
};

export const Dismissible: Story = {
  render: () =>
    html`<crowd-alert type="warning" dismissible>Two faces are cut off. Please label them anyway.</crowd-alert>`,
};

export const LongText: Story = {
  render: () =>
    html`<div style="width: 260px">
      <crowd-alert type="error" dismissible
        >Ein sehr langes deutsches Wort wie Donaudampfschifffahrtsgesellschaftskapitänsmütze, und noch etwas Text
        dazu</crowd-alert
      >
    </div>`,
};
