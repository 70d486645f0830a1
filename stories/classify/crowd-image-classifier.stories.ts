import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-image-classifier.js';
import { boxes, picture } from '../review/picture.js';

const meta: Meta = {
  title: 'Classify/crowd-image-classifier',
  component: 'crowd-image-classifier',
  args: {
    src: picture,
    header: 'What is in front?',
    categories: ['Car', 'Person', 'House'],
    overlay: undefined,
    compareOverlay: undefined,
  },
  render: (args) => html`
    <crowd-image-classifier
      name="front"
      .src=${args['src']}
      header=${args['header']}
      drafts="off"
      .categories=${args['categories']}
      .overlay=${args['overlay']}
      .compareOverlay=${args['compareOverlay']}
    >
      <short-instructions><p>Zoom with the wheel.</p></short-instructions>
      <worker-comment link-text="Tell us more" placeholder="What is wrong?"><p>In one sentence.</p></worker-comment>
    </crowd-image-classifier>
  `,
};
export default meta;

type Story = StoryObj;

const verdicts = ['All boxes are right', 'Something is missing', 'A label is wrong'];

export const Empty: Story = {};
export const MissingPicture: Story = { args: { src: 'nowhere.jpg' }, parameters: { consoleError: 'cannot be shown' } };
export const Verification: Story = {
  args: {
    header: 'Are the boxes right?',
    categories: verdicts,
    overlay: { boundingBox: { labels: ['Car', 'Person', 'House'], value: boxes } },
  },
};
export const Difference: Story = {
  args: {
    header: 'Which answer is better?',
    categories: ['The first', 'The second'],
    overlay: { boundingBox: { labels: ['Car', 'Person', 'House'], value: boxes } },
    compareOverlay: { boundingBoxes: [boxes[0], { ...boxes[1], left: 700 }, { ...boxes[2], label: 'Car' }] },
  },
};
