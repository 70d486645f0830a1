import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import '../../src/elements/crowd-image-classifier-multi-select.js';
import { boxes, picture } from '../review/picture.js';

const meta: Meta = {
  title: 'Classify/crowd-image-classifier-multi-select',
  component: 'crowd-image-classifier-multi-select',
  args: {
    name: 'content',
    header: 'What can you see in the picture?',
    categories: ['Car', 'Person', 'House', 'Animal'],
    exclusionCategory: { text: 'None of these' },
    src: picture,
    overlay: undefined,
    initialValue: undefined,
    readonly: false,
    comment: true,
  },
  render: (args) => html`
    <crowd-image-classifier-multi-select
      name=${args['name']}
      header=${args['header']}
      drafts="off"
      .src=${args['src']}
      .categories=${args['categories']}
      .exclusionCategory=${args['exclusionCategory']}
      .overlay=${args['overlay']}
      .initialValue=${args['initialValue']}
      ?readonly=${args['readonly']}
    >
      <short-instructions><p>Choose everything, however small.</p></short-instructions>
      ${
        args['comment']
          ? html`<worker-comment link-text="Something important is not in the list"
              ><p>Name what the list lacks.</p></worker-comment
            >`
          : nothing
      }
    </crowd-image-classifier-multi-select>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};
export const Chosen: Story = { args: { initialValue: ['Car', 'House'] } };
export const WithComment: Story = { args: { initialValue: { labels: ['Car'], workerComment: 'A lighthouse.' } } };
export const ReadOnly: Story = { args: { initialValue: ['Person'], readonly: true } };
export const Verification: Story = {
  args: {
    header: 'What is wrong?',
    categories: ['A box is loose', 'A label is wrong', 'Something is missing'],
    exclusionCategory: { text: 'Nothing' },
    overlay: { boundingBox: { labels: ['Car', 'Person', 'House'], value: boxes } },
  },
};
export const MissingPicture: Story = { args: { src: 'nowhere.jpg' }, parameters: { consoleError: 'cannot be shown' } };
export const Dark: Story = { ...Chosen, globals: { theme: 'dark' } };
