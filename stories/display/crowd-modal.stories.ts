import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Display/crowd-modal',
  component: 'crowd-modal',
  parameters: { answer: false },
};
export default meta;

type Story = StoryObj;

export const AsLink: Story = {
  render: () => html`<crowd-modal><p>Content of the dialog</p></crowd-modal>`,
};

export const AsButton: Story = {
  render: () =>
    html`<crowd-modal link-type="button" link-text="Add a remark"
      ><crowd-text-area name="remark" label="Remark"></crowd-text-area
    ></crowd-modal>`,
};

export const RequiredInside: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-modal link-text="Details"
        ><crowd-input name="a" label="Required inside" required></crowd-input></crowd-modal
    ></crowd-form>`,
};
