import { expect } from '@open-wc/testing';
import { encodeBase64 } from '../../src/mask/base64.js';
import { FileImage } from '../../src/mask/engine/file-image.js';

const SIZE = { width: 64, height: 32 };

/** A JPEG, red at its left and blue at its right, that asks to be turned. */
async function jpeg(orientation: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(SIZE.width, SIZE.height);
  const g = canvas.getContext('2d')!;
  g.fillStyle = '#f00';
  g.fillRect(0, 0, 32, 32);
  g.fillStyle = '#00f';
  g.fillRect(32, 0, 32, 32);
  const file = await canvas.convertToBlob({ type: 'image/jpeg', quality: 1 });
  const exif = [0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  const segment = Uint8Array.of(0xff, 0xe1, 0, exif.length + entry.length + 2, ...exif, ...entry);
  return new Blob([file.slice(0, 2), segment, file.slice(2)], { type: file.type });
}

/** Only the file may be read: the page would be blocked while it decodes. */
const read = () => {
  throw new Error('The page was asked.');
};

async function expectAsStored(image: FileImage): Promise<void> {
  const { data, width } = await image.read({ left: 0, top: 0, right: 64, bottom: 32 }, Infinity);
  expect(width).to.equal(64);
  const at = (x: number, y: number) => [...data.slice((y * 64 + x) * 4, (y * 64 + x) * 4 + 3)];
  for (const y of [3, 28]) {
    const [left, right] = [at(5, y), at(58, y)];
    expect(left[0]! > 200 && left[2]! < 60, `left: ${left.join()}`).to.equal(true);
    expect(right[2]! > 200 && right[0]! < 60, `right: ${right.join()}`).to.equal(true);
  }
  image.close();
}

describe('pictures read from their files', () => {
  it('are as stored, whatever their EXIF orientation says', async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      await expectAsStored(new FileImage({ ...SIZE, file: await jpeg(orientation), read }));
    }
  });

  it('may be addresses that hold the picture', async () => {
    for (const orientation of [1, 3, 6]) {
      const bytes = new Uint8Array(await (await jpeg(orientation)).arrayBuffer());
      await expectAsStored(new FileImage({ ...SIZE, src: `data:image/jpeg;base64,${encodeBase64(bytes)}`, read }));
    }
  });

  it('are asked of the page where the browser cannot read them so', async () => {
    const svg = btoa('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="32"/>');
    let asked = 0;
    const image = new FileImage({
      ...SIZE,
      src: `data:image/svg+xml;base64,${svg}`,
      read: () => {
        asked++;
        return { width: 1, height: 1, data: new Uint8Array(4) };
      },
    });
    await image.read({ left: 0, top: 0, right: 1, bottom: 1 }, 1);
    expect(asked).to.equal(1);
  });
});
