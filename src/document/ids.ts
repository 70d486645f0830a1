let counter = 0;

/** A new annotation id, unique in this page and, by its random part, across restored drafts and pasted shapes. */
export function newId(): string {
  counter += 1;
  return `${prefix}${counter.toString(36)}`;
}

const prefix = `${Math.random().toString(36).slice(2, 8)}-`;
