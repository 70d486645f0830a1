/*
 * What is needed of `onnxruntime-web`, so that the library depends on no version of it: the module itself, or the global `ort` of its
 * script, fits.
 */

/** Kinds of numbers in a tensor that are filled here. */
export type OnnxType = 'float32' | 'int64' | 'int32';

export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: unknown;
  dispose?(): void;
}

/** What a session knows of one of its inputs. */
export interface OnnxInput {
  readonly name: string;
  readonly type?: string;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** Known to newer versions only. */
  readonly inputMetadata?: readonly OnnxInput[];
  run(feeds: Record<string, never>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

export interface OnnxRuntime {
  readonly Tensor: new (type: never, data: never, dims: readonly number[]) => OnnxTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options?: object): Promise<OnnxSession>;
  };
}

/** Makes a tensor of numbers, in the kind that a model's input asks for. */
export function tensorOf(
  runtime: OnnxRuntime,
  type: OnnxType,
  values: Float32Array | readonly number[],
  dims: readonly number[],
): OnnxTensor {
  const data =
    type === 'int64'
      ? BigInt64Array.from(values as readonly number[], (value) => BigInt(Math.round(value)))
      : type === 'int32'
        ? Int32Array.from(values)
        : Float32Array.from(values);
  return new runtime.Tensor(type as never, data as never, dims);
}

/** The kind of numbers that an input takes; `float32` where the runtime does not say. */
export function inputType({ inputMetadata }: OnnxSession, name: string): OnnxType {
  const type = inputMetadata?.find((input) => input.name === name)?.type;
  return type === 'int64' || type === 'int32' ? type : 'float32';
}
