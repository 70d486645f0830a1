import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { PictureFailure, PictureState } from '../../src/canvas/picture.js';
import { labelsFromNames } from '../../src/labels/labels.js';
import { definePiece } from '../../src/workspace/index.js';
import { DemoTask } from '../../test/workspace/demo-element.js';

/** The frame with a still picture in the place of a canvas. */
class FrameDemo extends DemoTask {
  protected override firstUpdated(): void {
    const picture = this.renderRoot.querySelector<HTMLElement>('.demo-picture');
    if (!picture) return;
    Object.assign(picture.style, {
      position: 'absolute',
      inset: '16px',
      background: 'linear-gradient(#8fb8dc, #5d6166)',
    });
  }

  override render() {
    this.view = {
      ...this.view,
      stage: html`<div class="demo-picture"></div>
        <oce-picture-state .retry=${() => undefined}></oce-picture-state>`,
    };
    return super.render();
  }
}

definePiece('oce-demo-task', FrameDemo);

const street = ['Car', 'Bus', 'Person', 'Bicycle', 'Traffic light', 'Tree', 'Van', 'Truck', 'Dog'];
const mixed = [
  'Car',
  '교통 표지판',
  'حافلة كبيرة',
  '🚲 Bicycle',
  'Articulated lorry with more than two axles and a trailer',
];
const ready: PictureState = {
  type: 'ready',
  url: 'street.png',
  size: { width: 1600, height: 1000 },
  readable: true,
  orientation: 'as-stored',
};

interface FrameArgs {
  readonly labels: readonly string[];
  readonly objects: number;
  readonly picture?: PictureState;
  readonly width?: string;
  readonly compact?: boolean;
  readonly readOnly?: boolean;
  readonly draft?: boolean;
  readonly select?: number;
}

function openTask({
  labels,
  objects,
  picture = ready,
  width,
  compact,
  readOnly,
  draft,
  select,
}: FrameArgs): HTMLElement {
  const task = document.createElement('oce-demo-task') as FrameDemo;
  task.toggleAttribute('compact', compact ?? false);
  task.style.height = '100dvh';
  task.style.width = width ?? '100%';
  task.innerHTML = `
    <full-instructions header="Boxes in full"><p>Draw each box as tight as possible and leave nothing out.</p></full-instructions>
    <short-instructions><h3>Good example</h3><p>The box holds the whole car and nothing else.</p>
    <h3>Bad example</h3><p>The box is far too large.</p></short-instructions>`;
  const { session } = task;
  session.setLabels(labelsFromNames(labels).value);
  session.setPicture(picture);
  const annotations = Array.from({ length: objects }, (_, index) => ({
    id: `object-${index}`,
    kind: 'box' as const,
    label: labels[index % labels.length] ?? '',
    left: (index * 37) % 1500,
    top: (index * 61) % 900,
    width: 90,
    height: 60,
    ...(index === 4 && { hidden: true }),
    ...(index === 5 && { locked: true }),
  }));
  session.store.load({ annotations, facts: { nothingToLabel: false } });
  if (select !== undefined) session.selection.set([`object-${select}`]);
  session.setReadOnly(readOnly ?? false);
  if (draft) {
    const savedAt = new Date();
    savedAt.setHours(14, 32);
    task.view = { notice: html`<oce-restore-banner .savedAt=${savedAt}></oce-restore-banner>` };
  }
  return task;
}

const meta: Meta<FrameArgs> = {
  title: 'Workspace/Frame',
  parameters: { answer: false, layout: 'fullscreen' },
  args: { labels: street, objects: 0 },
  render: (args) => html`${openTask(args)}${nothing}`,
};

export default meta;
type Story = StoryObj<FrameArgs>;

const failed = (reason: PictureFailure): PictureState => ({
  type: 'failed',
  url: 'https://bucket.example/pictures/street-000123.png?expires=1763600000&signature=4f1c',
  reason,
  status: reason === 'forbidden' ? 403 : undefined,
});

export const Empty: Story = {};
export const Objects: Story = { args: { objects: 24, select: 2 } };
export const TenThousandObjects: Story = { args: { objects: 10_000 } };
export const TwoHundredLabels: Story = {
  args: { labels: Array.from({ length: 200 }, (_, index) => `Class ${index + 1}`), objects: 40 },
};
export const LabelsOfManyLanguages: Story = { args: { labels: mixed, objects: 8 } };
export const NoLabels: Story = { args: { labels: [] } };
export const ReadOnly: Story = { args: { objects: 8, readOnly: true } };
export const UnfinishedWork: Story = { args: { draft: true } };
export const Loading: Story = { args: { picture: { type: 'loading', url: 'street.png' } } };
export const NoAccess: Story = { args: { picture: failed('forbidden') } };
export const Placeholder: Story = {
  args: { picture: { ...failed('unresolved'), url: '{{ task.input.source-ref }}' } as PictureState },
};
export const Compact: Story = { args: { objects: 12, compact: true } };
export const Tablet: Story = { args: { objects: 12, width: '768px' } };
export const Phone: Story = { args: { objects: 12, width: '390px' } };
