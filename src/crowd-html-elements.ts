import { announceReady } from './elements/loader/ready.js';
import { defineAll } from './elements/registry.js';

// A second copy of this script, or the original, is at work already: the page is ready once, and says so once.
if (customElements.get('crowd-form')) defineAll();
else void announceReady(defineAll);
