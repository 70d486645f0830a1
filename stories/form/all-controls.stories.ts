import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Form/All controls', parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

/** Everything on one page, to compare the look in light, dark and right to left. */
export const OnePage: Story = {
  render: () => html`
    <crowd-form style="padding: 16px">
      <div style="display: grid; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); gap: 16px 32px">
        <div>
          <crowd-input name="name" label="Your name" required></crowd-input>
          <crowd-input name="filled" label="Filled" value="Hello"></crowd-input>
          <crowd-input name="date" type="date" label="Date"></crowd-input>
          <crowd-input name="disabled" disabled label="Disabled" value="Not now"></crowd-input>
          <crowd-text-area
            name="text"
            label="Tell us"
            char-counter
            max-length="100"
            value="Some text"
          ></crowd-text-area>
          <crowd-slider name="slider" max="10" value="4" pin editable secondary-progress="7" aria-label="Quality">
            <crowd-slider-label position="0">low</crowd-slider-label>
            <crowd-slider-label position="10">high</crowd-slider-label>
          </crowd-slider>
          <p>
            <crowd-modal link-text="Open a dialog" link-type="button"><p>Content</p></crowd-modal>
            <crowd-instructions><short-summary>Summary</short-summary></crowd-instructions>
          </p>
        </div>
        <div>
          <p>
            <crowd-checkbox name="box" value="a" checked>Checked</crowd-checkbox>
            <crowd-checkbox name="box" value="b">Not checked</crowd-checkbox>
            <crowd-checkbox disabled>Disabled</crowd-checkbox>
          </p>
          <crowd-radio-group aria-label="Yes or no">
            <crowd-radio-button name="yes" checked>Yes</crowd-radio-button>
            <crowd-radio-button name="no">No</crowd-radio-button>
            <crowd-radio-button name="never" disabled>Never</crowd-radio-button>
          </crowd-radio-group>
          <p>
            <crowd-toggle-button name="on" checked>On</crowd-toggle-button>
            <crowd-toggle-button name="off">Off</crowd-toggle-button>
            <crowd-toggle-button name="invalid" invalid>Invalid</crowd-toggle-button>
          </p>
          <p>
            <crowd-button>Normal</crowd-button> <crowd-button variant="primary">Primary</crowd-button>
            <crowd-button variant="link">Link</crowd-button>
            <crowd-button variant="icon" icon="search">Search</crowd-button>
            <crowd-button loading>Loading</crowd-button> <crowd-button disabled>Disabled</crowd-button>
          </p>
          <crowd-alert>Information</crowd-alert>
          <crowd-alert type="error" dismissible>Error</crowd-alert>
          <p>
            <crowd-fab icon="add" title="Add"></crowd-fab>
            <crowd-icon-button icon="delete" title="Delete"></crowd-icon-button>
            <iron-icon icon="star"></iron-icon>
          </p>
          <crowd-tabs>
            <crowd-tab header="First"><crowd-input name="first" label="In the first tab"></crowd-input></crowd-tab>
            <crowd-tab header="Second"><crowd-input name="second" label="Required" required></crowd-input></crowd-tab>
          </crowd-tabs>
        </div>
      </div>
    </crowd-form>
  `,
};
