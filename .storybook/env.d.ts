/** Made by `npm run manifest` before Storybook starts; the types of the sources are checked without it. */
declare module '*/custom-elements.json' {
  const manifest: unknown;
  export default manifest;
}
