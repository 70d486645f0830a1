import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.js';
import { hold, mouse, painted, release, touch, wheel, withClipboard } from '../../support/input.js';
import { expectNoLeak } from '../../support/leak.js';
import { Dice } from '../../document/random-edits.js';
import { closeTasks, openTask, type AnnotatorHarness, type ImagePoint, type TaskOptions } from './annotator-harness.js';

/** What tells one element for shapes from another; the suite does the rest. */
export interface ShapeSuiteOptions {
  /** Key of the list in the answer. */
  readonly key: string;
  /** Id of the drawing tool's button. */
  readonly tool: string;
  /** Draws one shape within the given square and ends it. */
  draw(task: AnnotatorHarness, at: ImagePoint, side: number): Promise<void>;
  /** A shape within the given square as answers write it, without its label. */
  shape(at: ImagePoint, side: number): object;
  /** A place where a click selects that shape, and where a press takes hold of all of it. */
  grip(at: ImagePoint, side: number): ImagePoint;
  /** All points of an answered shape. */
  points(shape: never): readonly ImagePoint[];
  /** Other tools, and keys of commands, that only some elements have: random edits use them too. */
  readonly tools?: readonly string[];
  readonly keys?: readonly string[];
  /** Draws one shape by keys alone, with the stage in focus and the cursor shown in the middle. */
  drawByKeys(task: AnnotatorHarness): Promise<void>;
}

const IMAGE = { width: 400, height: 300 };

/** What every element for shapes on a picture must do, whatever the shapes are. */
export function runShapeElementSuite(tag: string, suite: ShapeSuiteOptions): void {
  const { key, draw, grip } = suite;
  const open = (options: TaskOptions = {}) => openTask(tag, { labels: ['Car', 'Bus'], ...options });
  const list = (task: AnnotatorHarness) => task.answer[key] as { label: string }[];
  const text = (task: AnnotatorHarness) => JSON.stringify(task.answer[key]);
  const labelled = (label: string, at: ImagePoint, side: number) => ({ label, ...suite.shape(at, side) });
  const first: ImagePoint = [60, 60];
  const second: ImagePoint = [240, 140];

  describe(`${tag}, like every element for shapes`, () => {
    afterEach(closeTasks);

    it('asks for a label first, and takes the only one', async () => {
      const task = await open();
      await draw(task, first, 60);
      expect(list(task)).to.be.empty;
      expect(task.announcement).to.equal('Choose a label first.');
      task.element.remove();
      const other = await open({ labels: ['Car'] });
      await draw(other, first, 60);
      expect(list(other)).to.have.length(1);
    });

    it('announces, lists and counts what is drawn', async () => {
      const task = await open();
      await task.press('1');
      await draw(task, first, 60);
      expect(task.announcement).to.equal('Car added. 1 shape.');
      expect(task.objects.filter((row) => row.textContent?.includes('Car'))).to.have.length(1);
    });

    it('answers with keys in order, the size of the picture, and labels in use', async () => {
      const task = await open({ initialValue: [labelled('Bus', first, 60)] });
      expect(task.answer).to.deep.equal({
        [key]: [labelled('Bus', first, 60)],
        initialValueModified: false,
        inputImageProperties: { height: 300, width: 400 },
      });
      expect(Object.keys(task.answer)).to.deep.equal(Object.keys(task.answer).sort());
    });

    it('takes its own answer as an initial value, and gives it back unchanged', async () => {
      const shapes = [labelled('Car', first, 60), labelled('Bus', second, 80)];
      for (const initialValue of [shapes, { [key]: shapes }, [{ [key]: shapes }], JSON.stringify({ [key]: shapes })]) {
        const task = await open({ initialValue });
        expect(list(task)).to.deep.equal(shapes);
        const again = await open({ initialValue: task.answer });
        expect(list(again)).to.deep.equal(shapes);
        closeTasks();
      }
    });

    it('draws by keys alone', async () => {
      const task = await open({ labels: ['Car'] });
      await task.focusStage();
      await task.press('Enter');
      await suite.drawByKeys(task);
      expect(list(task)).to.have.length(1);
      for (const [x, y] of suite.points(list(task)[0] as never)) {
        expect(x).to.be.within(0, 400);
        expect(y).to.be.within(0, 300);
      }
    });

    it('selects, moves, relabels, deletes, and undoes each of them', async () => {
      const task = await open({ initialValue: [labelled('Car', first, 60)] });
      const states = [text(task)];
      await task.use('select');
      const [x, y] = grip(first, 60);
      await task.click([x, y]);
      await task.drag([
        [x, y],
        [x + 30, y + 20],
      ]);
      states.push(text(task));
      await task.press('Shift+ArrowRight', 'ArrowUp');
      states.push(text(task));
      await task.press('2');
      expect(list(task)[0]!.label).to.equal('Bus');
      states.push(text(task));
      await task.press('Delete');
      expect(list(task)).to.be.empty;
      expect(new Set(states).size, 'every edit changed the answer').to.equal(states.length);
      await task.press('Control+z');
      expect(text(task)).to.equal(states[3]);
      await task.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
      expect(text(task)).to.equal(states[0]);
      expect(task.answer['initialValueModified']).to.equal(false);
    });

    async function pasteIntoNext(task: AnnotatorHarness): Promise<AnnotatorHarness> {
      let next = task;
      await withClipboard(async () => {
        await task.press('Control+c');
        task.element.remove();
        next = await open();
        await next.focusStage();
        await next.press('Control+v');
      });
      return next;
    }

    it('duplicates, copies and pastes, also into the next task', async () => {
      const task = await open({ initialValue: [labelled('Bus', first, 60)] });
      await task.press('Control+a', 'd');
      expect(list(task)).to.have.length(2);
      const next = await pasteIntoNext(task);
      expect(list(next).map(({ label }) => label)).to.deep.equal(['Bus']);
    });

    it('keeps hidden and locked shapes from the pointer, and in the answer', async () => {
      const task = await open({ initialValue: [labelled('Car', first, 60), labelled('Bus', second, 80)] });
      await task.use('select');
      await task.click(grip(first, 60));
      await task.press('l', 'Escape');
      await task.click(grip(second, 80));
      await task.press('o', 'Escape');
      await task.click(grip(first, 60));
      await task.press('Delete');
      await task.click(grip(second, 80));
      await task.press('Delete');
      expect(list(task)).to.have.length(2);
    });

    it('moves the picture in every state, and draws on afterwards', async () => {
      const task = await open({ labels: ['Car'] });
      await wheel(task.at([200, 150]), -200);
      await task.focusStage();
      const from = task.at([200, 150]);
      await hold(' ');
      await mouse.drag([from, [from[0] + 30, from[1] + 10]]);
      await release(' ');
      await painted();
      expect(task.at([200, 150])[0] - from[0]).to.be.closeTo(30, 2);
      expect(list(task)).to.be.empty;
      await draw(task, [180, 130], 50);
      expect(list(task)).to.have.length(1);
    });

    it('zooms with two fingers, and draws nothing by that', async () => {
      const task = await open({ labels: ['Car'] });
      const before = task.scale;
      await touch.pinch({
        from: [task.at([180, 150]), task.at([220, 150])],
        to: [task.at([100, 150]), task.at([300, 150])],
      });
      await painted();
      expect(task.scale).to.be.greaterThan(before * 1.5);
      expect(list(task)).to.be.empty;
    });

    it('forgets what is unfinished on Escape', async () => {
      const task = await open({ labels: ['Car'] });
      await mouse.down(task.at([50, 50]));
      await mouse.move(task.at([120, 130]), { via: 4 });
      await task.press('Escape');
      await mouse.up();
      await task.press('Escape');
      expect(list(task)).to.be.empty;
    });

    it('follows labels that a script changes', async () => {
      const task = await open({ initialValue: [labelled('Car', first, 60), labelled('Bus', second, 80)] });
      task.element.labels = ['Bus'] as never;
      await painted();
      expect(task.element.getAttribute('labels')).to.equal('["Bus"]');
      expect(list(task).map(({ label }) => label)).to.deep.equal(['Bus']);
    });

    it('is part of a native form, and keeps it from being sent empty', async () => {
      const form = document.createElement('form');
      document.body.append(form);
      const task = await open({ labels: ['Car'], within: form });
      expect(form.checkValidity()).to.equal(false);
      await draw(task, first, 60);
      expect(form.checkValidity()).to.equal(true);
      const data = JSON.parse(String(new FormData(form).get('task'))) as Record<string, unknown[]>;
      expect(data[key]).to.have.length(1);
      form.remove();
    });

    it('cannot be edited when read-only', async () => {
      const task = await open({
        labels: ['Car'],
        initialValue: [labelled('Car', first, 60)],
        attributes: { readonly: '' },
      });
      const before = text(task);
      await draw(task, second, 60);
      await task.click(grip(first, 60));
      await task.press('Delete', 'ArrowRight');
      expect(text(task)).to.equal(before);
    });

    it('keeps its rules', async () => {
      const task = await open({ labels: ['Car'], attributes: { rules: '{count: {min: 2}}' } });
      await draw(task, first, 60);
      expect(task.element.checkValidity()).to.equal(false);
      expect(task.element.validationMessage).to.contain('Draw at least 1 more');
      await draw(task, second, 60);
      expect(task.element.checkValidity()).to.equal(true);
    });

    it('never leaves the picture, and undo after any edits is where it began', async function () {
      this.timeout(30_000);
      for (let seed = 1; seed <= 2; seed++) {
        const dice = new Dice(seed);
        const task = await open({ initialValue: [labelled('Car', first, 60), labelled('Bus', second, 80)] });
        const before = text(task);
        await task.press('1');
        for (let edit = 0; edit < 16; edit++) await editAtRandom(task, dice);
        await task.press('Escape', 'Escape');
        for (const shape of list(task)) {
          for (const [x, y] of suite.points(shape as never)) {
            expect(x, `seed ${seed}`).to.be.within(0, 400);
            expect(y, `seed ${seed}`).to.be.within(0, 300);
            expect([x % 1, y % 1]).to.deep.equal([0, 0]);
          }
        }
        const answer = list(task);
        const again = await open({ initialValue: answer });
        expect(list(again), `seed ${seed}: answer, load, answer`).to.deep.equal(answer);
        again.element.remove();
        for (let i = 0; i < 60; i++) {
          if (task.button('undo')?.disabled !== false) break;
          await task.press('Control+z');
        }
        expect(text(task), `seed ${seed}`).to.equal(before);
        closeTasks();
      }
    });

    it('has no accessibility problem, empty and at work', async () => {
      const task = await open();
      await expectAccessible(task.element);
      await task.press('1');
      await draw(task, first, 60);
      await expectAccessible(task.element);
    });

    it('leaves nothing behind', async () => {
      await expectNoLeak({
        times: 8,
        open: async () => (await open({ labels: ['Car'], initialValue: [labelled('Car', first, 60)] })).element,
        close: () => closeTasks(),
      });
    });
  });

  /** Anything a hand may do, also beyond the picture. */
  async function editAtRandom(task: AnnotatorHarness, dice: Dice): Promise<void> {
    const place = (): ImagePoint => [dice.below(IMAGE.width + 40) - 20, dice.below(IMAGE.height + 40) - 20];
    switch (dice.below(8)) {
      case 0:
        return draw(task, [dice.below(300), dice.below(200)], 20 + dice.below(80));
      case 1:
        return task.use(dice.oneOf(['select', suite.tool, suite.tool, ...(suite.tools ?? [])]));
      case 7: {
        // A corner of what is there: taken hold of, it bends the shape, and those that share it.
        const shape = dice.oneOf(list(task));
        const corner = shape && dice.oneOf(suite.points(shape as never));
        if (!corner) return;
        await task.click(corner);
        return task.drag([corner, place()], { modifiers: dice.oneOf([[], ['Shift'], ['Control']]) });
      }
      case 2:
        return task.drag([place(), place()]);
      case 3:
        return task.click(place());
      case 4:
        return task.press(dice.oneOf(['Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowLeft', 'Alt+Shift+ArrowDown']));
      case 5:
        return task.press(dice.oneOf(['d', '2', '1', '[', ']', 'Delete', 'Escape', ...(suite.keys ?? [])]));
      default:
        return task.press(dice.oneOf(['Control+z', 'Control+Shift+z', 'Control+a', 'Enter']));
    }
  }
}
