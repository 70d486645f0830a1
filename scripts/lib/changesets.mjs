const LEVELS = ['patch', 'minor', 'major'];

/** Reads one file of `.changeset/`: what it raises, and the words for users. Throws a sentence when it cannot. */
export function parseChangeset(text, file) {
  const found = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r', ''));
  if (!found) throw new Error(`${file}: begin with --- , one line "package: level" for each package, and ---`);
  const levels = Object.fromEntries(
    found[1].split('\n').map((line) => {
      const [, name, level] = /^["']?([\w@/-]+)["']?:\s*(\w+)$/.exec(line.trim()) ?? [];
      if (!LEVELS.includes(level)) throw new Error(`${file}: "${line}" is not a package with patch, minor or major`);
      return [name, level];
    }),
  );
  const words = found[2].trim();
  if (!words) throw new Error(`${file}: says nothing to users`);
  return { file, levels, words };
}

/** The next version after changes of these levels; below 1.0 a breaking change raises the second number. */
export function nextVersion(version, levels) {
  const [major, minor, patch] = version.split('.').map(Number);
  const highest = Math.max(...levels.map((level) => LEVELS.indexOf(level)));
  if (highest === 0) return `${major}.${minor}.${patch + 1}`;
  if (highest === 1 || major === 0) return `${major}.${minor + 1}.0`;
  return `${major + 1}.0.0`;
}

const TITLES = { major: 'Changes that need your attention', minor: 'New', patch: 'Mended' };

/** The section of a changelog for one package and version. */
export function changelogSection(name, version, date, changesets) {
  const parts = [...LEVELS].reverse().flatMap((level) => {
    const lines = changesets
      .filter(({ levels }) => levels[name] === level)
      .map(({ words }) => `- ${words.replaceAll('\n', '\n  ')}`);
    return lines.length > 0 ? [`### ${TITLES[level]}\n\n${lines.join('\n')}\n`] : [];
  });
  return `## ${version} (${date})\n\n${parts.join('\n')}`;
}
