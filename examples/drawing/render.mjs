/** Renders SVG to pictures in a headless Chromium. */
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

export async function openRenderer() {
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (file) => file && existsSync(file),
  );
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
    args: ARGUMENTS,
  });
  const page = await browser.newPage();

  const open = async (svg, width, height) => {
    await page.setViewportSize({ width, height });
    await page.setContent(`<!doctype html><style>body{margin:0}svg{display:block}</style>${svg}`);
  };
  return {
    /** A JPEG no larger than `maxBytes`, at the best quality that fits. */
    async jpeg(svg, { width, height, maxBytes, best = 90 }) {
      await open(svg, width, height);
      for (let quality = best; ; quality -= 4) {
        const bytes = await page.screenshot({ type: 'jpeg', quality });
        if (bytes.length <= maxBytes || quality <= 50) return bytes;
      }
    },

    /** Pixels as rows of RGBA. */
    async pixels(svg, { width, height }) {
      await open(svg, width, height);
      const png = await page.screenshot({ type: 'png' });
      const text = await page.evaluate(async (base64) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        context.drawImage(bitmap, 0, 0);
        const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
        let binary = '';
        for (let i = 0; i < data.length; i += 32768) binary += String.fromCharCode(...data.subarray(i, i + 32768));
        return btoa(binary);
      }, png.toString('base64'));
      return Buffer.from(text, 'base64');
    },

    /** A grey picture from bytes, one per pixel, as JPEG. */
    async greyJpeg(grey, { width, height, quality }) {
      await page.setContent('<!doctype html>');
      const text = await page.evaluate(
        async ({ base64, width, height, quality }) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const image = new ImageData(width, height);
          bytes.forEach((value, i) => image.data.set([value, value, value, 255], i * 4));
          const canvas = new OffscreenCanvas(width, height);
          canvas.getContext('2d').putImageData(image, 0, 0);
          const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
          const encoded = new Uint8Array(await blob.arrayBuffer());
          let binary = '';
          for (const byte of encoded) binary += String.fromCharCode(byte);
          return btoa(binary);
        },
        { base64: Buffer.from(grey).toString('base64'), width, height, quality },
      );
      return Buffer.from(text, 'base64');
    },

    close: () => browser.close(),
  };
}
