import type { Problem } from '../parse/problem.js';
import { taskFacts, type TaskMode, type TaskType } from './tasks.js';

/** What a label attribute name is for. */
export interface LabelAttributeUse {
  readonly task?: TaskType;
  readonly mode?: TaskMode;
  /** Name under which the audited job wrote its labels, when labels are adjusted or verified. */
  readonly audited?: string;
}

const pattern = /^[a-zA-Z\d](?:-*[a-zA-Z\d]){0,126}$/;
const longest = 127;

/** The key that holds the metadata of a label attribute. */
export function metadataKey(name: string): string {
  return `${name}-metadata`;
}

/**
 * Whether the name must end with `-ref` (true), must not (false), or may do either (undefined).
 *
 * Labels that are files need it. A verified segmentation mask does not: its verdict is a class.
 */
export function needsRefEnding(task: TaskType | undefined, mode: TaskMode = 'label'): boolean | undefined {
  if (task === undefined || task === 'custom') return undefined;
  return taskFacts[task].labelsAreFiles && !(task === 'semantic-segmentation' && mode === 'verify');
}

/** What is wrong with a label attribute name. Messages continue a sentence that begins with it. */
export function checkLabelAttributeName(name: string, use: LabelAttributeUse = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const add = (code: string, message: string) => problems.push({ code, severity: 'error', message });
  if (name.length > longest) add('name-too-long', `has ${name.length} characters; ${longest} are allowed.`);
  else if (!pattern.test(name)) {
    add('name-signs', 'may hold only letters, digits and hyphens, and must begin and end with a letter or digit.');
  }
  if (name === 'source' || name === 'source-ref') add('name-reserved', 'is the name of the data itself.');
  if (name.endsWith('-metadata'))
    add('name-metadata', 'must not end with `-metadata`, which is added for the metadata.');
  if (name !== '' && name === use.audited) {
    add('name-of-audited', 'is the name of the labels to be audited; the new ones need another.');
  }
  const needsRef = needsRefEnding(use.task, use.mode);
  if (needsRef === true && !name.endsWith('-ref')) {
    add('name-needs-ref', 'must end with `-ref`, since the labels of this task are files.');
  }
  if (needsRef === false && name.endsWith('-ref') && name !== 'source-ref') {
    add('name-has-ref', 'must not end with `-ref`, since the labels of this task are no files.');
  }
  return problems;
}

/** A valid name made from the name of a job. */
export function labelAttributeNameFor(jobName: string, use: LabelAttributeUse = {}): string {
  const needsRef = needsRefEnding(use.task, use.mode);
  const endings = needsRef === true ? /-(?:ref|metadata)$/ : needsRef === false ? /-(?:ref|metadata)$/ : /-metadata$/;
  let base = trimmed(jobName.replace(/[^a-zA-Z\d]+/g, '-'));
  while (endings.test(base)) base = base.replace(endings, '');
  if (!base || base === 'source' || base === 'source-ref') base = 'labels';
  const ending = needsRef === true ? '-ref' : '';
  const fit = (text: string) => trimmed(text.slice(0, longest - ending.length - 2)) + ending;
  const name = fit(base);
  return name === use.audited ? `${trimmed(base.slice(0, longest - ending.length - 2))}-2${ending}` : name;
}

function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '');
}
