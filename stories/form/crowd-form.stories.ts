import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Form/crowd-form',
  component: 'crowd-form',
};
export default meta;

type Story = StoryObj;

export const Survey: Story = {
  render: () =>
    html`<crowd-form>
      <h2>Is the review positive?</h2>
      <p>“The parcel came a week late, but the shop refunded me at once.”</p>
      <crowd-radio-group aria-label="Mood">
        <crowd-radio-button name="mood" value="positive">Positive</crowd-radio-button>
        <crowd-radio-button name="mood" value="negative">Negative</crowd-radio-button>
      </crowd-radio-group>
      <crowd-text-area name="why" label="Why?" rows="3"></crowd-text-area
    ></crowd-form>`,
};

export const WithInstructions: Story = {
  render: () =>
    html`<crowd-form>
      <short-instructions><p>Read the text, then answer.</p></short-instructions>
      <full-instructions header="All instructions"><p>Take your time. Irony counts as negative.</p></full-instructions>
      <crowd-input name="answer" label="Your answer"></crowd-input
    ></crowd-form>`,
};

export const MissingAnswers: Story = {
  render: () =>
    html`<crowd-form>
      <crowd-input name="name" label="Name" required></crowd-input>
      <crowd-checkbox name="terms" required>I have read the instructions</crowd-checkbox>
      <label>Native field <input name="native" required /></label
    ></crowd-form>`,
};

export const OwnButtons: Story = {
  render: () =>
    html`<crowd-form>
      <crowd-input name="city" label="City"></crowd-input>
      <crowd-button form-action="reset">Start over</crowd-button>
      <crowd-button form-action="submit" variant="primary">Send</crowd-button></crowd-form
    >`,
};

export const NativeControls: Story = {
  render: () =>
    html`<crowd-form>
      <fieldset>
        <legend>Native controls</legend>
        <p>
          <label>Text <input name="text" value="a" /></label>
        </p>
        <p>
          <label>Date <input name="date" type="date" /></label>
        </p>
        <p>
          <label><input type="radio" name="side" value="left" /> Left</label>
          <label><input type="radio" name="side" value="right" /> Right</label>
        </p>
        <p>
          <label><input type="checkbox" name="box" /> Box</label>
        </p>
        <p>
          <label
            >Choice
            <select name="choice">
              <option>one</option>
              <option>two</option>
            </select></label
          >
        </p>
      </fieldset></crowd-form
    >`,
};

export const FlattenedAnswer: Story = {
  render: () =>
    html`<crowd-form answer-format="flatten-objects">
      <crowd-checkbox name="q.0" value="yes" checked>Yes</crowd-checkbox>
      <crowd-input name="text" label="Text" value="a"></crowd-input>
    </crowd-form>`,
};
