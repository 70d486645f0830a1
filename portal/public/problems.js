// Problems of a task in words, and in the order in which they matter.

/** Errors before warnings, otherwise as they are given; one entry for one message. */
export function groupProblems(all) {
  const groups = new Map();
  for (const { severity, message, times = 1, ...where } of all) {
    const key = `${severity} ${message} ${where.file ?? ''}`;
    if (!groups.has(key)) groups.set(key, { severity, message, times: 0, places: [] });
    const group = groups.get(key);
    group.times += times;
    if (where.file) group.places.push(where);
  }
  const rank = { error: 0, warning: 1, info: 2 };
  return [...groups.values()].sort((a, b) => rank[a.severity] - rank[b.severity]);
}

/** What a content policy has blocked, as a sentence. */
export function violationText({ directive, blocked, sample }) {
  const what = blocked === 'inline' ? 'inline code' : blocked || 'something';
  return `The content policy blocked ${what} (${directive})${sample ? `: \`${sample}\`` : ''}.`;
}
