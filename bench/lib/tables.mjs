// Everything that is printed, as Markdown.

import { shapes } from './shapes.mjs';
import { measures } from './summary.mjs';
import { tools as knownTools } from './tools.mjs';
import { checkTargets } from './targets.mjs';

function number(value) {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return String(Math.round(value * (value < 10 ? 100 : 10)) / (value < 10 ? 100 : 10));
}

function times(ratio) {
  return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(2)}x`;
}

function table(header, rows) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => String(row[column]).length), 3));
  const line = (cells) => `| ${cells.map((cell, column) => String(cell).padEnd(widths[column])).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cell(summary, measure, tool, n) {
  const value = summary.value(measure, tool, n);
  if (value === undefined) return '-';
  const { unit } = measures[measure];
  const ratio = summary.ratio(measure, tool, n);
  const figure = `${number(value)} ${unit}`;
  return tool === 'raw' || measure === 'heap' || !Number.isFinite(ratio) ? figure : `${times(ratio)} (${figure})`;
}

const capital = (words) => words[0].toUpperCase() + words.slice(1);

/** One table a kind of shape: every measure and number of shapes, every tool beside the others. */
function ratioTable(shape, summary) {
  const order = Object.keys(knownTools).filter((tool) => summary.tools.includes(tool));
  const rows = Object.entries(measures).flatMap(([measure, { title }]) =>
    summary.counts.map((n) => [title, n.toLocaleString('en'), ...order.map((tool) => cell(summary, measure, tool, n))]),
  );
  const measured = rows.filter((row) => row.slice(2).some((text) => text !== '-'));
  return table(['Measure', capital(shapes[shape].many), ...order.map((tool) => summary.names[tool] ?? tool)], measured);
}

function growthTable(shape, summary) {
  const few = summary.counts[0];
  const many = summary.counts.at(-1);
  if (few === many) return '';
  const rows = summary.tools.map((tool) => [
    summary.names[tool] ?? tool,
    ...['dragP95', 'dragMain'].map((measure) => {
      const ratio = summary.ratio(measure, tool, many, { tool, n: few });
      return Number.isFinite(ratio) ? times(ratio) : '-';
    }),
  ]);
  const { dragged, many: name } = shapes[shape];
  const numbers = `${many.toLocaleString('en')} ${name} against ${dragged} of ${few.toLocaleString('en')}`;
  const title = `Dragging ${dragged} of ${numbers}:`;
  return `${title}\n\n${table(['Tool', 'Pointer to frame, p95', 'Main thread a frame'], rows)}`;
}

function startTable(summary, downloads) {
  const rows = Object.entries(summary.startup).map(([tool, { ms, drawn }]) => [
    summary.names[tool] ?? tool,
    ms === undefined ? '-' : `${number(ms)} ms`,
    drawn === undefined ? '-' : drawn ? 'yes' : 'NO',
    downloads?.[tool] ? `${number(downloads[tool] / 1024)} KB` : '-',
  ]);
  if (rows.length === 0) return '';
  return table(['Tool', 'Script parsed to ready, picture of 1 megapixel', 'First box drawn', 'Download, gzip'], rows);
}

function sizeTable(sizes) {
  const rows = Object.entries(sizes ?? {}).map(([name, { gzipKb, hasKonva }]) => [
    `\`${name}\``,
    `${number(gzipKb)} KB`,
    hasKonva ? 'yes' : 'no',
  ]);
  return rows.length ? table(['Entry point, with what it imports', 'gzip', 'Konva inside'], rows) : '';
}

function targetTable(context) {
  const rows = checkTargets(context).map(({ title, limit, unit, value, met }) => [
    title,
    `<= ${limit.toLocaleString('en')} ${unit}`,
    value === undefined ? 'not measured' : number(value),
    met === undefined ? '' : met ? 'met' : 'MISSED',
  ]);
  return table(['Target', 'Limit', 'Measured', ''], rows);
}

/** Sentences about runs that deserve less trust. */
function caveats(shape, summary) {
  return summary.tools.flatMap((tool) =>
    summary.counts.flatMap((n) => {
      const { runs, noisy, errors, unproven } = summary.state(tool, n);
      const what = `${summary.names[tool] ?? tool}, ${n.toLocaleString('en')} ${shapes[shape].many}`;
      const notes = [];
      if (noisy) notes.push(`- ${what}: no quiet run; other programs were using the machine.`);
      if (errors.length) notes.push(`- ${what}: ${errors.length} of ${runs} runs failed (${errors[0]}).`);
      if (unproven.length) notes.push(`- ${what}: without effect: ${[...new Set(unproven)].join(', ')}.`);
      return notes;
    }),
  );
}

/** The whole report of one session of the bench; `summaries` has one entry for each kind of shape. */
export function report(session, summaries) {
  const { machine, runs } = session;
  const facts = [
    machine.date,
    `${machine.cores} cores of ${machine.cpu}, ${machine.memoryGb} GB, no GPU`,
    runs.find((run) => run.browser)?.browser,
    `Node ${machine.node}`,
    machine.system,
    machine.revision && `revision ${machine.revision}`,
  ];
  const all = [...summaries];
  const states = all.flatMap(([, summary]) =>
    summary.tools.flatMap((tool) => summary.counts.map((n) => summary.state(tool, n).runs)),
  );
  return [
    `${facts.filter(Boolean).join(' · ')}. Medians of up to ${Math.max(0, ...states)} runs; ratios are to raw Canvas 2D in the same session.`,
    targetTable({ summaries, sizes: session.sizes }),
    ...all.flatMap(([shape, summary]) => [ratioTable(shape, summary), growthTable(shape, summary)]),
    ...all.map(([, summary]) => startTable(summary, session.downloads)),
    sizeTable(session.sizes),
    all
      .map(([shape, summary]) => caveats(shape, summary).join('\n'))
      .filter(Boolean)
      .join('\n'),
  ]
    .filter(Boolean)
    .join('\n\n');
}
