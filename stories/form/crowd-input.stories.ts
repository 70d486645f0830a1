import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-input',
  component: 'crowd-input',
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-input name="a" label="Licence plate"></crowd-input
      ><crowd-input name="b" placeholder="A hint alone"></crowd-input
      ><crowd-input name="c" label="Label" placeholder="and a hint"></crowd-input
    ></crowd-form>`,
};

export const Filled: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-input name="a" label="Name" value="Ada"></crowd-input
      ><crowd-input name="b" label="الاسم" value="آدا"></crowd-input
    ></crowd-form>`,
};

export const Types: Story = {
  render: () =>
    html`<crowd-form>
      <crowd-input name="number" type="number" label="Number" min="0" max="9"></crowd-input>
      <crowd-input name="date" type="date" label="Date"></crowd-input>
      <crowd-input name="time" type="time" label="Time"></crowd-input>
      <crowd-input name="file" type="file" label="File"></crowd-input>
      <crowd-input name="color" type="color" label="Colour"></crowd-input>
      <crowd-input name="password" type="password" label="Password"></crowd-input
    ></crowd-form>`,
};

export const Validated: Story = {
  render: () =>
    html`<crowd-form>
      <crowd-input name="digits" label="Digits only" auto-validate allowed-pattern="[0-9]" max-length="5"></crowd-input>
      <crowd-input
        name="mail"
        type="email"
        label="Mail"
        value="nobody"
        auto-validate
        error-message="An address, please."
      ></crowd-input>
      <crowd-input name="must" label="Required" required></crowd-input
    ></crowd-form>`,
};

export const Disabled: Story = {
  render: () => html`<crowd-form><crowd-input name="a" label="Name" value="Ada" disabled></crowd-input></crowd-form>`,
};

export const LongLabel: Story = {
  render: () =>
    html`<div style="width: 240px">
      <crowd-input
        name="a"
        label="Ein sehr langes deutsches Wort wie Donaudampfschifffahrtsgesellschaftskapitänsmütze, und noch etwas Text dazu"
      ></crowd-input>
    </div>`,
};
