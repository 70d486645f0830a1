import type { StorybookConfig } from '@storybook/web-components-vite';
import { engineSource } from '../scripts/lib/engine-plugin.mjs';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Stories use the same pictures and templates as the task lab.
  staticDirs: [{ from: '../examples', to: '/examples' }],
  // Works without a network, and tells nobody anything.
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  features: { sidebarOnboardingChecklist: false },
  viteFinal: (vite) => ({
    ...vite,
    // Stories are read from any folder of a server, and from a disk by way of one.
    base: './',
    plugins: [...(vite.plugins ?? []), engineSource()],
    build: { ...vite.build, target: 'es2022', chunkSizeWarningLimit: 4000, reportCompressedSize: false },
  }),
};

export default config;
