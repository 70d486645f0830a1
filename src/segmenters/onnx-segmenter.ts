import type { Point } from '../geometry/types.js';
import { runsOfField, type Field } from '../mask/field.js';
import { fullBounds } from '../mask/index-mask.js';
import type { Runs } from '../mask/runs.js';
import { SegmentError, type ImageSource, type SegmentPrompt, type Segmenter } from '../mask/segment/segmenter.js';
import { Pacer } from '../mask/slices.js';
import { inputType, tensorOf, type OnnxRuntime, type OnnxSession, type OnnxTensor } from './onnx-runtime.js';
import { encoderSide, pictureTensor, type EncoderInput, type PictureTensor } from './picture-tensor.js';
import { bestMask, promptPoints, type ModelMask } from './sam-prompt.js';

/** Where a model is, and what it expects. */
export interface OnnxSegmenterOptions {
  /** Loads `onnxruntime-web` when the tool is first used: `() => import('onnxruntime-web')`, or `() => window.ort`. */
  readonly runtime: () => unknown;
  /** Address of the model that turns a picture into embeddings; it runs once a picture. */
  readonly encoder: string;
  /** Address of the model that turns embeddings and points into a mask; it runs at each click. */
  readonly decoder: string;
  readonly input?: EncoderInput;
  /** Handed to `InferenceSession.create`, e.g. `{ executionProviders: ['webgpu', 'wasm'] }`. */
  readonly sessionOptions?: object;
}

interface Model {
  readonly runtime: OnnxRuntime;
  readonly encoder: OnnxSession;
  readonly decoder: OnnxSession;
}

interface Encoded {
  readonly image: ImageSource;
  readonly tensor: Omit<PictureTensor, 'data'>;
  readonly outputs: Readonly<Record<string, OnnxTensor>>;
}

/** The last mask of an object, which the next one of the same object begins with. */
interface Previous {
  readonly key: string;
  readonly mask: ModelMask;
}

/** Side of the mask that a decoder takes back, where it does not say: a quarter of Segment Anything's frame. */
const MASK_SIDE = 256;

/**
 * Runs a model of the Segment Anything family in the browser. Which inputs a model may have is described in `docs/segmentation.md`.
 *
 * ```js
 * task.segmenter = new OnnxSegmenter({
 *   runtime: () => import('onnxruntime-web'),
 *   encoder: '/models/encoder.onnx',
 *   decoder: '/models/decoder.onnx',
 * });
 * ```
 */
export class OnnxSegmenter implements Segmenter {
  private model?: Promise<Model>;
  private encoded?: Encoded;
  private previous?: Previous;
  /** A session does one thing at a time. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: OnnxSegmenterOptions) {}

  async prepare(image: ImageSource, signal?: AbortSignal): Promise<void> {
    this.forget();
    const { runtime, encoder } = await this.load();
    signal?.throwIfAborted();
    const { input = {} } = this.options;
    const { data, ...tensor } = pictureTensor(
      await image.read(fullBounds(image), encoderSide(input), signal),
      image,
      input,
    );
    const [name, ...others] = encoder.inputNames;
    if (name === undefined || others.length) {
      throw unusable(this.options.encoder, `has the inputs ${encoder.inputNames.join(', ')}; one picture is expected`);
    }
    const feed = tensorOf(runtime, inputType(encoder, name), data, tensor.dims);
    const outputs = await this.run(encoder, { [name]: feed }, this.options.encoder, signal);
    this.encoded = { image, tensor, outputs };
  }

  async segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Runs> {
    const { encoded } = this;
    if (!encoded) throw new Error('Call prepare with a picture before segment.');
    const { image, tensor } = encoded;
    const points = promptPoints(prompt);
    if (!points.length) return new Int32Array(0);
    const model = await this.load();
    signal?.throwIfAborted();
    const { width, height } = image;
    const scale = Math.min(1, encoderSide(this.options.input ?? {}) / Math.max(width, height));
    const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
    const key = JSON.stringify([prompt.extremes, prompt.box]);
    const isCorrection = prompt.include.length + prompt.exclude.length > 0;
    const before = isCorrection && this.previous?.key === key ? this.previous.mask.low : undefined;
    const feeds = this.feedsOf(model, encoded, { points, size, before });
    const outputs = await this.run(model.decoder, feeds, this.options.decoder, signal);
    const mask = bestMask(outputs);
    for (const output of Object.values(outputs)) output.dispose?.();
    if (!mask) {
      throw unusable(
        this.options.decoder,
        `answers ${model.decoder.outputNames.join(', ')}; a mask of four dimensions is expected`,
      );
    }
    this.previous = { key, mask };
    // A mask as large as was asked for covers the picture; any other one the frame of the model, padding included.
    const isWhole = mask.field.width === size.width && mask.field.height === size.height;
    const { frame, scaleX, scaleY } = tensor;
    const bounds = isWhole
      ? fullBounds(image)
      : { left: 0, top: 0, right: frame.width / scaleX, bottom: frame.height / scaleY };
    return runsOfField(mask.field, { bounds, picture: image, threshold: 0 }, new Pacer(signal));
  }

  /** Frees the model and what it knows of the picture. */
  close(): void {
    this.forget();
    const { model, queue } = this;
    this.model = undefined;
    if (!model) return;
    void Promise.allSettled([model, queue]).then(async ([loaded]) => {
      if (loaded.status !== 'fulfilled') return;
      await Promise.allSettled([loaded.value.encoder.release(), loaded.value.decoder.release()]);
    });
  }

  private forget(): void {
    for (const output of Object.values(this.encoded?.outputs ?? {})) output.dispose?.();
    this.encoded = undefined;
    this.previous = undefined;
  }

  private load(): Promise<Model> {
    const loading = (this.model ??= this.open());
    loading.catch(() => {
      // A model that could not be fetched may be there at the next click.
      if (this.model === loading) this.model = undefined;
    });
    return loading;
  }

  private async open(): Promise<Model> {
    const { encoder, decoder } = this.options;
    const [runtime, ...files] = await Promise.all([this.loadRuntime(), fetchModel(encoder), fetchModel(decoder)]);
    const create = async (file: Uint8Array, url: string) => {
      try {
        return await runtime.InferenceSession.create(file, this.options.sessionOptions);
      } catch (cause) {
        throw unusable(url, `cannot be loaded (${textOf(cause)})`, cause);
      }
    };
    // One after the other: some versions of the runtime set themselves up with the first session.
    return {
      runtime,
      encoder: await create(files[0] as Uint8Array, encoder),
      decoder: await create(files[1] as Uint8Array, decoder),
    };
  }

  private async loadRuntime(): Promise<OnnxRuntime> {
    let given: unknown;
    try {
      given = await this.options.runtime();
    } catch (cause) {
      throw new SegmentError('unreachable', `onnxruntime-web could not be loaded: ${textOf(cause)}`, { cause });
    }
    const module = given as { default?: unknown } | undefined;
    const runtime = [given, module?.default].find(isRuntime);
    if (!runtime) {
      throw new SegmentError(
        'unusable',
        '`runtime` gave no onnxruntime-web: `InferenceSession` and `Tensor` are missing.',
      );
    }
    return runtime;
  }

  private feedsOf(
    { runtime, decoder }: Model,
    { tensor, outputs }: Encoded,
    prompt: {
      readonly points: readonly PromptPoint[];
      readonly size: { width: number; height: number };
      before?: Field;
    },
  ): Record<string, OnnxTensor> {
    const { points, size, before } = prompt;
    const make = (name: string, values: Float32Array | readonly number[], dims: readonly number[]) =>
      tensorOf(runtime, inputType(decoder, name), values, dims);
    const known: Readonly<Record<string, (name: string) => OnnxTensor>> = {
      point_coords: (name) =>
        make(
          name,
          points.flatMap(({ x, y }) => [x * tensor.scaleX, y * tensor.scaleY]),
          [1, points.length, 2],
        ),
      point_labels: (name) =>
        make(
          name,
          points.map(({ label }) => label),
          [1, points.length],
        ),
      mask_input: (name) =>
        before
          ? make(name, before.data as Float32Array, [1, 1, before.height, before.width])
          : make(name, new Float32Array(MASK_SIDE * MASK_SIDE), [1, 1, MASK_SIDE, MASK_SIDE]),
      has_mask_input: (name) => make(name, [before ? 1 : 0], [1]),
      orig_im_size: (name) => make(name, [size.height, size.width], [2]),
    };
    // Encoder and decoder of one model do not always agree on a name.
    const [embeddings] = Object.values(outputs);
    const feeds: Record<string, OnnxTensor> = {};
    for (const name of decoder.inputNames) {
      const feed = outputs[name] ?? known[name]?.(name) ?? (/embed/i.test(name) ? embeddings : undefined);
      if (!feed) {
        const choices = [...Object.keys(known), ...Object.keys(outputs)].join(', ');
        throw unusable(this.options.decoder, `has an input \`${name}\`; known are ${choices}`);
      }
      feeds[name] = feed;
    }
    return feeds;
  }

  private async run(session: OnnxSession, feeds: Record<string, OnnxTensor>, url: string, signal?: AbortSignal) {
    const turn = this.queue.then(async () => {
      signal?.throwIfAborted();
      try {
        return await session.run(feeds as Record<string, never>);
      } catch (cause) {
        throw unusable(url, `failed (${textOf(cause)})`, cause);
      }
    });
    this.queue = turn.catch(() => {});
    const outputs = await turn;
    if (signal?.aborted) for (const output of Object.values(outputs)) output.dispose?.();
    signal?.throwIfAborted();
    return outputs;
  }
}

type PromptPoint = Point & { readonly label: number };

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const unusable = (url: string, problem: string, cause?: unknown) =>
  new SegmentError('unusable', `The model ${url} ${problem}.`, { cause });

function isRuntime(value: unknown): value is OnnxRuntime {
  const runtime = value as Partial<OnnxRuntime> | undefined;
  return typeof runtime?.InferenceSession?.create === 'function' && typeof runtime.Tensor === 'function';
}

async function fetchModel(url: string): Promise<Uint8Array> {
  let response: Response;
  try {
    response = await fetch(url);
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new SegmentError('unreachable', `The model ${url} could not be fetched: ${textOf(cause)}`, { cause });
  }
  throw new SegmentError(
    'unreachable',
    `The model ${url} could not be fetched: the server answered ${response.status}.`,
  );
}
