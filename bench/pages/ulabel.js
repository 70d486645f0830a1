// ULabel from its ready-made script. It fills a container with a toolbox at the side; the container is made so large
// that the picture is shown at the size that it has in the other pages.

import { COLORS, FITTED, LABELS, PICTURE, SHAPE, STAGE, targetPlaces } from './scene.js';
import { runPage } from './probe.js';

const SUBTASK = 'shapes';
const FIRST_CLASS = 10;
const TOOLBOX = 320;
const HANDLE_BELOW = 8;

const container = document.createElement('div');
container.id = 'container';
Object.assign(container.style, {
  position: 'absolute',
  left: '0',
  top: '0',
  width: `${FITTED.width + TOOLBOX}px`,
  height: `${FITTED.height}px`,
});
document.body.append(container);

const tool = new window.ULabel({
  container_id: container.id,
  image_data: PICTURE.url,
  username: 'bench',
  submit_buttons: () => undefined,
  subtasks: {
    [SUBTASK]: {
      display_name: 'Shapes',
      classes: LABELS.map((name, index) => ({ name, color: COLORS[index], id: FIRST_CLASS + index })),
      allowed_modes: [SHAPE === 'box' ? 'bbox' : 'polygon'],
      resume_from: null,
      task_meta: null,
      annotation_meta: null,
    },
  },
});

const pictureRect = () => document.querySelector('.image_frame').getBoundingClientRect().toJSON();

const corners = ({ x, y, width, height }) => [
  [x, y],
  [x + width, y + height],
];

// The first vertex stands at the end again.
const ring = ({ points }) => [...points, points[0]].map(({ x, y }) => [x, y]);

function toAnnotation(shape, index) {
  return {
    id: `shape-${index}`,
    new: false,
    parent_id: null,
    created_by: 'bench',
    created_at: '2026-11-20T00:00:00Z',
    deprecated: false,
    spatial_type: SHAPE === 'box' ? 'bbox' : 'polygon',
    spatial_payload: SHAPE === 'box' ? corners(shape) : ring(shape),
    classification_payloads: LABELS.map((_, i) => ({
      class_id: FIRST_CLASS + i,
      confidence: i === shape.color ? 1 : 0,
    })),
    line_size: 4,
    frame: 0,
    text_payload: '',
    annotation_meta: {},
  };
}

/** A vertex has a round handle; its upper half lies under a dialog that belongs to the whole shape. */
function belowVertex() {
  const { grip } = targetPlaces(SHAPE);
  const { x, y, width, height } = pictureRect();
  return { x: x + (grip.x / PICTURE.width) * width, y: y + (grip.y / PICTURE.height) * height + HANDLE_BELOW };
}

runPage({
  name: 'ULabel',
  version: PEER_VERSION,
  ready: new Promise((resolve) => tool.init(resolve)),
  prepare: (shapes) => shapes.map(toAnnotation),
  load: (annotations) => tool.set_annotations(annotations, SUBTASK),
  count: () => tool.subtasks[SUBTASK].annotations.ordering.length,
  target() {
    const { ordering, access } = tool.subtasks[SUBTASK].annotations;
    // A move leaves the old record behind as deprecated and adds a new one.
    const live = ordering.map((id) => access[id]).filter((annotation) => !annotation.deprecated);
    const [x, y] = live.at(-1).spatial_payload[0];
    return { x, y };
  },
  pictureRect,
  grip() {
    if (SHAPE !== 'box') return belowVertex();
    const handles = [...document.querySelectorAll('.movable')].map((handle) => handle.getBoundingClientRect());
    const shown = handles.find((rect) => rect.width > 0 && rect.right > STAGE.left);
    return shown ? { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 } : null;
  },
  gestures: { selectFirst: false, pan: { button: 'left', modifiers: 2 }, zoom: { modifiers: 2 } },
});
