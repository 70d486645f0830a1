import { checkAnswers } from '../answers/check.js';
import { inside, list, number, object, record, report, text } from '../answers/schema.js';
import type { AnswerProblem, Check, CheckContext } from '../answers/schema.js';
import { sortKeys, toSortedJson } from '../answers/sort-keys.js';
import type { AnswerTag, Answers } from '../answers/types.js';
import { getOwn, isObject } from '../parse/json.js';
import type { Reading } from '../parse/problem.js';
import { findJsonFault } from './strict-json.js';

/** Who a worker of a private workforce is. */
export interface WorkerIdentity {
  readonly identityProviderType: 'Cognito' | 'Oidc';
  readonly issuer: string;
  readonly sub: string;
}

/** One worker's answer to one data object, as stored. Times are ISO 8601 in UTC with milliseconds. */
export interface WorkerAnswer {
  /** May be missing in older files. */
  readonly acceptanceTime?: string;
  /** Answers by the names of the elements. */
  readonly answerContent: Answers;
  readonly submissionTime: string;
  /** Time at work, pauses excluded. */
  readonly timeSpentInSeconds?: number;
  readonly workerId: string;
  readonly workerMetadata?: { readonly identityData: WorkerIdentity };
}

/** The file of one data object: the answers of all its workers. */
export interface WorkerResponseFile {
  readonly answers: readonly WorkerAnswer[];
}

/** What is known when a worker has submitted. */
export interface Submission {
  readonly answers: Answers;
  readonly workerId: string;
  readonly acceptedAt?: Date;
  readonly submittedAt: Date;
  readonly timeSpentMs?: number;
  readonly identity?: WorkerIdentity;
}

/** The stored form of a submission, keys sorted. */
export function buildWorkerAnswer(submission: Submission): WorkerAnswer {
  const { answers, workerId, acceptedAt, submittedAt, timeSpentMs, identity } = submission;
  return sortKeys({
    acceptanceTime: acceptedAt?.toISOString(),
    answerContent: answers,
    submissionTime: submittedAt.toISOString(),
    timeSpentInSeconds: timeSpentMs === undefined ? undefined : Math.max(0, Math.round(timeSpentMs)) / 1000,
    workerId,
    workerMetadata: identity && { identityData: identity },
  }) as WorkerAnswer;
}

/** The text of a worker-response file. */
export function writeWorkerResponse(answers: readonly WorkerAnswer[]): string {
  return toSortedJson({ answers });
}

/**
 * Where a worker-response file lies below the folder of its job. `iteration` counts from 1, `index` is the line of the
 * manifest from 0. Colons of the time become underscores where a file system asks for it.
 */
export function workerResponsePath(place: {
  readonly iteration?: number;
  readonly index: number;
  readonly time: Date;
  readonly colon?: ':' | '_';
}): string {
  const { iteration = 1, index, time, colon = ':' } = place;
  const [date = '', clock = ''] = time.toISOString().split('T');
  const name = `${date}_${clock.slice(0, 8).replaceAll(':', colon)}.json`;
  return `annotations/worker-response/iteration-${iteration}/${index}/${name}`;
}

/**
 * Reads a worker-response file, or the `output.json` of an Augmented AI loop, whose `humanAnswers` have the same form.
 *
 * Answers that cannot be used are left out and named.
 */
export function readWorkerResponse(source: string): Reading<WorkerResponseFile> {
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    const { offset, advice } = findJsonFault(source);
    const message = `is not JSON at offset ${offset}. ${advice}`;
    return { value: { answers: [] }, problems: [{ code: 'not-json', severity: 'error', message }] };
  }
  const answers = answersIn(value);
  const problems = checkWorkerResponse(value);
  const unusable = new Set(
    problems.filter(({ severity }) => severity === 'error').map(({ path }) => /^\w+\[(\d+)\]/.exec(path)?.[1]),
  );
  const usable = (answers ?? []).filter((_, index) => !unusable.has(String(index)));
  return { value: { answers: usable as WorkerAnswer[] }, problems };
}

function answersIn(value: unknown): readonly unknown[] | undefined {
  const found = isObject(value) ? (getOwn(value, 'answers') ?? getOwn(value, 'humanAnswers')) : undefined;
  return Array.isArray(found) ? (found as readonly unknown[]) : undefined;
}

const time: Check = (value, at) => {
  const valid =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value) &&
    !Number.isNaN(Date.parse(value));
  if (!valid) report(at, 'bad-time', 'should be a time such as "2026-11-20T08:27:40.664Z".');
};

const identity = object({
  identityData: object({ identityProviderType: text, issuer: text, sub: text }, { open: true }),
});

const answer = object(
  {
    answerContent: record(() => undefined),
    submissionTime: time,
    workerId: text,
  },
  {
    optional: { acceptanceTime: time, timeSpentInSeconds: number, workerMetadata: identity },
    open: true,
    also: (value, at) => {
      const { acceptanceTime, submissionTime, timeSpentInSeconds } = value as unknown as WorkerAnswer;
      if (acceptanceTime !== undefined && Date.parse(acceptanceTime) > Date.parse(submissionTime)) {
        report(inside(at, 'acceptanceTime'), 'time-order', 'is later than the submission.', 'warning');
      }
      if (timeSpentInSeconds !== undefined && timeSpentInSeconds < 0) {
        report(inside(at, 'timeSpentInSeconds'), 'negative-time', 'should not be negative.', 'warning');
      }
    },
  },
);

/** What is wrong with a worker-response file. Pass the tags of the elements by name to check their answers too. */
export function checkWorkerResponse(
  value: unknown,
  tags: Readonly<Record<string, AnswerTag>> = {},
): readonly AnswerProblem[] {
  const root: CheckContext = { path: '', problems: [] };
  const answers = answersIn(value);
  if (!answers) {
    report(root, 'no-answers', 'should be an object with a list `answers`.');
    return root.problems;
  }
  const key = isObject(value) && Array.isArray(getOwn(value, 'answers')) ? 'answers' : 'humanAnswers';
  list(answer)(answers, inside(root, key));
  answers.forEach((item, index) => {
    const content = isObject(item) ? getOwn(item, 'answerContent') : undefined;
    if (!isObject(content)) return;
    const at = inside(inside(inside(root, key), index), 'answerContent');
    for (const problem of checkAnswers(content, tags)) {
      root.problems.push({ ...problem, path: `${at.path}.${problem.path}` });
    }
  });
  return root.problems;
}
