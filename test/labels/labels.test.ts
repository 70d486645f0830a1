import { expect } from 'chai';
import { hotkeyCodes, hotkeysFor } from '../../src/labels/hotkeys.js';
import { displayNameOf, labelsFromNames, labelsFromObjects, shortNameOf } from '../../src/labels/labels.js';
import { mnemonicsFor } from '../../src/labels/mnemonics.js';
import { colorAt, hexColor, labelColors, luminance, patternAt, textColorOn } from '../../src/labels/palette.js';
import { matchLabels } from '../../src/labels/search.js';

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

describe('labels', () => {
  it('get colours and hotkeys by position', () => {
    const { value, problems } = labelsFromNames(['Person', 'Car']);
    expect(value).to.deep.equal([
      { name: 'Person', color: '#2ca02c', hotkey: '1', index: 0 },
      { name: 'Car', color: '#1f77b4', hotkey: '2', index: 1 },
    ]);
    expect(problems).to.deep.equal([]);
  });

  it('keep names as written and drop exact duplicates with one warning each', () => {
    const { value, problems } = labelsFromNames([' Car', 'Car', 'Car', 'car', 'Car', '', '__proto__']);
    expect(value.map((label) => label.name)).to.deep.equal([' Car', 'Car', 'car', '', '__proto__']);
    expect(value.map((label) => label.index)).to.deep.equal([0, 1, 2, 3, 4]);
    expect(problems.map((problem) => problem.message)).to.deep.equal([
      'lists `Car` more than once. Only the first was kept.',
    ]);
  });

  it('take colours of the author by position and fall back to the default', () => {
    const { value, problems } = labelsFromNames(['a', 'b', 'c', 'd'], ['#ABC', 'red', undefined]);
    expect(value.map((label) => label.color)).to.deep.equal(['#aabbcc', '#1f77b4', '#ff7f0e', '#d62728']);
    expect(problems.map((problem) => problem.code)).to.deep.equal(['bad-color']);
  });

  it('read the objects of the entity element', () => {
    const { value, problems } = labelsFromObjects([
      { label: 'person', shortDisplayName: 'per', fullDisplayName: 'Name of a person' },
      { label: 'date', longDisplayName: 'Date' },
      'place',
      { name: 'x' },
      { label: 'same', shortDisplayName: 'same' },
    ]);
    expect(value.map((label) => label.name)).to.deep.equal(['person', 'date', 'place', 'same']);
    expect(value.map(displayNameOf)).to.deep.equal(['Name of a person', 'Date', 'place', 'same']);
    expect(value.map(shortNameOf)).to.deep.equal(['per', 'date', 'place', 'same']);
    expect(value[3]).to.not.have.property('shortName');
    expect(problems.map((problem) => problem.code)).to.deep.equal(['label-without-name']);
  });
});

describe('hotkeys', () => {
  it('are those of Ground Truth for the first seventeen', () => {
    expect(hotkeysFor(17).join('')).to.equal('1234567890ghijknr');
    expect(hotkeysFor(0)).to.deep.equal([]);
  });

  it('never begin with a key that means something alone', () => {
    const keys = hotkeysFor(400);
    const used = keys.filter((key) => key !== '');
    expect(used).to.have.length(233);
    expect(new Set(used).size).to.equal(used.length);
    const single = new Set(used.filter((key) => key.length === 1));
    for (const key of used) if (key.length === 2) expect(single.has(key[0] ?? '')).to.equal(false);
    // Letters that tools use alone.
    for (const tool of 'abcdeflmopq') expect(used.some((key) => key.startsWith(tool))).to.equal(false);
    expect(keys.slice(0, 17)).to.deep.equal(hotkeysFor(17));
  });

  it('name physical keys', () => {
    expect(hotkeyCodes('t1')).to.deep.equal(['KeyT', 'Digit1']);
    expect(hotkeyCodes('0')).to.deep.equal(['Digit0']);
    expect(hotkeyCodes('')).to.deep.equal([]);
  });
});

describe('palette', () => {
  it('has twenty different colours and then begins anew', () => {
    expect(new Set(labelColors).size).to.equal(20);
    expect(colorAt(20)).to.equal(colorAt(0));
    expect(colorAt(219)).to.equal(colorAt(19));
  });

  it('pairs every colour with another pattern for a long time', () => {
    const pairs = Array.from({ length: 140 }, (_, index) => `${colorAt(index)} ${patternAt(index)}`);
    expect(new Set(pairs).size).to.equal(140);
    expect(patternAt(0)).not.to.equal(patternAt(3));
  });

  it('writes text that can be read on every colour', () => {
    for (const color of [...labelColors, '#000000', '#ffffff', '#777777']) {
      const [low, high] = [luminance(color), luminance(textColorOn(color))].sort((a, b) => a - b);
      expect(((high ?? 0) + 0.05) / ((low ?? 0) + 0.05), color).to.be.at.least(4.5);
    }
    expect(textColorOn('#ffff00')).to.equal('#000000');
    expect(textColorOn('#000080')).to.equal('#ffffff');
  });

  it('reads hexadecimal colours only', () => {
    expect(['#AbC', '#a1B2c3', ' #fff '].map(hexColor)).to.deep.equal(['#aabbcc', '#a1b2c3', '#ffffff']);
    expect(['red', '#12', '#1234', 12, null, 'rgb(1,2,3)'].map(hexColor)).to.deep.equal(
      Array.from({ length: 6 }, () => undefined),
    );
  });
});

describe('label search', () => {
  const names = [
    'Traffic light',
    'Light',
    'Bus',
    'Café',
    'İstanbul',
    '버스',
    '보행자',
    '신호등',
    '가게',
    '없음',
    'حَافِلَة',
    'مدرسة',
    'Größe',
    'Øl',
  ];
  const labels = labelsFromNames(names).value;
  const find = (query: string) => matchLabels(labels, query).map((label) => label.name);

  it('puts the beginning first', () => {
    expect(find('light')).to.deep.equal(['Light', 'Traffic light']);
    expect(find('l')[0]).to.equal('Light');
    expect(find('IGHT')).to.deep.equal(['Traffic light', 'Light']);
    expect(find('zzz')).to.deep.equal([]);
  });

  it('finds labels that hold all words, wherever they stand', () => {
    expect(find('lig traf')).to.deep.equal(['Traffic light']);
    expect(find('traffic zzz')).to.deep.equal([]);
  });

  it('gives all labels for a blank query', () => {
    expect(find('  ')).to.deep.equal(names);
  });

  it('overlooks case and diacritics', () => {
    expect(find('cafe')).to.deep.equal(['Café']);
    expect(find('CAFÉ')).to.deep.equal(['Café']);
    expect(find('istanbul')).to.deep.equal(['İstanbul']);
    expect(find('grosse')).to.deep.equal(['Größe']);
    expect(find('ol')).to.deep.equal(['Øl']);
  });

  it('finds Korean by leading consonants', () => {
    expect(find('ㅂㅅ')).to.deep.equal(['버스']);
    expect(find('ㅄ')).to.deep.equal(['버스']);
    expect(find('ㅂ')).to.deep.equal(['버스', '보행자']);
    expect(find('ㅅㅎㄷ')).to.deep.equal(['신호등']);
    expect(find('ㅎㄷ')).to.deep.equal(['신호등']);
  });

  it('finds Korean while a syllable is being composed', () => {
    expect(find('버')).to.deep.equal(['버스']);
    expect(find('벗')).to.deep.equal(['버스']);
    expect(find('각')).to.deep.equal(['가게']);
    expect(find('가게')).to.deep.equal(['가게']);
    expect(find('없')).to.deep.equal(['없음']);
    expect(find('어')).to.deep.equal(['없음']);
  });

  it('finds Arabic with and without vowel signs', () => {
    expect(find('حافلة')).to.deep.equal(['حَافِلَة']);
    expect(find('مدرسه')).to.deep.equal(['مدرسة']);
  });

  it('looks at display names too', () => {
    const { value } = labelsFromObjects([{ label: 'per', fullDisplayName: 'Person' }]);
    expect(matchLabels(value, 'son')).to.have.length(1);
  });
});

describe('mnemonics', () => {
  it('are short and differ', () => {
    expect(mnemonicsFor(['Car', 'Cat', 'Traffic light', 'Tree', 'Truck', 'Bus'])).to.deep.equal([
      'C',
      'Ca',
      'T',
      'Tr',
      'Tu',
      'B',
    ]);
    expect(mnemonicsFor(['Lane left', 'Lane right'])).to.deep.equal(['L', 'Lr']);
    expect(mnemonicsFor(['버스', '버섯', '👩‍🚀', '', '!'])).to.deep.equal(['버', '버섯', '👩‍🚀', '#4', '#5']);
  });

  it('differ among many equal names', () => {
    const names = letters.flatMap((letter) => Array.from({ length: 20 }, (_, n) => `${letter}${n}`));
    const badges = mnemonicsFor(names);
    expect(new Set(badges).size).to.equal(names.length);
  });
});
