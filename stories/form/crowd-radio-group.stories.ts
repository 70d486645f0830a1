import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-radio-group',
  component: 'crowd-radio-group',
};
export default meta;

type Story = StoryObj;

export const OneOfThree: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-radio-group aria-label="Count"
        ><crowd-radio-button name="none" value="yes">None</crowd-radio-button
        ><crowd-radio-button name="some" value="yes" checked>Some</crowd-radio-button
        ><crowd-radio-button name="many" value="yes">Many</crowd-radio-button></crowd-radio-group
      ></crowd-form
    >`,
};

export const Wrapped: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-radio-group aria-label="Count"
        ><p><crowd-radio-button name="n" value="none">None</crowd-radio-button></p>
        <p><crowd-radio-button name="n" value="many">Many</crowd-radio-button></p></crowd-radio-group
      ></crowd-form
    >`,
};

export const SomeDisabled: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-radio-group aria-label="Count"
        ><crowd-radio-button name="n" value="a" disabled>Never</crowd-radio-button
        ><crowd-radio-button name="n" value="b">Always</crowd-radio-button></crowd-radio-group
      ></crowd-form
    >`,
};
