/*
 * Writes ONNX models of a few nodes, byte by byte: enough of protocol buffers and of onnx.proto for tests that need a model which
 * they understand.
 */

type Bytes = readonly number[];

const varint = (value: number): Bytes => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const number = (field: number, value: number): Bytes => [...varint(field * 8), ...varint(value)];
const bytes = (field: number, content: Bytes): Bytes => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, value: string): Bytes => bytes(field, [...new TextEncoder().encode(value)]);
const join = (parts: readonly Bytes[]): Bytes => parts.flat();

const FLOAT = 1;
const INT64 = 7;
const KIND_INT = 2;
const KIND_INTS = 7;

/** A dimension: a number, or a name for one that differs from run to run. */
type Dimension = number | string;

/** One node of a graph. */
export interface TinyNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly ints?: Readonly<Record<string, number | readonly number[]>>;
}

/** A graph of float32 tensors. */
export interface TinyGraph {
  readonly inputs: Readonly<Record<string, readonly Dimension[]>>;
  readonly outputs: Readonly<Record<string, readonly Dimension[]>>;
  readonly constants?: Readonly<
    Record<string, { readonly dims: readonly number[]; readonly values: readonly number[]; readonly type?: 'int64' }>
  >;
  readonly nodes: readonly TinyNode[];
}

const shape = (dims: readonly Dimension[]): Bytes =>
  join(dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim))));

const valueInfo = (name: string, dims: readonly Dimension[]): Bytes => [
  ...text(1, name),
  ...bytes(2, bytes(1, [...number(1, FLOAT), ...bytes(2, shape(dims))])),
];

const attribute = (name: string, value: number | readonly number[]): Bytes =>
  typeof value === 'number'
    ? [...text(1, name), ...number(3, value), ...number(20, KIND_INT)]
    : [...text(1, name), ...join(value.map((each) => number(8, each))), ...number(20, KIND_INTS)];

const node = ({ op, inputs, output, ints = {} }: TinyNode): Bytes => [
  ...join(inputs.map((input) => text(1, input))),
  ...text(2, output),
  ...text(4, op),
  ...join(Object.entries(ints).map(([name, value]) => bytes(5, attribute(name, value)))),
];

/** A model file. */
export function tinyOnnx({ inputs, outputs, constants = {}, nodes }: TinyGraph): Uint8Array {
  const tensors = Object.entries(constants).map(([name, { dims, values, type }]) => [
    ...join(dims.map((dim) => number(1, dim))),
    ...number(2, type === 'int64' ? INT64 : FLOAT),
    ...(type === 'int64'
      ? bytes(7, join(values.map(varint)))
      : bytes(4, [...new Uint8Array(Float32Array.from(values).buffer)])),
    ...text(8, name),
  ]);
  const graph = [
    ...join(nodes.map((each) => bytes(1, node(each)))),
    ...text(2, 'tiny'),
    ...join(tensors.map((tensor) => bytes(5, tensor))),
    ...join(Object.entries(inputs).map(([name, dims]) => bytes(11, valueInfo(name, dims)))),
    ...join(Object.entries(outputs).map(([name, dims]) => bytes(12, valueInfo(name, dims)))),
  ];
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, [...text(1, ''), ...number(2, 13)])]);
}
