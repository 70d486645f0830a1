// The gallery: every example as a card; beside a task, the same as a narrow list.
import { h, thumbnail } from './dom.js';
import { placeHash } from './state.js';

const plural = (n, one, many = `${one}s`) => `${n.toLocaleString()} ${n === 1 ? one : many}`;

export function galleryView(jobs) {
  const cards = jobs.map((job) =>
    h(
      'li',
      {},
      h(
        'a',
        { class: 'card', href: placeHash(job.id) },
        thumbnail(job),
        h(
          'span',
          { class: 'text' },
          h('h2', {}, job.title),
          job.description && h('p', {}, job.description),
          h(
            'span',
            { class: 'facts' },
            job.element && h('span', { class: 'tag' }, job.element),
            h('span', {}, plural(job.lines, 'task')),
            job.answers > 0 && h('span', {}, plural(job.answers, 'answer')),
            job.hasErrors && h('span', { class: 'count error' }, 'problems'),
          ),
        ),
      ),
    ),
  );
  return h(
    'div',
    { class: 'gallery' },
    h('h1', {}, 'Task lab'),
    h(
      'p',
      { class: 'lead' },
      'Worker task templates, live. Choose one, label a picture, submit, and look at the answer.',
    ),
    cards.length > 0
      ? h('ul', { class: 'cards' }, cards)
      : h('p', { class: 'empty' }, 'There are no examples in this folder.'),
    h(
      'div',
      { class: 'own' },
      h('span', {}, 'Your own template and data:'),
      h('code', {}, 'npm start -- my-template.liquid.html --data my.manifest'),
    ),
  );
}

export function railItems(jobs, current) {
  return jobs.map((job) =>
    h(
      'a',
      {
        href: placeHash(job.id),
        'aria-current': job.id === current ? 'page' : undefined,
        title: job.title,
        'aria-label': job.title,
      },
      thumbnail(job),
      h('span', { class: 'name' }, job.title),
      job.answers > 0 && h('span', { class: 'count', title: plural(job.answers, 'answer') }, job.answers),
    ),
  );
}
