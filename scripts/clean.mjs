import { rmSync } from 'node:fs';

// Files of elements that no longer exist must not be packed.
rmSync('dist', { recursive: true, force: true });
