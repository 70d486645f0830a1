import { expect } from '@open-wc/testing';
import { checkAnswer } from '../../../src/answers/index.js';
import '../../../src/elements/crowd-form.js';
import '../../../src/elements/crowd-rekognition-detect-moderation-labels.js';
import type { CrowdForm } from '../../../src/elements/form/crowd-form.js';
import { painted } from '../../support/input.js';
import { closeClassifiers, openClassifier } from '../classify/classify-harness.js';
import { checkerboard } from '../image/annotator-harness.js';

const tag = 'crowd-rekognition-detect-moderation-labels';

describe(tag, () => {
  afterEach(closeClassifiers);

  const open = (categories: string, within?: Element) =>
    openClassifier(tag, {
      attributes: { categories, src: checkerboard(80, 60), 'exclusion-category': "{text: 'None'}" },
      html: '',
      within,
    });

  it('answers with the full objects under the name that the service expects', async () => {
    const form = document.createElement('crowd-form') as CrowdForm;
    document.body.append(form);
    const task = await open("[{name: 'Violence', parentName: ''}, {name: 'Weapons', parentName: 'Violence'}]", form);
    expect(task.shown).to.deep.equal(['Violence', 'Weapons']);
    await task.press('2');
    expect(JSON.stringify(form.answers)).to.equal(
      '{"AWS/Rekognition/DetectModerationLabels/Image/V3":{"moderationLabels":[{"name":"Weapons","parentName":"Violence"}]}}',
    );
    expect(checkAnswer(tag, form.answers)).to.deep.equal([]);
    expect(task.element._submittableValue).to.deep.equal(form.answers);
  });

  it('answers texts as texts, and nothing for the exclusion category', async () => {
    const task = await open("['Nudity', 'Drugs']");
    await task.press('2', '1');
    expect(task.answer).to.deep.equal({ moderationLabels: ['Nudity', 'Drugs'] });
    await task.press('0');
    expect(task.answer).to.deep.equal({ moderationLabels: [] });
    expect(task.element.checkValidity()).to.equal(true);
  });

  it('leaves out entries without a name, and goes on', async () => {
    const task = await open("[{name: 'A'}, {title: 'B'}, 'C']");
    expect(task.shown).to.deep.equal(['A', 'C']);
    task.element.categories = [{ name: 'X', parentName: 'Y' }];
    await painted();
    expect(task.element.getAttribute('categories')).to.equal('[{"name":"X","parentName":"Y"}]');
  });
});
