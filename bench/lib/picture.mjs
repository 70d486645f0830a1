// The 12-megapixel picture, painted in the browser and kept in bench/dist/, so that none has to be stored or fetched.

import fs from 'node:fs';
import path from 'node:path';
import { launch } from './browser.mjs';
import { builtDir } from './paths.mjs';

/** Runs in the page: a field of coloured discs with fine noise, which compresses about as badly as a photograph. */
async function paint([width, height]) {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  const sky = context.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#6b8cae');
  sky.addColorStop(0.6, '#c2b59b');
  sky.addColorStop(1, '#4d5a3c');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 0x7fffffff) / 0x7fffffff;
  for (let i = 0; i < 1200; i++) {
    context.fillStyle = `hsl(${random() * 360} 45% ${25 + random() * 50}% / 0.5)`;
    context.beginPath();
    context.arc(random() * width, random() * height, 8 + random() * 110, 0, 2 * Math.PI);
    context.fill();
  }
  const pixels = context.getImageData(0, 0, width, height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const grain = random() * 28 - 14;
    for (let channel = 0; channel < 3; channel++) pixels.data[i + channel] += grain;
  }
  context.putImageData(pixels, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.readAsDataURL(blob);
  });
}

/** Makes picture.jpg (4000x3000) and picture-small.jpg (1200x900) unless they are there. */
export async function makePictures() {
  const wanted = { 'picture.jpg': [4000, 3000], 'picture-small.jpg': [1200, 900] };
  const missing = Object.entries(wanted).filter(([name]) => !fs.existsSync(path.join(builtDir, name)));
  if (missing.length === 0) return;
  fs.mkdirSync(builtDir, { recursive: true });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    for (const [name, size] of missing) {
      fs.writeFileSync(path.join(builtDir, name), Buffer.from(await page.evaluate(paint, size), 'base64'));
    }
  } finally {
    await browser.close();
  }
}
