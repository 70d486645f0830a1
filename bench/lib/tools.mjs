// What can be measured. The key is the name for --only and the folder of the built page.

/** `peer` is installed into bench/peers/ by the bench; `script` is a ready-made classic script that
 * is loaded before the page: this library's, or a file of the peer's node_modules. */
export const tools = {
  ours: { page: 'ours.js', script: 'drop-in' },
  raw: { page: 'raw.js' },
  konva: { page: 'konva.js' },
  annotorious: { page: 'annotorious.js', peer: '@annotorious/annotorious@3.8.10' },
  ulabel: {
    page: 'ulabel.js',
    peer: 'ulabel@0.6.9',
    // The package's entry points at sources which it does not contain.
    script: 'ulabel/dist/ulabel.min.js',
  },
};
