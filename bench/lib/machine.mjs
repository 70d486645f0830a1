// What the machine is, and whether somebody else was using it during a run.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import { sleep } from './browser.mjs';

const TICKS_PER_SECOND = 100;
const QUIET_SHARE = 0.6;

/** CPU ticks of each process together with those of its ended and collected children. */
function processTimes() {
  const times = new Map();
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
      // The second field is the command in brackets and may contain blanks.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
      times.set(Number(name), { parent: Number(fields[1]), ticks });
    } catch {
      // The process ended while we were looking.
    }
  }
  return times;
}

function isOurs(pid, times) {
  for (let id = pid; id > 1; id = times.get(id)?.parent ?? 0) if (id === process.pid) return true;
  return false;
}

function sample() {
  if (!fs.existsSync('/proc/stat')) return null;
  const cpuLine = fs.readFileSync('/proc/stat', 'utf8').split('\n', 1)[0].trim().split(/\s+/);
  const times = processTimes();
  let others = 0;
  for (const [pid, { ticks }] of times) if (!isOurs(pid, times)) others += ticks;
  // On a virtual machine the host may run somebody else instead of us.
  return { others, stolen: Number(cpuLine[8] ?? 0), at: Date.now() };
}

/** Watches the CPU time that processes outside of this one's family use. */
export class NoiseMeter {
  start = sample();

  /** Cores used by others since the start; undefined where /proc is missing. */
  get cores() {
    const end = sample();
    if (!this.start || !end) return undefined;
    const ticks = end.others - this.start.others + end.stolen - this.start.stolen;
    const seconds = (end.at - this.start.at) / 1000;
    return Math.max(0, Math.round((ticks / TICKS_PER_SECOND / seconds) * 1000) / 1000);
  }
}

/** Waits until the machine has been quiet for a second, or until `patienceMs` is over. */
export async function waitForQuiet(noise, patienceMs) {
  const end = Date.now() + patienceMs;
  while (Date.now() < end) {
    const meter = new NoiseMeter();
    await sleep(1000);
    if (!((meter.cores ?? 0) > noise * QUIET_SHARE)) return;
  }
}

function gitRevision(cwd) {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd, encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Facts to print beside every table. */
export function describeMachine(cwd) {
  const cpus = os.cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cores: cpus.length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    node: process.version,
    revision: gitRevision(cwd),
  };
}
