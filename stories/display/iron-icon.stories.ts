import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/iron-icon',
  component: 'iron-icon',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const Names: Story = {
  render: () =>
    html`<iron-icon icon="search" title="search"></iron-icon>
      <iron-icon icon="question-answer" title="question-answer"></iron-icon>
      <iron-icon icon="star" title="star"></iron-icon> <iron-icon icon="star-border" title="star-border"></iron-icon>
      <iron-icon icon="report-problem" title="report-problem"></iron-icon>
      <iron-icon icon="info" title="info"></iron-icon> <iron-icon icon="warning" title="warning"></iron-icon>
      <iron-icon icon="error" title="error"></iron-icon> <iron-icon icon="check" title="check"></iron-icon>
      <iron-icon icon="close" title="close"></iron-icon> <iron-icon icon="add" title="add"></iron-icon>
      <iron-icon icon="delete" title="delete"></iron-icon> <iron-icon icon="edit" title="edit"></iron-icon>
      <iron-icon icon="settings" title="settings"></iron-icon> <iron-icon icon="home" title="home"></iron-icon>
      <iron-icon icon="mail" title="mail"></iron-icon> <iron-icon icon="send" title="send"></iron-icon>
      <iron-icon icon="visibility" title="visibility"></iron-icon>
      <iron-icon icon="thumb-up" title="thumb-up"></iron-icon> <iron-icon icon="flag" title="flag"></iron-icon>
      <iron-icon icon="label" title="label"></iron-icon> <iron-icon icon="zoom-in" title="zoom-in"></iron-icon>
      <iron-icon icon="undo" title="undo"></iron-icon>
      <iron-icon icon="no-such-icon" title="no-such-icon"></iron-icon>`,
};

export const Sizes: Story = {
  render: () =>
    html`<iron-icon icon="star" style="--iron-icon-width: 16px; --iron-icon-height: 16px"></iron-icon>
      <iron-icon icon="star"></iron-icon>
      <iron-icon icon="star" style="--iron-icon-width: 48px; --iron-icon-height: 48px"></iron-icon>`,
};
