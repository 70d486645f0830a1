import { expect } from '@open-wc/testing';
import '../../../src/elements/crowd-semantic-segmentation.js';
import { OnnxSegmenter, type HostSegmenter } from '../../../src/segmenters.js';
import { tinyOnnx } from '../../support/tiny-onnx.js';
import { closeTasks, type AnnotatorHarness } from './annotator-harness.js';
import { decode, maskOf, open, pngFrom, until } from './mask-harness.js';

const GREEN = '#2ca02c';
const SIDE = 64;

/** A dark disc of radius 60 in the middle of a light picture of 400 by 300. */
const disc = () =>
  pngFrom(400, 300, (x, y) => (Math.hypot(x + 0.5 - 200, y + 0.5 - 150) <= 60 ? [40, 60, 120] : [220, 215, 200]));

/** Turns a picture into its brightness. */
const encoder = tinyOnnx({
  inputs: { pixel_values: [1, 3, SIDE, SIDE] },
  outputs: { image_embeddings: [1, 1, SIDE, SIDE] },
  nodes: [{ op: 'ReduceMean', inputs: ['pixel_values'], output: 'image_embeddings', ints: { axes: [1], keepdims: 1 } }],
});

/**
 * What is dark and lies left of the rightmost point is the object; each included point makes the picture darker by five units. So
 * the mask tells whether embeddings, places and labels of points have arrived.
 */
const decoder = tinyOnnx({
  inputs: {
    image_embeddings: [1, 1, SIDE, SIDE],
    point_coords: [1, 'points', 2],
    point_labels: [1, 'points'],
    mask_input: [1, 1, 256, 256],
    has_mask_input: [1],
    orig_im_size: [2],
  },
  outputs: { masks: [1, 1, SIDE, SIDE], iou_predictions: [1] },
  constants: {
    corners: { dims: [1], values: [5] },
    five: { dims: [1], values: [5] },
    first: { dims: [1], values: [0], type: 'int64' },
    labelAxes: { dims: [2], values: [0, 1], type: 'int64' },
    columns: { dims: [1, 1, 1, SIDE], values: Array.from({ length: SIDE }, (_, i) => i + 0.5) },
  },
  nodes: [
    { op: 'Neg', inputs: ['image_embeddings'], output: 'darkness' },
    { op: 'ReduceSum', inputs: ['point_labels', 'labelAxes'], output: 'labels', ints: { keepdims: 0 } },
    { op: 'Sub', inputs: ['labels', 'corners'], output: 'included' },
    { op: 'Mul', inputs: ['included', 'five'], output: 'bonus' },
    { op: 'Add', inputs: ['darkness', 'bonus'], output: 'darker' },
    { op: 'ReduceMax', inputs: ['point_coords'], output: 'most', ints: { axes: [1], keepdims: 1 } },
    { op: 'Gather', inputs: ['most', 'first'], output: 'right', ints: { axis: 2 } },
    { op: 'Sub', inputs: ['right', 'columns'], output: 'room' },
    { op: 'Min', inputs: ['darker', 'room'], output: 'masks' },
    { op: 'Identity', inputs: ['has_mask_input'], output: 'iou_predictions' },
  ],
});

const addressOf = (model: Uint8Array) => URL.createObjectURL(new Blob([model as Uint8Array<ArrayBuffer>]));

async function start(segmenter: HostSegmenter): Promise<AnnotatorHarness> {
  const task = await open('semantic', { src: await disc() });
  (task.element as unknown as { segmenter: HostSegmenter }).segmenter = segmenter;
  await task.chooseLabel('Car');
  await task.press('a');
  return task;
}

const counted = async (task: AnnotatorHarness) => {
  const mask = await decode(maskOf(task).labeledImage.pngImageData);
  return { all: mask.counts.get(GREEN) ?? 0, at: (x: number, y: number) => mask.at(x, y) === GREEN };
};

const found = (task: AnnotatorHarness) => until(() => task.announcement.startsWith('Click a wrong part'));

describe('a model in the browser', () => {
  let loads = 0;
  const model = (changes: Partial<ConstructorParameters<typeof OnnxSegmenter>[0]> = {}) =>
    new OnnxSegmenter({
      runtime: async () => {
        loads++;
        const runtime = await import('onnxruntime-web/wasm');
        // A bundle has the script elsewhere; the program stays where it was installed.
        runtime.env.wasm.wasmPaths = { wasm: '/node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm' };
        return runtime;
      },
      encoder: addressOf(encoder),
      decoder: addressOf(decoder),
      // Between the colours of disc and ground.
      input: { side: SIDE, mean: [130, 137.5, 160], std: [50, 50, 50] },
      ...changes,
    });

  beforeEach(() => (loads = 0));
  afterEach(closeTasks);

  it('is loaded with the first use of the tool, and finds what it is shown', async () => {
    const task = await start(model());
    expect(loads).to.equal(0);
    await task.drag([
      [130, 80],
      [270, 220],
    ]);
    await found(task);
    expect(loads).to.equal(1);
    await task.press('Enter');
    const { all, at } = await counted(task);
    expect(all).to.be.closeTo(Math.PI * 60 * 60, 500);
    expect([at(200, 95), at(200, 205), at(200, 150), at(200, 82)]).to.deep.equal([true, true, true, false]);
  });

  it('gets boxes and corrections in its own scale', async () => {
    const task = await start(model());
    await task.drag([
      [130, 80],
      [200, 220],
    ]);
    await found(task);
    await task.press('Enter');
    const half = await counted(task);
    expect(half.all).to.be.closeTo((Math.PI * 60 * 60) / 2, 400);
    expect([half.at(190, 150), half.at(210, 150)]).to.deep.equal([true, false]);
    await task.press('Control+z');
    await task.drag([
      [270, 220],
      [130, 80],
    ]);
    await found(task);
    await task.click([260, 85]);
    await found(task);
    await task.press('Enter');
    // With the included point all of the picture left of the box's right edge counts as dark.
    const all = await counted(task);
    expect(all.all).to.be.closeTo(270 * 300, 1500);
    expect([all.at(20, 20), all.at(300, 20)]).to.deep.equal([true, false]);
  });

  it('that cannot be fetched is said calmly, tried again, and leaves the mask as it was', async () => {
    const task = await start(model({ decoder: '/test/fixtures/segment/no-such-model.onnx' }));
    await task.drag([
      [130, 80],
      [270, 220],
    ]);
    await until(() => task.announcement.includes('got no answer'));
    const before = loads;
    await task.click([200, 150]);
    await until(() => loads > before);
    await task.press('Escape');
    expect((await counted(task)).all).to.equal(0);
  });

  it('that asks for something unknown is named on the console', async () => {
    const strange = tinyOnnx({
      inputs: { image_embeddings: [1, 1, SIDE, SIDE], depth_map: [1, 1, SIDE, SIDE] },
      outputs: { masks: [1, 1, SIDE, SIDE] },
      nodes: [{ op: 'Add', inputs: ['image_embeddings', 'depth_map'], output: 'masks' }],
    });
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (text: string) => warnings.push(text);
    try {
      const task = await start(model({ decoder: addressOf(strange) }));
      await task.drag([
        [130, 80],
        [270, 220],
      ]);
      await until(() => task.announcement.includes('does not work here'));
    } finally {
      console.warn = warn;
    }
    expect(warnings.join()).to.contain('`depth_map`').and.to.contain('point_coords');
  });
});
