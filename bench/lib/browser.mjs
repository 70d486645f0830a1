// A fresh headless Chromium for each run.

import fs from 'node:fs';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Large enough for a stage of 1200x900 with a tool's panes around it. */
export const VIEWPORT = { width: 1720, height: 1120 };

function findChromium() {
  const found = [process.env.CHROMIUM, ...CANDIDATES].find((file) => file && fs.existsSync(file));
  if (!found) throw new Error('No Chromium or Chrome found. Install one, or name it with CHROMIUM=/path/to/it.');
  return found;
}

/** Starts a browser with an empty profile and without a GPU, so that every machine draws the same way. */
export function launch() {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...sandbox,
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--force-device-scale-factor=1',
    ],
  });
}

/** Rejects when a promise takes longer than `ms`; `what` goes into the message. */
export function within(ms, what, promise) {
  let timer;
  const expired = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, expired]).finally(() => clearTimeout(timer));
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
