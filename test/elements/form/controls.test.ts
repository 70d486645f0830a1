import '../../../src/elements/crowd-checkbox.js';
import '../../../src/elements/crowd-input.js';
import '../../../src/elements/crowd-radio-group.js';
import '../../../src/elements/crowd-slider.js';
import '../../../src/elements/crowd-text-area.js';
import '../../../src/elements/crowd-toggle-button.js';
import { mouse, painted, press, type } from '../../support/input.js';
import { runFormControlSuite, type Control } from './form-control-suite.js';

/** Clicks near the start of a control, where its box, switch or knob is. */
const clickStart = async (control: Control) => {
  const box = control.getBoundingClientRect();
  await mouse.click([box.left + 12, box.top + Math.min(14, box.height / 2)]);
  await painted();
};

const write = async (control: Control) => {
  control.focus();
  await press('Control+a');
  await type('new');
  await press('Tab');
  await painted();
};

runFormControlSuite({
  tag: 'crowd-input',
  attributes: 'value="old"',
  initial: 'old',
  change: write,
  changed: 'new',
  sent: ['new'],
  empty: '',
});

runFormControlSuite({
  tag: 'crowd-text-area',
  attributes: 'value="old"',
  initial: 'old',
  change: write,
  changed: 'new',
  sent: ['new'],
  empty: '',
});

runFormControlSuite({
  tag: 'crowd-checkbox',
  attributes: 'value="v"',
  content: 'Label',
  initial: { v: false },
  change: clickStart,
  changed: { v: true },
  sent: ['v'],
  empty: '',
});

runFormControlSuite({
  tag: 'crowd-toggle-button',
  content: 'Label',
  initial: { on: false },
  change: clickStart,
  changed: { on: true },
  sent: ['on'],
  empty: '',
});

runFormControlSuite({
  tag: 'crowd-radio-button',
  attributes: 'value="v"',
  content: 'Label',
  initial: { v: false },
  change: clickStart,
  changed: { v: true },
  sent: ['v'],
});

runFormControlSuite({
  tag: 'crowd-slider',
  attributes: 'min="0" max="10" value="3"',
  initial: 3,
  change: async (control) => {
    control.focus();
    await press('End');
    await painted();
  },
  changed: 10,
  sent: ['10'],
  empty: 'max="10"',
});
