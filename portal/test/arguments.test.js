import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommand } from '../src/arguments.js';

describe('command line', () => {
  it('shows the gallery by default', () => {
    assert.deepEqual(parseCommand([]), {
      template: undefined,
      data: undefined,
      labels: undefined,
      header: undefined,
      buckets: {},
      output: undefined,
      port: 4400,
      open: true,
      help: false,
    });
  });

  it('takes a template with its data and buckets', () => {
    const command = parseCommand([
      'my.liquid.html',
      '--data',
      'my.manifest',
      '--s3',
      'a=x',
      '--s3',
      's3://b/=y',
      '--no-open',
      '--port',
      '5000',
    ]);
    assert.equal(command.template, 'my.liquid.html');
    assert.equal(command.data, 'my.manifest');
    assert.deepEqual(command.buckets, { a: 'x', b: 'y' });
    assert.deepEqual([command.open, command.port], [false, 5000]);
  });

  const wrong = {
    'two templates': [['a.html', 'b.html'], /One template at a time/],
    'a port that is none': [['--port', 'x'], /not a port/],
    'data without a template': [['--data', 'a'], /needs a template/],
    'a bucket without a folder': [['t', '--s3', 'bucket'], /should look like/],
    'an unknown option': [['--colour'], /colour/],
  };
  for (const [what, [args, message]] of Object.entries(wrong)) {
    it(`says what is wrong with ${what}`, () => assert.throws(() => parseCommand(args), message));
  }
});
