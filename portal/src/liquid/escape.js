/**
 * HTML escaping for worker task templates: every `{{ output }}` is escaped unless a filter has taken care of it.
 */
import { Drop } from 'liquidjs';

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
export function escapeHtml(text) {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/**
 * Escapes, but leaves entities that are already there alone.
 *
 * @param {string} text
 */
export function escapeHtmlOnce(text) {
  return text.replace(/&(?!(?:[a-zA-Z][a-zA-Z0-9]*|#[0-9]+|#[xX][0-9a-fA-F]+);)|[<>"']/g, (part) => ESCAPES[part]);
}

/** A printed value in both forms; templates see `html`, a surrounding `capture` keeps both. */
export class Printed {
  /**
   * @param {string} plain
   * @param {string} html
   */
  constructor(plain, html) {
    this.plain = plain;
    this.html = html;
  }

  toString() {
    return this.html;
  }
}

/**
 * The result of a `capture` block. Used as a key or by a filter it is the plain text, printed it is the markup that
 * was captured: so `map[captured]` finds `R&D`, and nothing is escaped twice.
 */
export class Captured extends Drop {
  /** @param {Printed} printed */
  constructor(printed) {
    super();
    this.printed = printed;
  }

  valueOf() {
    return this.printed.plain;
  }

  toString() {
    return this.printed.html;
  }

  toJSON() {
    return this.printed.plain;
  }
}

/**
 * Text of a value as Ground Truth prints it: objects and arrays as their JSON, nothing for null.
 *
 * @param {unknown} value
 * @returns {string}
 */
export function plainText(value) {
  if (value === undefined || value === null) return '';
  if (value instanceof Printed) return value.html;
  if (value instanceof Drop) return plainText(value.valueOf());
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
