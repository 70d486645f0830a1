import { expect } from '@open-wc/testing';
import { checkRules, readRules } from '../../src/answers/rules.js';
import type { ShapeAnnotation } from '../../src/document/annotation.js';

const labels = ['Car', 'Plate', 'Bus'];
const box = (id: string, label: string, left: number, top: number, width = 100, height = 100): ShapeAnnotation => ({
  id,
  label,
  kind: 'box',
  left,
  top,
  width,
  height,
});
const polygon = (id: string, label: string, ...points: readonly [number, number][]): ShapeAnnotation => ({
  id,
  label,
  kind: 'polygon',
  vertices: points.map(([x, y]) => ({ x, y })),
});
const check = (source: unknown, shapes: readonly ShapeAnnotation[], facts = {}) =>
  checkRules(readRules(source, labels).value!, shapes, facts).map(({ code, ids }) => [code, ...ids]);

describe('rules', () => {
  it('are read as leniently as other attributes, and name what they do not know', () => {
    expect(readRules(undefined, labels)).to.deep.equal({ value: undefined, problems: [] });
    const { value, problems } = readRules("{counts: {Car: {min: 1, max: 3,}, Plate: '2'}, minSize: 8}", labels);
    expect(problems).to.deep.equal([]);
    expect(value!.counts).to.deep.equal([
      { label: 'Car', min: 1, max: 3 },
      { label: 'Plate', min: 2, max: 2 },
    ]);
    expect(value!.minSize).to.deep.equal({ width: 8, height: 8 });
    expect(readRules('{once: true}', labels).value!.counts).to.have.length(3);
    const odd = readRules("{maximum: 3, required: ['Plane'], counts: {Car: 'many'}}", labels);
    expect(odd.problems.map(({ code }) => code)).to.deep.equal(['unknown-rule', 'bad-count', 'unknown-label']);
    expect(odd.value!.counts).to.deep.equal([]);
  });

  it('count shapes, all and by label', () => {
    const shapes = [box('a', 'Car', 0, 0), box('b', 'Car', 200, 0), box('c', 'Bus', 400, 0)];
    expect(check({ counts: { Car: { max: 1 } }, required: ['Plate'] }, shapes)).to.deep.equal([
      ['too-many', 'b'],
      ['too-few'],
    ]);
    expect(check({ count: { min: 4 } }, shapes)).to.deep.equal([['too-few']]);
    expect(check({ once: ['Bus'], count: 3 }, shapes)).to.deep.equal([]);
    expect(check({ required: ['Car'] }, [], { nothingToLabel: true })).to.deep.equal([]);
  });

  it('find what is too small, also lines', () => {
    const line: ShapeAnnotation = {
      id: 'l',
      label: 'Car',
      kind: 'polyline',
      vertices: [
        { x: 0, y: 0 },
        { x: 5, y: 0 },
      ],
    };
    const shapes = [box('a', 'Car', 0, 0, 7, 50), box('b', 'Car', 0, 0, 8, 8), line];
    expect(check({ minSize: 8 }, shapes)).to.deep.equal([
      ['too-small', 'a'],
      ['too-small', 'l'],
    ]);
    expect(check({ minSize: { height: 10 } }, shapes)).to.deep.equal([
      ['too-small', 'b'],
      ['too-small', 'l'],
    ]);
  });

  it('measure overlap of boxes and polygons as intersection over union', () => {
    const triangle = polygon('t', 'Car', [0, 0], [100, 0], [0, 100]);
    const shapes = [box('a', 'Car', 0, 0), triangle, box('far', 'Car', 300, 300)];
    expect(check({ maxOverlap: 0.49 }, shapes)).to.deep.equal([['overlap', 'a', 't']]);
    expect(check({ maxOverlap: 0.51 }, shapes)).to.deep.equal([]);
    expect(check({ maxOverlap: 0 }, [box('a', 'Car', 0, 0), box('b', 'Car', 100, 0)]), 'touching').to.deep.equal([]);
  });

  it('want shapes inside others', () => {
    const hull = polygon('h', 'Car', [0, 0], [100, 0], [100, 100], [0, 100]);
    const rule = { inside: { Plate: 'Car' } };
    expect(check(rule, [hull, box('p', 'Plate', 10, 10, 20, 20)])).to.deep.equal([]);
    expect(check(rule, [hull, box('p', 'Plate', 90, 10, 20, 20)])).to.deep.equal([['not-inside', 'p']]);
    expect(check(rule, [box('p', 'Plate', 90, 10, 20, 20)])).to.deep.equal([['not-inside', 'p']]);
  });

  it('look through ten thousand shapes', () => {
    const shapes = Array.from({ length: 10_000 }, (_, i) =>
      box(String(i), 'Car', (i % 100) * 60, Math.floor(i / 100) * 60, 70, 70),
    );
    expect(check({ maxOverlap: 0.9, minSize: 4, counts: { Car: { min: 1 } } }, shapes)).to.deep.equal([]);
  });
});
