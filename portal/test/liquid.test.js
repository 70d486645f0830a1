import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderTemplate } from '../src/liquid/engine.js';

const render = (template, input = {}, grantReadAccess = (uri) => uri.replace('s3://', '/files/')) =>
  renderTemplate(template, { input, grantReadAccess });
const html = (template, input) => render(template, input).html;

describe('output of worker task templates', () => {
  const text = `<O'Neil & "Sons" &amp;>`;
  const escaped = '&lt;O&#39;Neil &amp; &quot;Sons&quot; &amp;amp;&gt;';

  it('escapes every output', () => {
    assert.equal(html('{{ task.input.text }}', { text }), escaped);
  });

  it('does not escape twice when the template asks for it', () => {
    assert.equal(html('{{ task.input.text | escape }}', { text }), escaped);
    assert.equal(html('{{ task.input.text | upcase | escape }}', { text: 'a&b' }), 'A&amp;B');
  });

  it('leaves entities alone with escape_once', () => {
    assert.equal(
      html('{{ task.input.text | escape_once }}', { text: '<b> &amp; &#39; & &x' }),
      '&lt;b&gt; &amp; &#39; &amp; &amp;x',
    );
  });

  it('prints raw text with skip_autoescape, also when another filter follows', () => {
    assert.equal(html('{{ task.input.text | skip_autoescape }}', { text }), text);
    assert.equal(html('{{ task.input.text | skip_autoescape | append: "<i>" }}', { text: '<b>' }), '<b><i>');
  });

  it('prints objects and lists as escaped JSON', () => {
    const json = '{&quot;a&quot;:[1,&quot;it&#39;s&quot;]}';
    for (const filters of ['', '| to_json', '| to_json | escape']) {
      assert.equal(html(`{{ task.input.value ${filters} }}`, { value: { a: [1, "it's"] } }), json);
    }
    assert.equal(html('{{ task.input.value | to_json | skip_autoescape }}', { value: ['<'] }), '["<"]');
  });

  it('prints nothing for null, and numbers and booleans as they are', () => {
    assert.equal(
      html('[{{ task.input.a }}{{ task.input.b }}{{ task.input.c }}]', { a: null, b: 0, c: false }),
      '[0false]',
    );
  });
});

describe('paths and tags', () => {
  it('reads names with hyphens', () => {
    const input = { 'source-ref': 's3://b/k.jpg', 'boxes-metadata': { 'class-map': { 0: 'Car' } } };
    assert.equal(html('{{ task.input.source-ref }}', input), 's3://b/k.jpg');
    assert.equal(html("{{ task.input['source-ref'] }}", input), 's3://b/k.jpg');
    assert.equal(html('{% assign id = 0 %}{{ task.input.boxes-metadata.class-map[id] }}', input), 'Car');
  });

  it('finds a class by a captured number', () => {
    const template =
      '{% for box in task.input.boxes %}{% capture id %}{{ box.class_id }}{% endcapture %}{{ forloop.index }}:{{ task.input.map[id] }};{% endfor %}';
    assert.equal(
      html(template, { boxes: [{ class_id: 1 }, { class_id: 0 }], map: { 0: 'Bus', 1: 'Car' } }),
      '1:Car;2:Bus;',
    );
  });

  it('keeps a captured text plain as a key and escapes it once when printed', () => {
    const template = '{% capture key %}{{ task.input.key }}{% endcapture %}{{ task.input.map[key] }} {{ key }}';
    assert.equal(html(template, { key: 'R&D', map: { 'R&D': 'found' } }), 'found R&amp;D');
  });

  it('keeps captured markup, with its values escaped', () => {
    const template = '{% capture note %}<b>{{ task.input.text }}</b>{% endcapture %}{{ note }}';
    assert.equal(html(template, { text: '<i>' }), '<b>&lt;i&gt;</b>');
  });

  it('iterates objects as pairs', () => {
    const template =
      '{% for pair in task.input.map %}{{ pair[0] }}={{ pair[1].hex-color }}{{ pair[1]["hex-color"] }};{% endfor %}';
    assert.equal(html(template, { map: { a: { 'hex-color': '#f00' } } }), 'a=#f00#f00;');
  });

  it('grants access to addresses from data and from literals', () => {
    assert.equal(
      html("{{ task.input.uri | grant_read_access }} {{ 's3://b/guide.png' | grant_read_access }}", {
        uri: 's3://b/a.jpg',
      }),
      '/files/b/a.jpg /files/b/guide.png',
    );
  });
});

describe('what a template cannot do', () => {
  for (const tag of ["include 'x'", "render 'x'", "layout 'x'"]) {
    it(`refuses ${tag}`, () => {
      const { html: result, problems } = render(`line 1\n  {% ${tag} %}`);
      assert.equal(result, '');
      assert.deepEqual([problems[0].line, problems[0].column, problems[0].severity], [2, 3, 'error']);
      assert.match(problems[0].message, /single file/);
    });
  }

  it('reaches no prototype', () => {
    assert.equal(html('{{ task.constructor }}{{ task.input.__proto__ }}{{ task.input.toString }}'), '');
  });

  it('stops a runaway loop', () => {
    const { problems } = render('{% for n in (1..1000000000) %}x{% endfor %}');
    assert.equal(problems[0].code, 'template-render');
  });
});

describe('problems of a template', () => {
  it('names each missing variable once, where it is first asked for', () => {
    const { html: result, problems } = render(
      'a\n{{ task.input.gone }}{{ task.input.gone }}\n  {{ task.input.also.gone }}!',
    );
    assert.equal(result, 'a\n\n  !');
    assert.deepEqual(
      problems.map(({ code, line, column, severity }) => [code, line, column, severity]),
      [
        ['missing-variable', 2, 4, 'warning'],
        ['missing-variable', 3, 6, 'warning'],
      ],
    );
    assert.match(problems[0].message, /^task\.input\.gone /);
  });

  it('accepts what conditions and defaults ask for in vain', () => {
    assert.deepEqual(
      render(
        '{% if task.input.a %}1{% endif %}{{ task.input.b | default: 2 }}{% unless task.input.c %}3{% endunless %}',
      ).problems,
      [],
    );
  });

  it('names a missing member inside a loop', () => {
    const { problems } = render('{% for box in task.input.boxes %}\n{{ box.width }}{% endfor %}', {
      boxes: [{ width: 1 }, {}],
    });
    assert.deepEqual([problems[0].line, problems[0].message.split(' ')[0]], [2, 'box.width']);
  });

  it('names an unknown filter and an open tag with their places', () => {
    assert.deepEqual([render('\n\n {{ 1 | shout }}').problems[0].line, render('{% if a %}').problems[0].line], [3, 1]);
  });
});
