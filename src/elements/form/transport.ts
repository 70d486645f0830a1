/** Where a page's answers go, read from the page's address by the external-question protocol of Mechanical Turk. */
export interface TurkSession {
  readonly assignmentId: string;
  /** Address that takes the answer, without the path. */
  readonly submitTo: string;
  /** The worker has not accepted the task yet. */
  readonly isPreview: boolean;
}

const previewId = 'ASSIGNMENT_ID_NOT_AVAILABLE';
const turkHost = 'https://www.mturk.com';

function webAddress(text: string): string | undefined {
  try {
    const { protocol, href } = new URL(text);
    return protocol === 'https:' || protocol === 'http:' ? href.replace(/\/+$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads `assignmentId` and `turkSubmitTo` from a query string; nothing when the page was not opened by a marketplace.
 *
 * An assignment alone is not enough, since course sites use the same word: `hitId` has to be there too.
 */
export function turkSession(query: string): TurkSession | undefined {
  const params = new URLSearchParams(query);
  const assignmentId = params.get('assignmentId') ?? '';
  const isPreview = assignmentId === previewId;
  const named = webAddress(params.get('turkSubmitTo') ?? '');
  const submitTo = named ?? (assignmentId && params.has('hitId') ? turkHost : undefined);
  if (submitTo) return { assignmentId, submitTo, isPreview };
  return isPreview ? { assignmentId, submitTo: turkHost, isPreview } : undefined;
}

/** Posts text fields as an ordinary form does: the page goes to the address. */
export function postFields(action: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  // An answer may be called `submit`, which hides the form's own method.
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}

/** Copies text where the clipboard may be used, and through a selection where it may not; false when neither works. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  }
}
