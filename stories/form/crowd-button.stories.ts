import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-button',
  component: 'crowd-button',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Variants: Story = {
  render: () =>
    html`<crowd-button variant="primary">Primary</crowd-button> <crowd-button>Normal</crowd-button>
      <crowd-button variant="link">Link</crowd-button>
      <crowd-button variant="icon" icon="search">Search</crowd-button>`,
};

export const WithIcons: Story = {
  render: () =>
    html`<crowd-button icon="star">Left</crowd-button> <crowd-button icon="send" icon-align="right">Right</crowd-button>
      <crowd-button icon="no-such-icon">Unknown icon</crowd-button>
      <crowd-button><iron-icon icon="home"></iron-icon> Content</crowd-button>`,
};

export const Disabled: Story = {
  render: () =>
    html`<crowd-button disabled variant="primary">Primary</crowd-button> <crowd-button disabled>Normal</crowd-button>
      <crowd-button disabled variant="link">Link</crowd-button>
      <crowd-button disabled href="#x">Address</crowd-button>`,
};

export const Loading: Story = {
  render: () =>
    html`<crowd-button loading variant="primary">Primary</crowd-button>
      <crowd-button loading disabled>Normal</crowd-button>`,
};

export const Address: Story = {
  render: () =>
    html`<crowd-button href="https://example.org/" target="_blank" icon="open-in-new">Opens a page</crowd-button>`,
};

export const LongText: Story = {
  render: () =>
    html`<div>
      <crowd-button
        >Ein sehr langes deutsches Wort wie Donaudampfschifffahrtsgesellschaftskapitänsmütze, und noch etwas Text
        dazu</crowd-button
      >
    </div>`,
};
