import { expect, waitUntil } from '@open-wc/testing';
import '../../../src/elements/crowd-bounding-box.js';
import '../../../src/elements/crowd-form.js';
import {
  hold,
  mouse,
  painted,
  pen,
  pointOf,
  release,
  touch,
  wheel,
  withClipboard,
  type PagePoint,
} from '../../support/input.js';
import { closeTasks, openTask, type AnnotatorHarness } from './annotator-harness.js';

const open = (options = {}) => openTask('crowd-bounding-box', options);
const boxes = (task: AnnotatorHarness) => task.answer['boundingBoxes'] as Record<string, unknown>[];
const places = (task: AnnotatorHarness) =>
  boxes(task).map(({ left, top, width, height }) => [left, top, width, height]);

describe('crowd-bounding-box', () => {
  afterEach(closeTasks);

  describe('drawing', () => {
    it('draws by one drag and answers exactly as Ground Truth does', async () => {
      const task = await open();
      await task.press('1');
      await task.drag([
        [50, 40],
        [150, 120],
      ]);
      expect(JSON.stringify(task.answer)).to.equal(
        '{"boundingBoxes":[{"height":80,"label":"Car","left":50,"top":40,"width":100}],"inputImageProperties":{"height":300,"width":400}}',
      );
      expect(task.announcement).to.equal('Car added. 1 shape.');
    });

    it('asks for a label first, and draws nothing without one', async () => {
      const task = await open();
      await task.drag([
        [50, 40],
        [150, 120],
      ]);
      expect(boxes(task)).to.be.empty;
      expect(task.announcement).to.equal('Choose a label first.');
    });

    it('has chosen the only label already', async () => {
      const task = await open({ labels: ['Car'] });
      await task.drag([
        [10, 10],
        [60, 60],
      ]);
      expect(places(task)).to.deep.equal([[10, 10, 50, 50]]);
    });

    it('draws by two clicks, one box after the other', async () => {
      const task = await open({ labels: ['Car'] });
      for (const point of [
        [20, 20],
        [80, 70],
        [120, 100],
        [200, 180],
      ] as const)
        await task.click(point);
      expect(places(task)).to.deep.equal([
        [20, 20, 60, 50],
        [120, 100, 80, 80],
      ]);
    });

    it('draws through four extreme points in any order, and undo takes back one point', async () => {
      const task = await open({ labels: ['Car'] });
      await task.use('extreme');
      await task.click([200, 50]);
      await task.click([390, 290]);
      await task.press('Control+z');
      for (const point of [
        [300, 120],
        [220, 200],
        [100, 140],
      ] as const)
        await task.click(point);
      expect(places(task)).to.deep.equal([[100, 50, 200, 150]]);
      await task.press('Control+z');
      expect(places(task)).to.be.empty;
    });

    it('makes a square with Shift and begins inside another box with Alt', async () => {
      const task = await open({ labels: ['Car'] });
      await task.drag(
        [
          [20, 20],
          [120, 60],
        ],
        { modifiers: ['Shift'] },
      );
      await task.drag(
        [
          [30, 30],
          [60, 70],
        ],
        { modifiers: ['Alt'] },
      );
      expect(places(task)).to.deep.equal([
        [20, 20, 100, 100],
        [30, 30, 30, 40],
      ]);
    });

    it('stays on the picture whatever the pointer does', async () => {
      const task = await open({ labels: ['Car'] });
      await mouse.drag([task.at([300, 200]), [task.at([400, 300])[0] + 60, task.at([400, 300])[1] + 40]]);
      await painted();
      expect(places(task)).to.deep.equal([[300, 200, 100, 100]]);
    });

    it('forgets an unfinished box on Escape', async () => {
      const task = await open({ labels: ['Car'] });
      await mouse.down(task.at([50, 50]));
      await mouse.move(task.at([120, 130]), { via: 4 });
      expect(places(task), 'not part of the answer before it is finished').to.be.empty;
      await task.press('Escape');
      await mouse.up();
      expect(places(task)).to.be.empty;
    });

    it('draws with the keyboard alone', async () => {
      const task = await open({ labels: ['Car'] });
      await task.focusStage();
      await task.press('Enter', 'Enter');
      expect(task.announcement).to.equal('Point set at 200, 150.');
      await task.press('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+ArrowRight', 'Enter');
      expect(places(task)).to.have.length(1);
      expect(boxes(task)[0]).to.include({ label: 'Car', left: 200, top: 150 });
    });

    it('draws with one finger, and moves the picture with two', async () => {
      const task = await open({ labels: ['Car'] });
      await task.fingerDrag([
        [50, 50],
        [150, 150],
      ]);
      expect(places(task)).to.deep.equal([[50, 50, 100, 100]]);
      const before = task.scale;
      await touch.pinch({
        from: [task.at([180, 150]), task.at([220, 150])],
        to: [task.at([100, 150]), task.at([300, 150])],
      });
      await painted();
      expect(task.scale).to.be.greaterThan(before * 2);
      expect(places(task)).to.have.length(1);
    });

    it('leaves the tap after a quick stroke of the finger to the button under it', async () => {
      const task = await open({ labels: ['Car', 'Bus'] });
      await task.chooseLabel('Car');
      const [from, to] = [task.at([50, 50]), task.at([220, 180])];
      const at = (share: number): PagePoint => [
        from[0] + (to[0] - from[0]) * share,
        from[1] + (to[1] - from[1]) * share,
      ];
      await touch.steps([
        { type: 'touchStart', points: [from] },
        ...[0.2, 0.4, 0.6, 0.8, 1].map((share) => ({ type: 'touchMove' as const, points: [at(share)] })),
        { type: 'touchEnd', points: [] },
      ]);
      await touch.tap(pointOf(task.labelRows[1]!));
      await waitUntil(() => task.chosenLabel?.includes('Bus'), 'the tap was swallowed', { timeout: 10_000 });
      expect(places(task)).to.deep.equal([[50, 50, 170, 130]]);
    });

    it('draws with a pen and takes a palm for a hand once a pen was seen', async () => {
      const task = await open({ labels: ['Car'] });
      await pen.drag([task.at([50, 50]), task.at([150, 150])]);
      await painted();
      await task.fingerDrag([
        [200, 100],
        [300, 200],
      ]);
      expect(places(task)).to.deep.equal([[50, 50, 100, 100]]);
    });
  });

  describe('editing', () => {
    const two = [
      { label: 'Car', left: 50, top: 50, width: 200, height: 150 },
      { label: 'Bus', left: 100, top: 80, width: 60, height: 40 },
    ];

    it('moves, resizes by a grip, and says how', async () => {
      const task = await open({ initialValue: [two[0]] });
      await task.click([200, 180]);
      await task.drag([
        [200, 180],
        [220, 190],
      ]);
      expect(places(task)).to.deep.equal([[70, 60, 200, 150]]);
      await task.drag([
        [270, 210],
        [300, 240],
      ]);
      expect(places(task)).to.deep.equal([[70, 60, 230, 180]]);
      expect(task.announcement).to.equal('Car: left 70, top 60, width 230, height 180');
    });

    it('selects the smallest box first and the next one on the next click', async () => {
      const task = await open({ initialValue: two });
      await task.click([120, 100]);
      await task.press('Delete');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Car']);
      await task.press('Control+z');
      await task.press('Escape');
      await task.click([120, 100]);
      await task.click([120, 100]);
      await task.press('Delete');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Bus']);
    });

    it('nudges by arrows and resizes with Alt', async () => {
      const task = await open({ initialValue: [two[1]] });
      await task.focusStage();
      await task.click([120, 100]);
      await task.press('ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowRight', 'Alt+Shift+ArrowDown');
      expect(places(task)).to.deep.equal([[101, 90, 61, 50]]);
    });

    it('gives the selected box another label', async () => {
      const task = await open({ initialValue: [two[0]] });
      await task.click([200, 180]);
      await task.press('2');
      expect(boxes(task)[0]).to.include({ label: 'Bus' });
    });

    it('takes the label after a drawing for the next box, and leaves the last one as it is', async () => {
      const task = await open();
      await task.press('1');
      await task.drag([
        [20, 20],
        [80, 80],
      ]);
      await task.press('2');
      await task.drag([
        [120, 120],
        [180, 180],
      ]);
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Car', 'Bus']);
      await task.click([150, 150]);
      await task.press('1');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Car', 'Car']);
    });

    it('duplicates, copies and pastes, also into the next task', async () => {
      const task = await open({ initialValue: [two[1]] });
      await task.click([120, 100]);
      await task.press('d');
      expect(places(task)).to.have.length(2);
      await withClipboard(async () => {
        await task.press('Control+c');
        task.element.remove();
        const next = await open();
        await next.focusStage();
        await next.press('Control+v');
        expect(boxes(next)).to.have.length(1);
        expect(boxes(next)[0]).to.include({ label: 'Bus', width: 60, height: 40 });
      });
    });

    it('selects several with a rectangle and moves them together', async () => {
      const task = await open({ initialValue: two });
      await task.use('select');
      await task.drag([
        [20, 20],
        [300, 250],
      ]);
      await task.drag([
        [60, 190],
        [70, 195],
      ]);
      expect(places(task)).to.deep.equal([
        [60, 55, 200, 150],
        [110, 85, 60, 40],
      ]);
    });

    it('snaps to borders and to other boxes when asked to, and not while Control is held', async () => {
      const task = await open({
        labels: ['Car'],
        initialValue: [{ label: 'Car', left: 100, top: 100, width: 100, height: 80 }],
      });
      await task.press('q');
      await task.drag([
        [203, 183],
        [396, 297],
      ]);
      expect(places(task).at(-1)).to.deep.equal([200, 180, 200, 120]);
      await task.press('Control+z');
      await task.drag(
        [
          [203, 183],
          [396, 297],
        ],
        { modifiers: ['Control'] },
      );
      expect(places(task).at(-1)).to.deep.equal([203, 183, 193, 114]);
    });

    it('walks from box to box by keys', async () => {
      const task = await open({ initialValue: two });
      await task.focusStage();
      await task.press('.');
      expect(task.announcement).to.equal('Car: left 50, top 50, width 200, height 150');
      await task.press('.', 'Delete');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Car']);
    });

    it('is listed in words, and follows the list', async () => {
      const task = await open({ initialValue: two });
      expect(task.objects.map((row) => row.textContent).join()).to.include('Bus');
      const bus = task.objects.find((row) => row.textContent?.includes('Bus'))!;
      await mouse.click(pointOf(bus, 0.2, 0.3));
      await task.focusStage();
      await task.press('Delete');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Car']);
    });

    it('shows place and size of each whole in the list, beside its buttons too', async () => {
      const task = await open({
        width: 4000,
        height: 3000,
        labels: ['Car', 'Traffic light'],
        initialValue: [
          { label: 'Car', left: 1000, top: 1500, width: 1200, height: 1100 },
          { label: 'Traffic light', left: 3000, top: 1500, width: 1000, height: 1100 },
        ],
      });
      await task.click([1500, 2000]);
      await task.press('l');
      for (const row of task.objects) {
        const place = row.querySelector<HTMLElement>('.oce-object-place')!;
        expect(place.scrollWidth, place.textContent!.trim()).to.be.at.most(place.clientWidth);
        expect(place.querySelector('[aria-hidden]')!.textContent).to.match(/\d × 1,100$/);
        expect(place.querySelector('.visually-hidden')!.textContent, 'read out').to.contain('height 1,100');
      }
    });

    it('keeps hidden and locked boxes from the pointer, and in the answer', async () => {
      const task = await open({ initialValue: two });
      await task.click([120, 100]);
      await task.press('l');
      expect(task.announcement).to.equal('Bus: locked');
      await task.press('Escape');
      await task.click([120, 100]);
      await task.press('o');
      expect(task.announcement).to.equal('Car: hidden');
      await task.press('Escape');
      await task.click([60, 60]);
      await task.press('Delete');
      expect(boxes(task)).to.have.length(2);
    });

    it('undoes and redoes everything, down to the start', async () => {
      const task = await open({ labels: ['Car', 'Bus'], initialValue: two });
      const states = [JSON.stringify(boxes(task))];
      const keep = () => states.push(JSON.stringify(boxes(task)));
      await task.click([120, 100]);
      await task.press('d');
      keep();
      await task.press('Shift+ArrowRight');
      keep();
      await task.press('1');
      keep();
      await task.press('[');
      keep();
      await task.press('o');
      await task.press('Escape');
      await task.drag([
        [300, 210],
        [350, 250],
      ]);
      keep();
      const end = states.at(-1);
      for (let i = 0; i < 7; i++) await task.press('Control+z');
      expect(JSON.stringify(boxes(task))).to.equal(states[0]);
      expect(task.answer['initialValueModified']).to.equal(false);
      for (let i = 0; i < 7; i++) await task.press('Control+Shift+z');
      expect(JSON.stringify(boxes(task))).to.equal(end);
      expect(task.answer['initialValueModified']).to.equal(true);
    });
  });

  describe('moving the picture', () => {
    it('zooms at the pointer by the wheel', async () => {
      const task = await open();
      const at = task.at([100, 80]);
      await wheel(at, -400);
      expect(task.at([100, 80])[0]).to.be.closeTo(at[0], 1);
      expect(task.at([100, 80])[1]).to.be.closeTo(at[1], 1);
      await task.press('f');
      expect(task.scale).to.be.lessThan(2);
    });

    it('pans by Space and by the middle button while a box is being drawn', async () => {
      const task = await open({ labels: ['Car'] });
      await wheel(task.at([200, 150]), -300);
      await task.focusStage();
      await task.click([150, 120]);
      const before = task.at([200, 150]);
      await hold(' ');
      await mouse.drag([before, [before[0] + 60, before[1] + 20]]);
      await release(' ');
      await mouse.drag([task.at([200, 150]), [task.at([200, 150])[0] + 40, task.at([200, 150])[1]]], {
        button: 'middle',
      });
      await painted();
      expect(task.at([200, 150])[0] - before[0]).to.be.closeTo(100, 2);
      await task.click([250, 190]);
      expect(places(task)).to.deep.equal([[150, 120, 100, 70]]);
    });

    for (const button of ['Space', 'the middle button'] as const) {
      it(`pans by ${button} in the middle of a drag, and goes on drawing from the same place`, async () => {
        const task = await open({ labels: ['Car'] });
        await wheel(task.at([200, 150]), -300);
        const [x, y] = task.at([200, 150]);
        await mouse.down(task.at([150, 120]));
        await mouse.move([x, y], { via: 4 });
        if (button === 'Space') await hold(' ');
        else await mouse.down(undefined, { button: 'middle' });
        await mouse.move([x - 60, y - 40], { via: 4 });
        await painted();
        if (button === 'Space') await release(' ');
        else await mouse.up(undefined, { button: 'middle' });
        expect(task.at([200, 150])[0], 'the picture went along').to.be.closeTo(x - 60, 1);
        await mouse.move(task.at([210, 160]), { via: 4 });
        await mouse.up();
        await painted();
        expect(places(task)).to.deep.equal([[150, 120, 60, 40]]);
      });
    }

    it('keeps the top canvas exactly over the picture, where templates lay their overlays', async () => {
      const task = await open();
      await wheel(task.at([200, 150]), -200);
      const upper = task.root.querySelector('canvas.upper-canvas')!.getBoundingClientRect();
      const picture = task.root.querySelector('.picture img')!.getBoundingClientRect();
      expect([upper.x, upper.y, upper.width, upper.height]).to.deep.equal([
        picture.x,
        picture.y,
        picture.width,
        picture.height,
      ]);
    });
  });

  describe('labels', () => {
    it('follow changes by script, and hide boxes whose label is gone', async () => {
      const task = await open({
        initialValue: [
          { label: 'Car', left: 0, top: 0, width: 10, height: 10 },
          { label: 'Bus', left: 50, top: 50, width: 10, height: 10 },
        ],
      });
      task.element.labels = task.element.labels.filter((label) => label !== 'Car') as never;
      await painted();
      expect(task.element.getAttribute('labels')).to.equal('["Bus"]');
      expect(boxes(task).map(({ label }) => label)).to.deep.equal(['Bus']);
      task.element.labels = "['Car', 'Bus',]" as never;
      await painted();
      expect(task.element.getAttribute('labels')).to.equal('["Car","Bus"]');
      expect(boxes(task)).to.have.length(2);
    });

    it('are cut on the picture when they are long, and not pressed together', async () => {
      const written: string[] = [];
      const { prototype } = CanvasRenderingContext2D;
      const fillText = prototype.fillText;
      prototype.fillText = function (text, ...place) {
        written.push(text);
        fillText.call(this, text, ...place);
      };
      try {
        const task = await open({ labels: ['A pedestrian who crosses the street outside of a marked crosswalk'] });
        await task.drag([
          [100, 100],
          [300, 200],
        ]);
        expect(written.at(-1)).to.match(/^A pedestrian who .*…$/);
      } finally {
        prototype.fillText = fillText;
      }
    });

    it('may be none, many, or in any script', async () => {
      const task = await open({ labels: [] });
      expect(task.labelRows).to.be.empty;
      task.element.labels = Array.from({ length: 200 }, (_, i) => `Label ${i}`) as never;
      await painted();
      expect(task.labelRows.length).to.be.greaterThan(5);
      task.element.labels = ['자동차', 'حافلة', '🚲 bike'] as never;
      await painted();
      await task.chooseLabel('حافلة');
      await task.drag([
        [10, 10],
        [60, 60],
      ]);
      expect(boxes(task)[0]).to.include({ label: 'حافلة' });
    });

    it('are not chosen by keys typed into a text field', async () => {
      const task = await open();
      const field = document.createElement('input');
      document.body.append(field);
      field.focus();
      await task.press('1');
      expect(field.value).to.equal('1');
      expect(task.chosenLabel).to.equal(undefined);
      field.remove();
    });
  });

  describe('value', () => {
    it('takes an answer object, skips unknown labels with a message, and is never null', async () => {
      const task = await open({
        initialValue: {
          boundingBoxes: [
            { label: 'Car', left: 10, top: 10, width: 20, height: 20 },
            { label: 'Plane', left: 10, top: 10, width: 20, height: 20 },
          ],
        },
      });
      expect(boxes(task)).to.have.length(1);
      expect(task.announcement).to.include('skipped: 1.');
      task.element.value = null as never;
      expect(boxes(task)).to.deep.equal([]);
    });

    it('gives a fresh copy each time', async () => {
      const task = await open({ initialValue: [{ label: 'Car', left: 10, top: 10, width: 20, height: 20 }] });
      (task.element._submittableValue['boundingBoxes'] as unknown[]).length = 0;
      expect(boxes(task)).to.have.length(1);
    });

    it('answers in a native form and keeps it from being sent empty', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const task = await open({ labels: ['Car'], within: form });
      expect(form.checkValidity()).to.equal(false);
      await task.drag([
        [10, 10],
        [60, 60],
      ]);
      expect(form.checkValidity()).to.equal(true);
      const data = JSON.parse(String(new FormData(form).get('task'))) as { boundingBoxes: unknown[] };
      expect(data.boundingBoxes).to.have.length(1);
      task.element.disabled = true;
      await painted();
      expect(new FormData(form).get('task')).to.equal(null);
      form.remove();
    });

    it('says by itself that there is something to label, and undo takes that back too', async () => {
      const task = await open({ labels: ['Car'] });
      const nothing = task.root.querySelector<HTMLInputElement>('#nothing-to-annotate input')!;
      await mouse.click(pointOf(nothing));
      expect(task.element.checkValidity()).to.equal(true);
      await task.drag([
        [10, 10],
        [60, 60],
      ]);
      expect(nothing.checked).to.equal(false);
      await task.press('Control+z');
      expect(boxes(task)).to.be.empty;
      expect(nothing.checked).to.equal(true);
    });

    it('cannot be edited when read-only', async () => {
      const task = await open({
        labels: ['Car'],
        initialValue: [{ label: 'Car', left: 10, top: 10, width: 50, height: 50 }],
        attributes: { readonly: '' },
      });
      await task.drag([
        [100, 100],
        [200, 200],
      ]);
      await task.click([30, 30]);
      await task.press('Delete');
      expect(boxes(task)).to.have.length(1);
    });

    it('fires input while drawing and change once when done', async () => {
      const task = await open({ labels: ['Car'] });
      const seen: string[] = [];
      for (const type of ['input', 'change']) task.element.addEventListener(type, () => seen.push(type));
      await task.drag([
        [10, 10],
        [60, 60],
      ]);
      expect(seen.filter((type) => type === 'change')).to.have.length(1);
      expect(seen.filter((type) => type === 'input').length).to.be.greaterThan(1);
    });
  });
});
