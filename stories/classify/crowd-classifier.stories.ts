import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-classifier.js';

const meta: Meta = {
  title: 'Classify/crowd-classifier',
  component: 'crowd-classifier',
  args: {
    name: 'mood',
    header: 'What mood is the author in?',
    categories: ['Happy', 'Angry', 'Sad', 'Neither'],
    target: 'Missed the last ferry, slept in the harbour cafe,\nwoke up to the best sunrise of my life.',
    initialValue: undefined,
    overlay: undefined,
    compareOverlay: undefined,
    readonly: false,
  },
  render: (args) => html`
    <crowd-classifier
      name=${args['name']}
      header=${args['header']}
      drafts="off"
      .categories=${args['categories']}
      .initialValue=${args['initialValue']}
      .overlay=${args['overlay']}
      .compareOverlay=${args['compareOverlay']}
      ?readonly=${args['readonly']}
    >
      <classification-target .textContent=${args['target']}></classification-target>
      <short-instructions><p>Judge the author, not the topic.</p></short-instructions>
    </crowd-classifier>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};
export const Chosen: Story = { args: { initialValue: 'Happy' } };
export const ReadOnly: Story = { args: { initialValue: 'Happy', readonly: true } };
export const NoCategories: Story = { args: { categories: [] } };
export const ManyCategories: Story = {
  args: { categories: Array.from({ length: 200 }, (_, index) => `Species ${index + 1}`), header: 'Which species?' },
};
export const RightToLeft: Story = {
  args: {
    target: 'انتظرت الحافلة ساعة كاملة\nولم تأتِ أبداً!',
    categories: ['سعيد', 'حزين', 'غاضب'],
    header: 'ما مزاج الكاتب؟',
  },
};
export const EntitiesToVerify: Story = {
  args: {
    header: 'Are all names marked?',
    categories: ['Yes', 'No'],
    overlay: {
      entityAnnotation: {
        labels: ['person', 'place'],
        text: 'Mina Kim moved from Seoul to Ghent.',
        value: [
          { label: 'person', startOffset: 0, endOffset: 8 },
          { label: 'place', startOffset: 20, endOffset: 25 },
        ],
      },
    },
  },
};
const news = 'Mina Kim of Nordlys moved from Seoul to Ghent on 4 May.';
const marked = (...spans: [string, string][]) => ({
  entityAnnotation: {
    labels: [{ label: 'person', shortDisplayName: 'per' }, { label: 'place', shortDisplayName: 'loc' }, 'organisation'],
    text: news,
    value: spans.map(([label, words]) => ({
      label,
      startOffset: news.indexOf(words),
      endOffset: news.indexOf(words) + words.length,
    })),
  },
});
export const TwoAnswersCompared: Story = {
  args: {
    header: 'Which answer is better?',
    categories: ['The first', 'The second', 'Both', 'Neither'],
    overlay: marked(['person', 'Mina Kim'], ['organisation', 'Nordlys'], ['place', 'Seoul']),
    compareOverlay: marked(['person', 'Mina'], ['place', 'Nordlys'], ['place', 'Seoul'], ['place', 'Ghent']),
  },
};
