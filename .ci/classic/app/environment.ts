/** In place of SvelteKit's `$app/environment`. */
export const browser = true;
export const building = false;
export const dev = false;
export const version = '';
