import { expect } from '@open-wc/testing';
import { compareShapes } from '../../src/answers/compare-shapes.js';
import { decodeOverlay } from '../../src/answers/overlays.js';
import { compareMasks, maskDifference, resizeMask } from '../../src/mask/compare-masks.js';

const box = (label: string, left: number, top = 0) => ({ label, left, top, width: 100, height: 50 });

describe('overlays', () => {
  it('reads each kind as the developer guide writes it', () => {
    const { value, problems } = decodeOverlay({ boundingBox: { labels: ['Car'], value: [box('Car', 5)] } });
    expect(problems).to.deep.equal([]);
    expect(value).to.deep.include({ type: 'shapes', labels: ['Car'] });
    const mask = decodeOverlay({
      semanticSegmentation: { labels: ['A'], labelMappings: { A: { color: '#2CA02C' } }, src: 'mask.png' },
    });
    expect(mask.value).to.deep.equal({
      type: 'mask',
      labels: ['A'],
      mask: { src: 'mask.png', labels: [{ name: 'A', color: '#2ca02c' }] },
    });
    const spans = decodeOverlay({
      entityAnnotation: { labels: ['p'], text: 'Kim', value: [{ label: 'p', startOffset: 0, endOffset: 9 }] },
    });
    expect(spans.value).to.have.nested.property('spans[0].endOffset', 3);
    expect(spans.problems.map(({ code }) => code)).to.deep.equal(['outside-text']);
  });

  it('reads answers as annotators give them, and several kinds at once', () => {
    const { value } = decodeOverlay({
      boundingBoxes: [box('Car', 5)],
      keypoints: [{ label: 'Eye', x: 3, y: 4 }],
      inputImageProperties: { height: 300, width: 400 },
    });
    expect(value?.type === 'shapes' && value.shapes.map(({ kind }) => kind)).to.deep.equal(['box', 'keypoint']);
  });

  it('moves what lies outside to the edge, and says what is no overlay', () => {
    const outside = decodeOverlay(
      { boundingBox: { labels: [], value: [box('Car', 350)] } },
      { width: 400, height: 300 },
    );
    expect(outside.problems.map(({ code }) => code)).to.deep.equal(['outside-image']);
    for (const wrong of ['text', 7, [], { other: 1 }]) {
      const { value, problems } = decodeOverlay(wrong);
      expect(value).to.equal(undefined);
      expect(problems[0]?.code).to.equal('bad-overlay');
    }
    expect(decodeOverlay(undefined)).to.deep.equal({ value: undefined, problems: [] });
  });
});

describe('differences between two answers', () => {
  const shape = (id: string, label: string, left: number) => ({ ...box(label, left), id, kind: 'box' as const });

  it('pairs each shape at most once', () => {
    const first = [shape('a', 'Car', 0), shape('b', 'Car', 200), shape('c', 'Bus', 400)];
    const second = [shape('d', 'Car', 1), shape('e', 'Car', 1), shape('f', 'Car', 400), shape('g', 'Car', 260)];
    const told = compareShapes(first, second).map(({ shape: { id }, difference }) => `${id} ${difference}`);
    expect(told).to.deep.equal(['a same', 'b only-first', 'c other-label', 'e only-second', 'g only-second']);
  });

  it('takes polygons for the same wherever they begin and whichever way they go', () => {
    const vertices = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 80 },
    ];
    const polygon = (id: string, list: typeof vertices) => ({
      id,
      kind: 'polygon' as const,
      label: 'A',
      vertices: list,
    });
    const turned = polygon('b', [vertices[2]!, vertices[1]!, { x: 1, y: 1 }]);
    expect(compareShapes([polygon('a', vertices)], [turned])[0]?.difference).to.equal('same');
    const other = polygon('b', [vertices[0]!, vertices[1]!, { x: 50, y: 80 }]);
    expect(compareShapes([polygon('a', vertices)], [other]).map(({ difference }) => difference)).to.deep.equal([
      'only-first',
      'only-second',
    ]);
  });

  it('compares masks by the names of their labels', () => {
    const mask = (data: number[]) => ({ width: 5, height: 1, data: Uint8Array.from(data) });
    const result = compareMasks(
      { mask: mask([0, 1, 1, 2, 0]), labels: ['Cat', 'Dog'] },
      { mask: mask([0, 2, 0, 2, 1]), labels: ['Dog', 'Cat'] },
    );
    const { same, onlyFirst, onlySecond, otherLabel } = maskDifference;
    expect([...result.data]).to.deep.equal([0, same, onlyFirst, otherLabel, onlySecond]);
  });

  it('stretches a mask without mixing its labels', () => {
    const small = { width: 2, height: 1, data: Uint8Array.from([3, 7]) };
    expect([...resizeMask(small, { width: 4, height: 2 }).data]).to.deep.equal([3, 3, 7, 7, 3, 3, 7, 7]);
    expect(resizeMask(small, small)).to.equal(small);
  });
});
