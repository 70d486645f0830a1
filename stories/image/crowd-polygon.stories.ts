import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-polygon.js';

/** A picture of simple shapes, so that the stories need no file. */
const picture = `data:image/svg+xml,${encodeURIComponent(`
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#f1ead8"/><path d="M200 600 L320 180 L520 240 L480 560 Z" fill="#7a9a3a"/><path d="M520 240 L820 200 L900 520 L480 560 Z" fill="#b5702d"/>
</svg>`)}`;

const initialValue = [
  {
    label: 'Oak',
    vertices: [
      { x: 200, y: 600 },
      { x: 320, y: 180 },
      { x: 520, y: 240 },
      { x: 480, y: 560 },
    ],
  },
  {
    label: 'Beech',
    vertices: [
      { x: 520, y: 240 },
      { x: 820, y: 200 },
      { x: 900, y: 520 },
      { x: 480, y: 560 },
    ],
  },
];

const meta: Meta = {
  title: 'Image/crowd-polygon',
  component: 'crowd-polygon',
  args: {
    src: picture,
    header: 'Outline each leaf',
    labels: ['Oak', 'Beech'],
    initialValue: undefined,
    rules: undefined,
    disabled: false,
    readonly: false,
  },
  render: (args) => html`
    <crowd-polygon
      name="answer"
      drafts="off"
      .src=${args['src']}
      header=${args['header']}
      .labels=${args['labels']}
      .initialValue=${args['initialValue']}
      .rules=${args['rules']}
      ?disabled=${args['disabled']}
      ?readonly=${args['readonly']}
    >
      <short-instructions><p>Outline each leaf.</p></short-instructions>
    </crowd-polygon>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};

export const Prefilled: Story = { args: { initialValue } };

export const ReadOnly: Story = { args: { initialValue, readonly: true } };

export const Rules: Story = { args: { initialValue, rules: '{count: {min: 5}, required: true}' } };

/** An outline as tracing tools make them: painted and edited with as much detail as can be seen. */
export const ManyVertices: Story = {
  args: {
    initialValue: [
      {
        label: 'Beech',
        vertices: Array.from({ length: 20_000 }, (_, i) => {
          const angle = (i / 20_000) * 2 * Math.PI;
          const reach = 300 + 40 * Math.sin(angle * 24);
          return { x: Math.round(600 + reach * Math.cos(angle)), y: Math.round(400 + reach * Math.sin(angle)) };
        }).filter(({ x, y }, i, all) => x !== all[i - 1]?.x || y !== all[i - 1]?.y),
      },
    ],
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
