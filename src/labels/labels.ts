import { getOwn, isObject } from '../parse/json.js';
import type { Problem, Reading } from '../parse/problem.js';
import { hotkeysFor } from './hotkeys.js';
import type { Label } from './label.js';
import { colorAt, hexColor } from './palette.js';

/** What a requester may say about a label. */
interface LabelSource {
  readonly name: string;
  readonly displayName?: string;
  readonly shortName?: string;
}

/**
 * Labels from the names of a `labels` attribute, in its order.
 *
 * Nothing is trimmed. Exact duplicates are dropped with a warning. `colors` replace the default colours by position;
 * missing and unreadable ones fall back to the default.
 */
export function labelsFromNames(names: readonly string[], colors?: readonly unknown[]): Reading<readonly Label[]> {
  return build(
    names.map((name) => ({ name })),
    colors,
    [],
  );
}

/**
 * Labels from a list of names and of objects such as `{label: 'person', shortDisplayName: 'per'}`, in its order.
 *
 * Entries that are neither are left out with a problem.
 */
export function labelsFromObjects(items: readonly unknown[], colors?: readonly unknown[]): Reading<readonly Label[]> {
  const problems: Problem[] = [];
  const sources: LabelSource[] = [];
  items.forEach((item, index) => {
    if (typeof item === 'string') sources.push({ name: item });
    else {
      const source = isObject(item) ? sourceFromObject(item) : undefined;
      if (source) sources.push(source);
      else {
        const message = `has no name in entry ${index + 1}. Write it as \`{label: 'person'}\`; it was left out.`;
        problems.push({ code: 'label-without-name', severity: 'error', message });
      }
    }
  });
  return build(sources, colors, problems);
}

function sourceFromObject(item: Readonly<Record<string, unknown>>): LabelSource | undefined {
  const name = textOf(item, 'label');
  if (name === undefined) return undefined;
  const displayName = textOf(item, 'fullDisplayName') ?? textOf(item, 'longDisplayName');
  const shortName = textOf(item, 'shortDisplayName');
  return {
    name,
    ...(displayName && displayName !== name && { displayName }),
    ...(shortName && shortName !== name && { shortName }),
  };
}

function textOf(item: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = getOwn(item, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function build(
  sources: readonly LabelSource[],
  colors: readonly unknown[] = [],
  problems: Problem[],
): Reading<readonly Label[]> {
  const byName = new Map<string, LabelSource>();
  const repeated = new Set<string>();
  for (const source of sources) {
    if (byName.has(source.name)) repeated.add(source.name);
    else byName.set(source.name, source);
  }
  for (const name of repeated) {
    const message = `lists \`${name}\` more than once. Only the first was kept.`;
    problems.push({ code: 'duplicate-label', severity: 'warning', message });
  }
  const hotkeys = hotkeysFor(byName.size);
  const labels = [...byName.values()].map((source, index) => {
    const own = hexColor(colors[index]);
    if (own === undefined && colors[index] !== undefined) {
      const message = `has a colour that cannot be used: \`${String(colors[index])}\`. Write it as \`#rrggbb\`.`;
      problems.push({ code: 'bad-color', severity: 'warning', message });
    }
    return { ...source, color: own ?? colorAt(index), hotkey: hotkeys[index] ?? '', index };
  });
  return { value: labels, problems };
}

/** The text of a label in lists. */
export function displayNameOf(label: Label): string {
  return label.displayName ?? label.name;
}

/** The text of a label beside an annotation. */
export function shortNameOf(label: Label): string {
  return label.shortName ?? label.name;
}
