import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-badge',
  component: 'crowd-badge',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const OnButton: Story = {
  render: () =>
    html`<p>
      <crowd-icon-button id="mail" icon="mail" title="Messages"></crowd-icon-button
      ><crowd-badge for="mail" label="3"></crowd-badge>
    </p>`,
};

export const WithIcon: Story = {
  render: () =>
    html`<p>
      <crowd-icon-button id="star" icon="favorite" title="Liked"></crowd-icon-button
      ><crowd-badge for="star" icon="check"></crowd-badge>
    </p>`,
};

export const SelfClosing: Story = {
  render: () =>
    html`<p>
      <crowd-button>Inside <crowd-badge label="9"></crowd-badge></crowd-button>
    </p>`,
};
