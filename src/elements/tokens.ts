// The tokens live below `workspace/` and `elements/`, since both floors paint with them.
export { baseStyles, fullPageScheme, palette, roleColors, tokens } from '../theme/tokens.js';
export type { PaletteName, RoleName } from '../theme/tokens.js';
