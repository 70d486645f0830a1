import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentPolicy, taskPage } from '../src/task-page.js';

const count = (text, part) => text.split(part).length - 1;

describe('task page', () => {
  it('is an ordinary document with one script tag', () => {
    const page = taskPage('<crowd-form></crowd-form>');
    assert.match(page, /^<!doctype html>/);
    assert.equal(count(page, '<script'), 1);
    assert.match(page, /<script src="\/crowd-html-elements\.js"><\/script>/);
    assert.match(page, /<body>\n<crowd-form><\/crowd-form>\n<\/body>/);
  });

  for (const tag of [
    '<script src="https://assets.crowd.aws/crowd-html-elements.js"></script>',
    "<script async src='//assets.crowd.aws/crowd-html-elements.js?v=2'></script>",
    '<SCRIPT SRC=crowd-html-elements.js></SCRIPT>',
    '<script src="/crowd-html-elements.js"></script>',
  ]) {
    it(`puts this library where the template has ${tag}`, () => {
      const page = taskPage(`<crowd-form></crowd-form>\n${tag}`);
      assert.equal(count(page.toLowerCase(), '<script'), 1);
      assert.match(page, /<\/crowd-form>\n<script [^>]*src="\/crowd-html-elements\.js"[^>]*>/i);
    });
  }

  it('leaves other scripts as they are', () => {
    const page = taskPage('<script src="helper.js"></script><script>var a = "crowd-html-elements";</script>');
    assert.match(page, /<script src="helper\.js"><\/script><script>var a = "crowd-html-elements";<\/script>/);
  });

  it('puts the bridge before everything else, also into whole documents', () => {
    const bridge = '<script src="/lab-bridge.js"></script>';
    const documents = {
      '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body></body></html>':
        /<head><script src="\/lab-bridge/,
      '<html><body>x</body></html>': /<html><script src="\/lab-bridge/,
      '<!doctype html><p>x': /^<!doctype html><script src="\/lab-bridge/,
    };
    for (const [template, place] of Object.entries(documents)) {
      const page = taskPage(template, { bridge: true });
      assert.match(page, place);
      assert.equal(count(page, bridge), 1);
    }
    assert.doesNotMatch(taskPage('x', { bridge: false }), /lab-bridge/);
  });

  it('gives the language and theme to the document, the worker before the template', () => {
    assert.match(taskPage('x', { lang: 'ko', theme: 'dark' }), /<html lang="ko" data-theme="dark">/);
    assert.match(taskPage('<html lang="en"><head></head></html>', { lang: 'ko' }), /<html lang="ko" lang="en">/);
  });

  it('escapes the title', () => assert.match(taskPage('x', { title: '</title><b>' }), /<title>&lt;\/title&gt;/));
});

describe('content policy', () => {
  it('allows inline code only when it is not strict', () => {
    assert.match(contentPolicy({ strict: false }), /script-src 'self' 'unsafe-inline'/);
    assert.doesNotMatch(contentPolicy({ strict: true }), /unsafe/);
    assert.match(
      contentPolicy({ strict: true }),
      /^default-src 'none'; script-src 'self' 'report-sample'; style-src 'self' 'report-sample';/,
    );
  });

  it('knows no other host', () => {
    for (const strict of [true, false]) assert.doesNotMatch(contentPolicy({ strict }), /https?:|\*|unsafe-eval/);
  });
});
