/** `npm run build`: the static site in build/. */
import { ensureInstalled } from './install.mjs';
import { buildSite } from './site-build.mjs';

try {
  await ensureInstalled();
  process.exitCode = await buildSite();
  if (process.exitCode === 0) console.log('The site is in build/.');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
