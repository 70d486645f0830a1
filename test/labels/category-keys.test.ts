import { expect } from '@open-wc/testing';
import { categoryKeys } from '../../src/labels/category-keys.js';

describe('keys of categories', () => {
  it('are single digits up to ten', () => {
    expect(categoryKeys(10)).to.deep.equal([...'1234567890']);
    expect(categoryKeys(3)).to.deep.equal(['1', '2', '3']);
    expect(categoryKeys(0)).to.deep.equal([]);
  });

  it('keep one digit for the first categories and give two to the others', () => {
    expect(categoryKeys(11)).to.deep.equal([...'123456789', '01', '02']);
    expect(categoryKeys(21).slice(7)).to.deep.equal([
      ...['8', '01', '02', '03', '04', '05', '06', '07', '08', '09', '00'],
      '91',
      '92',
      '93',
    ]);
  });

  it('are never the beginning of another, for any number of categories', () => {
    for (let count = 0; count <= 120; count++) {
      const keys = categoryKeys(count).filter(Boolean);
      expect(new Set(keys).size).to.equal(keys.length);
      expect(keys.length).to.equal(Math.min(count, 55));
      for (const key of keys)
        expect(
          keys.filter((other) => other.startsWith(key)),
          key,
        ).to.have.length(1);
    }
  });
});
