import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../../src/elements/crowd-classifier-multi-select.js';

const long = 'Überdurchschnittlich lange Bezeichnung einer Kategorie, die in keine Spalte passt';

const meta: Meta = {
  title: 'Classify/crowd-classifier-multi-select',
  component: 'crowd-classifier-multi-select',
  args: {
    name: 'topics',
    header: 'Which topics does the message need an answer to?',
    categories: ['Delivery', 'Return', 'Payment', 'Damaged goods', 'Account'],
    exclusionCategory: { text: 'None of these topics' },
    target: 'My parcel was left in the rain and the lamp inside is broken.\nI would like my money back.',
    initialValue: undefined,
    readonly: false,
  },
  render: (args) => html`
    <crowd-classifier-multi-select
      name=${args['name']}
      header=${args['header']}
      drafts="off"
      .categories=${args['categories']}
      .exclusionCategory=${args['exclusionCategory']}
      .initialValue=${args['initialValue']}
      ?readonly=${args['readonly']}
    >
      <classification-target .textContent=${args['target']}></classification-target>
      <short-instructions><p>Choose all that the customer wants something done about.</p></short-instructions>
    </crowd-classifier-multi-select>
  `,
};
export default meta;

type Story = StoryObj;

export const Empty: Story = {};
export const Chosen: Story = { args: { initialValue: ['Return', 'Damaged goods'] } };
export const WithoutExclusion: Story = { args: { exclusionCategory: undefined } };
export const ReadOnly: Story = { args: { initialValue: ['Return'], readonly: true } };
export const KeysOfTwoDigits: Story = {
  args: { categories: Array.from({ length: 48 }, (_, index) => `Topic ${index + 1}`) },
};
export const LongNames: Story = {
  args: {
    categories: [long, '줄이 바뀌어야 할 만큼 길고 자세한 한국어 범주 이름', 'Short'],
    exclusionCategory: { text: long },
    initialValue: [long],
  },
};
export const RightToLeft: Story = {
  args: {
    header: 'ما مواضيع الرسالة؟',
    categories: ['التوصيل', 'الإرجاع', 'الدفع'],
    exclusionCategory: { text: 'لا شيء منها' },
    target: 'هل يمكنني إرجاع الحذاء؟ المقاس صغير جداً.',
  },
};
export const Dark: Story = { ...Chosen, globals: { theme: 'dark' } };
