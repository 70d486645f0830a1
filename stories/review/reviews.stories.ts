import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-question-answer-generation.js';
import '../../src/elements/crowd-rekognition-detect-moderation-labels.js';
import '../../src/elements/crowd-text-ranking.js';
import '../../src/elements/crowd-textract-analyze-document.js';
import { picture } from './picture.js';

const meta: Meta = { title: 'Review/Reviews' };
export default meta;

type Story = StoryObj;

const place = (left: number, top: number, width: number) => ({
  boundingBox: { height: 0.08, left, top, width },
  polygon: [],
});
const blocks = [
  {
    blockType: 'KEY_VALUE_SET',
    confidence: 91.5,
    entityTypes: ['KEY'],
    geometry: place(0.05, 0.25, 0.2),
    id: 'key-1',
    relationships: [{ ids: ['value-1'], type: 'VALUE' }],
    text: 'House number',
  },
  {
    blockType: 'KEY_VALUE_SET',
    confidence: 64.2,
    entityTypes: ['VALUE'],
    geometry: place(0.3, 0.6, 0.3),
    id: 'value-1',
    text: '1O',
  },
];

export const Document: Story = {
  render: () => html`
    <crowd-textract-analyze-document
      .src=${picture}
      drafts="off"
      .initialValue=${blocks}
      keys="['House number', 'Name']"
      no-key-edit
    ></crowd-textract-analyze-document>
  `,
};
export const DocumentWithFixedPlaces: Story = {
  render: () => html`
    <crowd-textract-analyze-document
      .src=${picture}
      drafts="off"
      .initialValue=${blocks}
      no-key-edit
      no-geometry-edit
    ></crowd-textract-analyze-document>
  `,
};
export const DocumentWithoutPairs: Story = {
  render: () => html`<crowd-textract-analyze-document .src=${picture} drafts="off"></crowd-textract-analyze-document>`,
};
export const Moderation: Story = {
  render: () => html`
    <crowd-rekognition-detect-moderation-labels
      .src=${picture}
      header="Select everything that the picture shows"
      drafts="off"
      categories="[{name: 'Advertising', parentName: 'Commercial'}, {name: 'License plates', parentName: 'Privacy'}]"
      exclusion-category="{ text: 'None of these' }"
    ></crowd-rekognition-detect-moderation-labels>
  `,
};
export const Ranking: Story = {
  render: () => html`
    <crowd-text-ranking
      name="ranking"
      header="Which response is best?"
      drafts="off"
      text="Why does bread rise?"
      responses="['Yeast gives off gas, which the dough holds.', 'Because the oven is hot.']"
      ordinal-ranking-dimensions="[{name: 'Correct', allowTie: false}, {name: 'Well written', allowTie: true}]"
    ></crowd-text-ranking>
  `,
};
export const Questions: Story = {
  render: () => html`
    <crowd-question-answer-generation
      name="questions"
      drafts="off"
      text="The ferry leaves at nine. It takes an hour to the island."
      question-tags="['Time', 'Place']"
      allow-custom-question-tags
      question-min-words="3"
      answer-max-words="12"
    ></crowd-question-answer-generation>
  `,
};
