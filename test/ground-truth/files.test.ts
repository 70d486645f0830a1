import { expect } from 'chai';
import {
  buildWorkerAnswer,
  checkLabelAttributeName,
  checkWorkerResponse,
  decodeBoxes,
  decodeSemantic,
  extensionOf,
  formatS3Uri,
  initialBoxes,
  initialChoice,
  initialChoices,
  initialEntities,
  initialSemantic,
  isS3Uri,
  joinUri,
  labelAttributeNameFor,
  metadataKey,
  needsRefEnding,
  parseS3Uri,
  readWorkerResponse,
  taskFacts,
  verificationOverlay,
  workerResponsePath,
  writeWorkerResponse,
} from '../../src/answers/index.js';
import type { LabelAttributeUse, TaskType } from '../../src/answers/index.js';
import { codes } from '../answers/support.js';
import { randomSource, randomText } from '../parse/random.js';

describe('S3 URIs', () => {
  it('are read in all forms in which templates and manifests hold them', () => {
    const place = { bucket: 'my-bucket', key: 'a/b c.png' };
    const uris = [
      's3://my-bucket/a/b c.png',
      'https://s3.amazonaws.com/my-bucket/a/b%20c.png',
      'http://s3.amazonaws.com/my-bucket/a/b%20c.png',
      'https://s3.eu-west-1.amazonaws.com/my-bucket/a/b%20c.png?X-Amz-Date=1',
      'https://s3-us-west-2.amazonaws.com/my-bucket/a/b%20c.png',
      'https://my-bucket.s3.amazonaws.com/a/b%20c.png',
      'https://my-bucket.s3.ap-northeast-2.amazonaws.com/a/b%20c.png#x',
    ];
    for (const uri of uris) expect(parseS3Uri(uri), uri).to.deep.equal(place);
    expect(parseS3Uri('s3://bucket')).to.deep.equal({ bucket: 'bucket', key: '' });
    for (const other of ['https://example.com/a.png', 'bucket/key', '', 's3:///key']) {
      expect(parseS3Uri(other), other).to.equal(undefined);
    }
    expect(parseS3Uri('https://s3.amazonaws.com/b/%zz')).to.deep.equal({ bucket: 'b', key: '%zz' });
  });

  it('are written back', () => {
    expect(formatS3Uri({ bucket: 'b', key: 'k/x.png' })).to.equal('s3://b/k/x.png');
    expect(joinUri('s3://b/p/', '/x.png')).to.equal('s3://b/p/x.png');
    expect(joinUri('s3://b', 'x.png')).to.equal('s3://b/x.png');
  });

  it('are told from other addresses', () => {
    for (const uri of ['s3://b/k', 'https://h/k', 's3://b']) expect(isS3Uri(uri), uri).to.equal(true);
    for (const uri of ['http://h/k', 'k', 's3://', '', `s3://b/${'k'.repeat(1020)}`])
      expect(isS3Uri(uri)).to.equal(false);
  });

  it('have an ending', () => {
    expect(
      ['s3://b/a.JPG', 'https://h/a.b/c.tar.gz?x=.y', 's3://b.c/k', 's3://b/.hidden'].map(extensionOf),
    ).to.deep.equal(['.jpg', '.gz', '', '']);
  });
});

describe('label attribute names', () => {
  const check = (name: string, use?: LabelAttributeUse) => codes(checkLabelAttributeName(name, use));

  it('follow the pattern', () => {
    for (const good of ['a', 'Car-boxes2', 'a--b', '1', 'a'.repeat(127)]) expect(check(good), good).to.deep.equal([]);
    for (const bad of ['', '-a', 'a-', 'a_b', 'a.b', 'a$', 'a b', 'é'])
      expect(check(bad), bad).to.deep.equal(['name-signs']);
    expect(check('a'.repeat(128))).to.deep.equal(['name-too-long']);
  });

  it('avoid reserved ones', () => {
    expect(check('source')).to.deep.equal(['name-reserved']);
    expect(check('source-ref', { task: 'bounding-box' })).to.deep.equal(['name-reserved']);
    expect(check('car-metadata')).to.deep.equal(['name-metadata']);
    expect(check('car', { audited: 'car' })).to.deep.equal(['name-of-audited']);
    expect(metadataKey('car')).to.equal('car-metadata');
  });

  it('end with -ref where labels are files, and nowhere else', () => {
    const files: readonly TaskType[] = [
      'semantic-segmentation',
      'video-object-detection',
      'video-object-tracking',
      'point-cloud-tracking',
      'point-cloud-segmentation',
      'point-cloud-linking',
    ];
    for (const task of Object.keys(taskFacts) as TaskType[]) {
      const expected = task === 'custom' ? undefined : files.includes(task);
      for (const mode of ['label', 'adjust'] as const) expect(needsRefEnding(task, mode), task).to.equal(expected);
      if (expected === true) expect(check('car', { task })).to.deep.equal(['name-needs-ref']);
      if (expected === false) expect(check('car-ref', { task })).to.deep.equal(['name-has-ref']);
    }
    expect(needsRefEnding('semantic-segmentation', 'verify')).to.equal(false);
    expect(needsRefEnding('video-object-tracking', 'verify')).to.equal(true);
  });

  it('can be made from any job name', () => {
    const random = randomSource(53);
    const names = [
      'My job 1',
      'source',
      '',
      '---',
      'a-ref',
      'a-metadata',
      'x-ref-ref-metadata',
      'a'.repeat(300),
      '한국어',
    ];
    for (let run = 0; run < 300; run += 1) names.push(randomText(random, 20));
    for (const name of names) {
      for (const use of [{}, { task: 'bounding-box' }, { task: 'semantic-segmentation' }] as const) {
        const made = labelAttributeNameFor(name, use);
        expect(check(made, use), `${name} -> ${made}`).to.deep.equal([]);
        const audited = { ...use, audited: made };
        expect(check(labelAttributeNameFor(name, audited), audited), made).to.deep.equal([]);
      }
    }
    expect(labelAttributeNameFor('My job 1', { task: 'semantic-segmentation' })).to.equal('My-job-1-ref');
  });
});

describe('worker responses', () => {
  const answers = {
    boundingBox: {
      boundingBoxes: [{ height: 1, label: 'Car', left: 0, top: 0, width: 1 }],
      inputImageProperties: { height: 2, width: 2 },
    },
  };
  const submitted = new Date('2026-11-20T08:27:40.664Z');
  const built = buildWorkerAnswer({
    answers,
    workerId: 'a1b2',
    acceptedAt: new Date('2026-11-20T08:27:00.5Z'),
    submittedAt: submitted,
    timeSpentMs: 40_164.4,
    identity: { identityProviderType: 'Oidc', issuer: 'https://issuer', sub: 'me' },
  });

  it('are written with sorted keys and exact times', () => {
    expect(writeWorkerResponse([built])).to.equal(
      '{"answers":[{"acceptanceTime":"2026-11-20T08:27:00.500Z","answerContent":{"boundingBox":{"boundingBoxes":' +
        '[{"height":1,"label":"Car","left":0,"top":0,"width":1}],"inputImageProperties":{"height":2,"width":2}}},' +
        '"submissionTime":"2026-11-20T08:27:40.664Z","timeSpentInSeconds":40.164,"workerId":"a1b2",' +
        '"workerMetadata":{"identityData":{"identityProviderType":"Oidc","issuer":"https://issuer","sub":"me"}}}]}',
    );
    const least = buildWorkerAnswer({ answers: {}, workerId: 'w', submittedAt: submitted });
    expect(Object.keys(least)).to.deep.equal(['answerContent', 'submissionTime', 'workerId']);
  });

  it('are read back as they were', () => {
    const { value, problems } = readWorkerResponse(writeWorkerResponse([built, built]));
    expect(problems).to.deep.equal([]);
    expect(value.answers).to.deep.equal([built, built]);
  });

  it('of Augmented AI loops are read too', () => {
    const loop = { flowDefinitionArn: 'arn', humanAnswers: [built], humanLoopName: 'x', inputContent: {} };
    expect(readWorkerResponse(JSON.stringify(loop)).value.answers).to.deep.equal([built]);
  });

  it('lose only the answers that cannot be used', () => {
    const { value, problems } = readWorkerResponse(
      JSON.stringify({
        answers: [
          built,
          { ...built, submissionTime: 'yesterday' },
          { ...built, answerContent: undefined },
          5,
          { ...built, acceptanceTime: '2027-01-01T00:00:00.000Z', timeSpentInSeconds: -1 },
        ],
      }),
    );
    expect(value.answers).to.have.length(2);
    expect(problems.map(({ code }) => code)).to.deep.equal([
      'bad-time',
      'missing',
      'wrong-type',
      'time-order',
      'negative-time',
    ]);
    expect(codes(readWorkerResponse('{"answers": [}').problems)).to.deep.equal(['not-json']);
    expect(codes(readWorkerResponse('[]').problems)).to.deep.equal(['no-answers']);
  });

  it('are checked against the elements', () => {
    const tags = { boundingBox: 'crowd-bounding-box' } as const;
    expect(checkWorkerResponse({ answers: [built] }, tags)).to.deep.equal([]);
    const wrong = { ...built, answerContent: { boundingBox: { boundingBoxes: [] } } };
    expect(checkWorkerResponse({ answers: [built, wrong] }, tags)[0]?.path).to.equal(
      'answers[1].answerContent.boundingBox.inputImageProperties',
    );
  });

  it('have a place', () => {
    expect(workerResponsePath({ index: 3, time: submitted })).to.equal(
      'annotations/worker-response/iteration-1/3/2026-11-20_08:27:40.json',
    );
    expect(workerResponsePath({ index: 0, iteration: 2, time: submitted, colon: '_' })).to.equal(
      'annotations/worker-response/iteration-2/0/2026-11-20_08_27_40.json',
    );
  });
});

describe('initial values from an earlier job', () => {
  const boxLine = {
    'source-ref': 's3://b/a.jpg',
    boxes: {
      image_size: [{ width: 500, height: 400, depth: 3 }],
      annotations: [
        { class_id: 0, left: 111, top: 134, width: 61, height: 128 },
        { class_id: '5', left: 161, top: 250, width: 30, height: 30 },
        { class_id: 9, left: 0, top: 0, width: 1, height: 1 },
        { class_id: 0, left: 490, top: 0, width: 20, height: 1 },
      ],
    },
    'boxes-metadata': { 'class-map': { 0: 'dog', 5: 'bone' }, type: 'groundtruth/object-detection' },
  };

  it('give boxes', () => {
    const { value, problems } = initialBoxes({ line: boxLine, name: 'boxes' });
    expect(value).to.deep.equal([
      { height: 128, label: 'dog', left: 111, top: 134, width: 61 },
      { height: 30, label: 'bone', left: 161, top: 250, width: 30 },
      { height: 1, label: 'dog', left: 490, top: 0, width: 10 },
    ]);
    expect(codes(problems)).to.deep.equal(['unknown-class', 'outside-image']);
    expect(decodeBoxes(value, { labels: ['dog', 'bone'] }).annotations).to.have.length(3);
  });

  it('give boxes from a worker answer too', () => {
    const boundingBoxes = [{ height: 1, label: 'dog', left: 1, top: 1, width: 1 }];
    expect(initialBoxes({ line: { b: { boundingBoxes } }, name: 'b' }).value).to.deep.equal(boundingBoxes);
    expect(codes(initialBoxes({ line: {}, name: 'b' }).problems)).to.deep.equal(['no-boxes']);
    expect(initialBoxes({ line: { b: { annotations: [] } }, name: 'b' })).to.deep.equal({ value: [], problems: [] });
  });

  const maskLine = {
    'source-ref': 's3://b/a.jpg',
    'city-ref': 's3://b/out/0_x.png',
    'city-ref-metadata': {
      'internal-color-map': {
        0: { 'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.9 },
        1: { 'class-name': 'tree', 'hex-color': '#2CA02C', confidence: 0.9 },
        2: { 'class-name': 'bus', 'hex-color': '#1f77b4', confidence: 0.9 },
      },
    },
  };

  it('give masks without the background', () => {
    const { value, problems } = initialSemantic({ line: maskLine, name: 'city-ref' });
    expect(JSON.stringify(value)).to.equal(
      '{"labelMappings":{"bus":{"color":"#1f77b4"},"tree":{"color":"#2ca02c"}},"src":"s3://b/out/0_x.png"}',
    );
    expect(problems).to.deep.equal([]);
    expect(decodeSemantic(value, ['tree', 'bus']).value.labels).to.have.length(2);
  });

  it('say when a mask has no colours', () => {
    const bare = { m: 's3://b/m.png', 'm-metadata': { 'internal-color-map': { 1: { 'class-name': 'tree' } } } };
    expect(initialSemantic({ line: bare, name: 'm' }).value).to.equal(undefined);
    expect(codes(initialSemantic({ line: bare, name: 'm' }).problems)).to.deep.equal(['no-color']);
    expect(codes(initialSemantic({ line: { m: 's3://b/m.png' }, name: 'm' }).problems)).to.deep.equal(['no-color-map']);
    expect(codes(initialSemantic({ line: {}, name: 'm' }).problems)).to.deep.equal(['no-mask']);
  });

  it('give categories', () => {
    const line = {
      single: 0,
      'single-metadata': { 'class-name': 'dog', confidence: 0 },
      multi: [0, '2', 7],
      'multi-metadata': { 'class-map': { 0: 'dog', 2: 'cat' }, 'confidence-map': { 0: 0.95, 2: 0.2 } },
      answer: { label: 'cow' },
    };
    expect(initialChoice({ line, name: 'single' }).value).to.equal('dog');
    expect(initialChoice({ line, name: 'answer' }).value).to.equal('cow');
    expect(codes(initialChoice({ line, name: 'none' }).problems)).to.deep.equal(['no-class']);
    expect(initialChoices({ line, name: 'multi' }).value).to.deep.equal(['dog', 'cat']);
    expect(codes(initialChoices({ line, name: 'multi' }).problems)).to.deep.equal(['unknown-class']);
    expect(initialChoices({ line, name: 'multi' }, 0.5).value).to.deep.equal(['dog']);
    expect(codes(initialChoices({ line, name: 'single' }).problems)).to.deep.equal(['no-classes']);
  });

  it('give entities', () => {
    const entities = [{ label: 'person', startOffset: 0, endOffset: 4 }, { label: 'date' }];
    const line = { source: 'Jane', ner: { annotations: { labels: [{ label: 'person' }], entities } } };
    const { value, problems } = initialEntities({ line, name: 'ner' });
    expect(value).to.deep.equal([{ endOffset: 4, label: 'person', startOffset: 0 }]);
    expect(codes(problems)).to.deep.equal(['bad-entity']);
    expect(codes(initialEntities({ line, name: 'x' }).problems)).to.deep.equal(['no-entities']);
  });

  it('give overlays for verification', () => {
    const boxes = verificationOverlay({ line: boxLine, name: 'boxes' }, ['bone', 'dog', 'ball']).value;
    expect(boxes).to.have.nested.property('boundingBox.value').with.length(3);
    expect(boxes).to.have.deep.nested.property('boundingBox.labels', ['bone', 'dog', 'ball']);
    expect(verificationOverlay({ line: boxLine, name: 'boxes' }).value).to.have.deep.nested.property(
      'boundingBox.labels',
      ['bone', 'dog'],
    );
    expect(verificationOverlay({ line: maskLine, name: 'city-ref' }).value).to.deep.equal({
      semanticSegmentation: {
        labelMappings: { bus: { color: '#1f77b4' }, tree: { color: '#2ca02c' } },
        labels: ['bus', 'tree'],
        src: 's3://b/out/0_x.png',
      },
    });
    expect(verificationOverlay({ line: {}, name: 'x' }).value).to.equal(undefined);
  });
});
