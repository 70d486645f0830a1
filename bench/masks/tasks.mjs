// How long the tasks of a page's main thread are, in processor time: on a busy machine the clock measures the neighbours.

import { Tracer } from '../lib/trace.mjs';

const MARK = 'bench:tasks';

/** Longest task of the page's main thread while `work` runs, in milliseconds of processor time. */
export async function longestTask(page, client, work) {
  const tracer = new Tracer(client);
  await tracer.start();
  await page.evaluate((name) => performance.mark(name), MARK);
  await work();
  const events = await tracer.stop();
  const mark = events.find(({ name }) => name === MARK);
  if (!mark) throw new Error('The trace does not contain the page.');
  const tasks = events.filter(
    ({ name, pid, tid, tdur }) => name === 'RunTask' && pid === mark.pid && tid === mark.tid && tdur > 0,
  );
  if (!tasks.length) throw new Error('The trace holds no tasks.');
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

/** Milliseconds of processor time that the main thread spent on script and on all tasks while `work` ran. */
export async function spent(client, work) {
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const read = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (key) => metrics.find(({ name }) => name === key).value * 1000;
    return { script: of('ScriptDuration'), main: of('TaskDuration') };
  };
  const before = await read();
  await work();
  const after = await read();
  return { script: after.script - before.script, main: after.main - before.main };
}
