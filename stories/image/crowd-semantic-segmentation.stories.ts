import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Image/segmentation',
  component: 'crowd-semantic-segmentation',
  parameters: { layout: 'fullscreen' },
};
export default meta;

type Story = StoryObj;

const labels = '["Person", "Traffic light", "Bus", "Car", "Tree"]';
const street = 'examples/pictures/street-1.jpg';
const truth = {
  src: 'examples/pictures/truth/street-1.mask.png',
  labelMappings: {
    Person: { color: '#2ca02c' },
    Car: { color: '#1f77b4' },
    Bus: { color: '#ff7f0e' },
    Tree: { color: '#d62728' },
    'Traffic light': { color: '#9467bd' },
  },
};

/** Presses a tool's button, as a worker would. */
function choose(event: Event, tool: string): void {
  const { shadowRoot } = event.currentTarget as HTMLElement;
  shadowRoot?.querySelector<HTMLButtonElement>(`button#${tool}`)?.click();
}

export const Semantic: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation name="mask" drafts="off" src=${street} labels=${labels} header="Paint the street"
        ><short-instructions><p>Paint each thing up to its edge.</p></short-instructions></crowd-semantic-segmentation
      ></crowd-form
    >`,
};

export const EarlierMask: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        src=${street}
        labels=${labels}
        initial-value=${JSON.stringify(truth)}
        header="Correct the mask"
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const Instances: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-instance-segmentation
        name="mask"
        drafts="off"
        src="examples/pictures/street-2.jpg"
        labels='["Person", "Car", "Bus"]'
        header="Paint every object on its own"
      ></crowd-instance-segmentation
    ></crowd-form>`,
};

export const Phantom: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        src="examples/pictures/phantom-1.jpg"
        labels='["Lung", "Heart", "Aorta", "Vertebra", "Nodule"]'
        header="Paint the organs"
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const Letters: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        marks="letters"
        src=${street}
        labels=${labels}
        initial-value=${JSON.stringify(truth)}
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const Patterns: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        marks="patterns"
        src=${street}
        labels=${labels}
        initial-value=${JSON.stringify(truth)}
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const WindowAndLevel: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        src="examples/pictures/phantom-1.jpg"
        labels='["Lung", "Heart", "Aorta", "Vertebra", "Nodule"]'
        grey-window="{black: -1000, white: 1000, unit: 'HU', presets: {Lung: [-600, 1500], 'Soft tissue': [60, 400], Bone: [500, 1000]}}"
        header="Paint the organs"
        @picture-ready=${(event: Event) => choose(event, 'window')}
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const AsPolygon: Story = {
  render: () =>
    html`<crowd-form
      ><crowd-semantic-segmentation
        name="mask"
        drafts="off"
        src=${street}
        labels='["Bus"]'
        initial-value=${JSON.stringify({ src: truth.src, labelMappings: { Bus: truth.labelMappings.Bus } })}
        header="Correct the outline"
        @picture-ready=${(event: Event) => choose(event, 'reshape')}
      ></crowd-semantic-segmentation
    ></crowd-form>`,
};

export const ReadOnly: Story = {
  render: () =>
    html`<crowd-semantic-segmentation
      name="mask"
      drafts="off"
      readonly
      src=${street}
      labels=${labels}
      initial-value=${JSON.stringify(truth)}
    ></crowd-semantic-segmentation>`,
};

export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar">
      <crowd-semantic-segmentation
        name="mask"
        drafts="off"
        src=${street}
        labels=${labels}
      ></crowd-semantic-segmentation>
    </div>`,
};
