/** See `engine-plugin.mjs`: the form that Rollup and Vite take. */
export function engineSource(): { name: string; load(id: string): Promise<string> | undefined };
