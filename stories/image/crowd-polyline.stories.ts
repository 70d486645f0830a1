import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-polyline.js';

/** A picture of simple shapes, so that the stories need no file. */
const picture = `data:image/svg+xml,${encodeURIComponent(`
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#9cc3df"/><path d="M0 800 L520 300 L680 300 L1200 800 Z" fill="#5b6067"/><path d="M590 800 L600 300" stroke="#fff" stroke-width="10" stroke-dasharray="60 40"/>
</svg>`)}`;

const initialValue = [
  {
    label: 'Lane line',
    vertices: [
      { x: 590, y: 800 },
      { x: 596, y: 540 },
      { x: 600, y: 300 },
    ],
  },
  {
    label: 'Road edge',
    vertices: [
      { x: 0, y: 800 },
      { x: 520, y: 300 },
    ],
  },
];

const meta: Meta = {
  title: 'Image/crowd-polyline',
  component: 'crowd-polyline',
  args: {
    src: picture,
    header: 'Trace the lines of the road',
    labels: ['Lane line', 'Road edge'],
    initialValue: undefined,
    rules: undefined,
    labelColors: undefined,
    disabled: false,
    readonly: false,
  },
  render: (args) => html`
    <crowd-polyline
      name="answer"
      drafts="off"
      .src=${args['src']}
      header=${args['header']}
      .labels=${args['labels']}
      .initialValue=${args['initialValue']}
      .rules=${args['rules']}
      .labelColors=${args['labelColors']}
      ?disabled=${args['disabled']}
      ?readonly=${args['readonly']}
    >
      <short-instructions><p>Trace the lines of the road.</p></short-instructions>
    </crowd-polyline>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};

export const Prefilled: Story = { args: { initialValue } };

export const ReadOnly: Story = { args: { initialValue, readonly: true } };

export const Rules: Story = { args: { initialValue, rules: '{count: {min: 5}, required: true}' } };

export const Colours: Story = { args: { initialValue, labelColors: ['#ffd400', '#00b7ff'] } };

export const LongLabels: Story = {
  args: { labels: ['A label with a rather long name that needs more room than there is', 'نبات', '나뭇잎'] },
};

export const RightToLeft: Story = {
  args: { initialValue },
  decorators: [(story) => html`<div dir="rtl">${story()}</div>`],
};

export const MissingPicture: Story = {
  args: { src: 'data:image/png;base64,AAAA' },
  parameters: { consoleError: 'cannot be shown' },
};
