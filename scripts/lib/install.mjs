import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium.mjs';

const readPackages = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether `node_modules` lacks something that the lock file asks for; npm keeps its own list of what it installed. */
export function isInstallStale() {
  if (!existsSync('node_modules/.package-lock.json')) return true;
  const present = readPackages('node_modules/.package-lock.json');
  return Object.entries(readPackages('package-lock.json')).some(([name, { version, optional, peer, link }]) => {
    if (!name.startsWith('node_modules/') || optional || peer || link) return false;
    return present[name]?.version !== version;
  });
}

/** Runs a program to its end and says so when it fails. */
export function run(program, args, env = {}) {
  const { status, error } = spawnSync(program, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  if (error || status !== 0)
    throw new Error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
}

/** Installs the packages of the lock file when they are not there yet. */
export function installPackages() {
  if (!isInstallStale()) return 'present';
  run('npm', ['ci', '--no-audit', '--no-fund']);
  return 'installed';
}

const HELP = {
  linux: 'Install the package "chromium" or Google Chrome with your package manager, or name a browser in CHROME_PATH.',
  darwin: 'Install Google Chrome (for instance "brew install --cask google-chrome"), or name a browser in CHROME_PATH.',
  win32: 'Install Google Chrome or Microsoft Edge, or name a browser in CHROME_PATH.',
};

/** Finds a Chromium, or installs Debian's when that can be done without asking anybody. */
export function installChromium() {
  const found = findChromium();
  if (found) return found;
  const help = `The browser tests need a Chromium. ${HELP[process.platform] ?? HELP.linux}`;
  const isRoot = process.getuid?.() === 0;
  if (!existsSync('/usr/bin/apt-get')) throw new Error(help);
  const asRoot = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) throw new Error(help);
  const apt = (...args) => {
    const [program, ...rest] = [...asRoot, 'apt-get', ...args];
    run(program, rest, { DEBIAN_FRONTEND: 'noninteractive' });
  };
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  const installed = findChromium();
  if (!installed) throw new Error(help);
  return installed;
}
