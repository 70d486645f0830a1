import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-bounding-box.js';

/** A street of simple shapes, so that the stories need no file. */
const picture = `data:image/svg+xml,${encodeURIComponent(`
<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#bcd6ea"/><rect y="520" width="1200" height="280" fill="#6f747b"/>
  <rect x="60" y="180" width="260" height="340" fill="#c98a6b"/><rect x="860" y="120" width="280" height="400" fill="#8fa08a"/>
  <rect x="380" y="470" width="340" height="130" rx="30" fill="#b8323a"/><circle cx="450" cy="600" r="40" fill="#222"/>
  <circle cx="650" cy="600" r="40" fill="#222"/><rect x="790" y="430" width="60" height="200" rx="26" fill="#2c4a7c"/>
</svg>`)}`;

const boxes = [
  { label: 'Car', left: 380, top: 470, width: 340, height: 170 },
  { label: 'Person', left: 790, top: 430, width: 60, height: 200 },
  { label: 'House', left: 60, top: 180, width: 260, height: 340 },
];

const meta: Meta = {
  title: 'Image/crowd-bounding-box',
  component: 'crowd-bounding-box',
  args: {
    name: 'boxes',
    src: picture,
    header: 'Draw a box around each car, person and house',
    labels: ['Car', 'Person', 'House'],
    initialValue: undefined,
    disabled: false,
    readonly: false,
    compact: false,
  },
  render: (args) => html`
    <crowd-bounding-box
      name=${args['name']}
      .src=${args['src']}
      header=${args['header']}
      drafts="off"
      .labels=${args['labels']}
      .initialValue=${args['initialValue']}
      ?disabled=${args['disabled']}
      ?readonly=${args['readonly']}
      ?compact=${args['compact']}
    >
      <short-instructions>
        <h3>Good example</h3>
        <p>The box touches the object on all four sides.</p>
        <h3>Bad example</h3>
        <p>The box leaves room, or cuts something off.</p>
      </short-instructions>
      <full-instructions header="How to draw boxes"><p>Box overlapping objects one by one.</p></full-instructions>
    </crowd-bounding-box>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};

export const PreFilled: Story = { args: { initialValue: boxes } };

export const ReadOnly: Story = { args: { initialValue: boxes, readonly: true } };

export const Disabled: Story = { args: { initialValue: boxes, disabled: true } };

export const Compact: Story = { args: { initialValue: boxes, compact: true } };

export const NoLabels: Story = { args: { labels: [] } };

export const LongLabels: Story = {
  args: {
    labels: [
      'A vehicle with at least four wheels that is parked beside the road and partly covered',
      'Überlandstraßenbahnhaltestellenschild',
      '자동차와 사람이 함께 있는 장면',
      'حافلة مدرسية صفراء كبيرة',
      '🚲 bicycle',
    ],
  },
};

export const ManyLabels: Story = { args: { labels: Array.from({ length: 200 }, (_, i) => `Species ${i + 1}`) } };

export const ManyBoxes: Story = {
  args: {
    initialValue: Array.from({ length: 2000 }, (_, i) => ({
      label: ['Car', 'Person', 'House'][i % 3],
      left: (i * 37) % 1160,
      top: (i * 53) % 760,
      width: 12 + (i % 5) * 6,
      height: 10 + (i % 7) * 4,
    })),
  },
};

export const MissingPicture: Story = {
  args: { src: 'data:image/png;base64,AAAA' },
  parameters: { consoleError: 'cannot be shown' },
};

export const UnresolvedPicture: Story = {
  args: { src: '{{ task.input.taskObject | grant_read_access }}' },
  parameters: { consoleError: 'cannot be shown' },
};
