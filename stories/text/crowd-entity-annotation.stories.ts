import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-entity-annotation.js';

const english =
  'Marta Olsen opened the new ferry line between Hirtshals and Kristiansand on 4 May 2026. The shipping company Nordlys wants to run two boats a day, said its director Peter Haugen in Oslo.';
const mixed = [
  '김하늘 작가는 지난 3월 2일 전주에서 새 소설을 발표했다.',
  '佐藤健教授は北海大学で講演した。',
  'ولد نجيب محفوظ في القاهرة عام 1911.',
  'A family 👩‍👩‍👧‍👦 from 🇰🇷 and a cafe\u0301 in Paris.',
].join('\n');

const labels = [
  { label: 'person', shortDisplayName: 'per', fullDisplayName: 'Person' },
  { label: 'place', shortDisplayName: 'loc', fullDisplayName: 'Place' },
  { label: 'organisation', shortDisplayName: 'org', fullDisplayName: 'Organisation' },
  { label: 'date', shortDisplayName: 'date', fullDisplayName: 'Date' },
];

const span = (text: string, words: string, label: string) => {
  const startOffset = text.indexOf(words);
  return { label, startOffset, endOffset: startOffset + words.length };
};

const line = 'Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt. ';
const long = Array.from({ length: 2200 }, () => line).join('\n');
const many = Array.from({ length: 5000 }, (_, at) => {
  const startOffset = Math.floor(at / 2.4) * (line.length + 1) + (at % 2 ? 28 : 6);
  return { label: labels[at % 4]!.label, startOffset, endOffset: startOffset + 5 };
});

const meta: Meta = {
  title: 'Text/crowd-entity-annotation',
  component: 'crowd-entity-annotation',
  args: {
    name: 'entities',
    header: 'Mark every person, place, organisation and date',
    text: english,
    labels,
    initialValue: undefined,
    allowOverlap: false,
    disabled: false,
    readonly: false,
    compact: false,
  },
  render: (args) => html`
    <crowd-entity-annotation
      name=${args['name']}
      header=${args['header']}
      drafts="off"
      .text=${args['text']}
      .labels=${args['labels']}
      .initialValue=${args['initialValue']}
      ?allow-overlap=${args['allowOverlap']}
      ?disabled=${args['disabled']}
      ?readonly=${args['readonly']}
      ?compact=${args['compact']}
    >
      <short-instructions><p>Mark whole names, each time they are written.</p></short-instructions>
      <full-instructions header="Marking names"><p>Leave out titles such as Dr.</p></full-instructions>
    </crowd-entity-annotation>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};

export const Prefilled: Story = {
  args: {
    initialValue: [
      span(english, 'Marta Olsen', 'person'),
      span(english, 'Hirtshals', 'place'),
      span(english, 'Nordlys', 'organisation'),
    ],
  },
};

export const Nested: Story = {
  args: {
    allowOverlap: true,
    text: 'The University of Oxford Press Office in Oxford was closed.',
    initialValue: [
      { label: 'organisation', startOffset: 4, endOffset: 37 },
      { label: 'organisation', startOffset: 4, endOffset: 24 },
      { label: 'place', startOffset: 18, endOffset: 24 },
      { label: 'place', startOffset: 41, endOffset: 47 },
    ],
  },
};

export const ManyScripts: Story = {
  args: {
    text: mixed,
    initialValue: [
      span(mixed, '김하늘', 'person'),
      span(mixed, '전주', 'place'),
      span(mixed, '佐藤健', 'person'),
      span(mixed, 'نجيب محفوظ', 'person'),
      span(mixed, 'Paris', 'place'),
    ],
  },
};

export const LongText: Story = { args: { text: long, initialValue: many } };

export const ReadOnly: Story = { args: { ...Prefilled.args, readonly: true } };

export const NoText: Story = { args: { text: '' }, parameters: { consoleError: 'missing or empty' } };

export const Dark: Story = { ...Prefilled, globals: { theme: 'dark' } };
