/** What a reader of the manifest needs: the public surface, at the paths that the package really has. */
const publicSurface = {
  name: 'public-surface',
  packageLinkPhase({ customElementsManifest }) {
    const shipped = (path) => path?.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
    for (const module of customElementsManifest.modules) {
      module.path = shipped(module.path);
      for (const exported of module.exports ?? []) {
        if (exported.declaration?.module) exported.declaration.module = shipped(exported.declaration.module);
      }
      for (const declaration of module.declarations ?? []) {
        if (declaration.superclass?.module) declaration.superclass.module = shipped(declaration.superclass.module);
        for (const mixin of declaration.mixins ?? []) if (mixin.module) mixin.module = shipped(mixin.module);
        for (const list of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties']) {
          for (const item of declaration[list] ?? []) {
            if (item.inheritedFrom?.module) item.inheritedFrom.module = shipped(item.inheritedFrom.module);
          }
        }
        declaration.members = declaration.members?.filter(isPublicMember);
        // `emit` dispatches an event whose name only its caller knows; callers are documented with `@fires`.
        declaration.events = declaration.events?.filter((event) => event.name && event.name !== 'type');
      }
      module.exports = module.exports?.filter(
        ({ kind, name }) => kind !== 'custom-element-definition' || name.includes('-'),
      );
    }
    // The private shell is read for what elements inherit from it, but is no part of the manifest.
    customElementsManifest.modules = customElementsManifest.modules.filter(({ path }) =>
      path.startsWith('dist/elements/'),
    );
    customElementsManifest.modules.sort((a, b) => a.path.localeCompare(b.path));
  },
};

/** Lit's own machinery and lifecycle are no part of what an element promises. */
const LIFECYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'adoptedCallback',
  'formAssociatedCallback',
  'formDisabledCallback',
  'formResetCallback',
  'formStateRestoreCallback',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
  'shouldUpdate',
  'render',
  'createRenderRoot',
  'requestUpdate',
  'getUpdateComplete',
  'styles',
  'shadowRootOptions',
  'formAssociated',
  'observedAttributes',
]);

function isPublicMember(member) {
  if (member.privacy === 'private' || member.privacy === 'protected' || member.static) return false;
  return !LIFECYCLE.has(member.name) && !member.name.startsWith('#');
}

export default {
  globs: ['src/elements/**/*.ts', 'src/workspace/**/*.ts'],
  exclude: ['**/*.styles.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [publicSurface],
};
