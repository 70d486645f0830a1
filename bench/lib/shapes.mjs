// What can be on the picture. The key is the name for --shape and the word that the pages understand.

/**
 * `one`, `many` and `dragged` are the words of the tables. `counts` are the numbers measured unless --n says otherwise,
 * `tools` those that are compared.
 */
export const shapes = {
  box: {
    one: 'box',
    many: 'boxes',
    dragged: 'one',
    counts: [100, 1000, 5000, 10_000],
    tools: ['ours', 'raw', 'konva', 'annotorious', 'ulabel'],
  },
  polygon: {
    one: 'polygon of 20 vertices',
    many: 'polygons of 20 vertices',
    dragged: 'a vertex of one',
    counts: [100, 10_000],
    tools: ['ours', 'raw', 'annotorious', 'ulabel'],
  },
  outline: {
    one: 'vertex of one polygon',
    many: 'vertices of one polygon',
    dragged: 'one',
    counts: [50_000],
    tools: ['ours', 'raw'],
  },
};
