/** `npm run check`: format, lint and types, without building or running anything. */
import { ensureInstalled } from './install.mjs';
import { finish, runBeside, STATIC_STAGES } from './stages.mjs';

try {
  await ensureInstalled();
  finish(await runBeside(STATIC_STAGES));
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1, skipped: 0 });
}
