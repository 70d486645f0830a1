// What the lab remembers between visits, and where it is: #/job/index.

const KEY = 'task-lab';

const DEFAULTS = { theme: '', lang: 'en', strict: false, rail: undefined, drawer: false, tab: 'answer' };

function read() {
  try {
    return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return { ...DEFAULTS };
  }
}

/** Choices of the person at the screen. */
export const choices = read();

export function choose(change) {
  Object.assign(choices, change);
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}

/** The task in the address, or nothing for the gallery. */
export function place() {
  const match = /^#\/([^/]+)(?:\/(\d+))?$/.exec(location.hash);
  return match ? { job: decodeURIComponent(match[1]), index: Number(match[2] ?? 0) } : undefined;
}

export function placeHash(job, index = 0) {
  return `#/${encodeURIComponent(job)}/${index}`;
}

export async function getJson(address) {
  const response = await fetch(address);
  const value = await response.json();
  if (!response.ok) throw new Error(value.error ?? response.statusText);
  return value;
}
