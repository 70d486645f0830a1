import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-keypoint.js';

/** A picture of simple shapes, so that the stories need no file. */
const picture = `data:image/svg+xml,${encodeURIComponent(`
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#31525f"/><path d="M520 780 L500 520 L360 380 L430 330 L540 420 L560 120 L640 120 L650 420 L760 190 L830 230 L720 520 L700 780 Z" fill="#c98d68"/>
</svg>`)}`;

const initialValue = [
  { label: 'wrist', x: 610, y: 740 },
  { label: 'thumb', x: 395, y: 360 },
  { label: 'index', x: 600, y: 130 },
];

const meta: Meta = {
  title: 'Image/crowd-keypoint',
  component: 'crowd-keypoint',
  args: {
    src: picture,
    header: 'Set the points of the hand',
    labels: ['wrist', 'thumb', 'index', 'little'],
    initialValue: undefined,
    rules: undefined,
    skeleton: undefined,
    disabled: false,
    readonly: false,
  },
  render: (args) => html`
    <crowd-keypoint
      name="answer"
      drafts="off"
      .src=${args['src']}
      header=${args['header']}
      .labels=${args['labels']}
      .initialValue=${args['initialValue']}
      .rules=${args['rules']}
      .skeleton=${args['skeleton']}
      ?disabled=${args['disabled']}
      ?readonly=${args['readonly']}
    >
      <short-instructions><p>Set the points of the hand.</p></short-instructions>
    </crowd-keypoint>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};

export const Prefilled: Story = { args: { initialValue } };

export const ReadOnly: Story = { args: { initialValue, readonly: true } };

export const Rules: Story = { args: { initialValue, rules: '{count: {min: 5}, required: true}' } };

export const Skeleton: Story = {
  args: {
    initialValue,
    skeleton: "{edges: [['wrist', 'thumb'], ['wrist', 'index'], ['wrist', 'little']], visibility: true}",
  },
};

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
