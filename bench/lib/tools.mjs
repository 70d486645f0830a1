// What can be measured. The key is the name for --only and the folder of the built page.

/** `peer` is installed into bench/peers/ by the bench; `script` is a ready-made classic script loaded before the page. */
export const tools = {
  ours: { page: 'ours.js', script: { from: 'library', file: 'crowd-html-elements.js' } },
  raw: { page: 'raw.js' },
  konva: { page: 'konva.js' },
  annotorious: { page: 'annotorious.js', peer: '@annotorious/annotorious@3.8.10' },
  ulabel: {
    page: 'ulabel.js',
    peer: 'ulabel@0.6.9',
    // The package's entry points at sources which it does not contain.
    script: { from: 'peer', file: 'ulabel/dist/ulabel.min.js' },
  },
};
