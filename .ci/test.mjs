/**
 * `npm test`: from a fresh clone to one line of counts. Installs what is missing, a browser too, then
 * runs every stage. Each static stage and the build count as one.
 */
import { ensureInstalled } from './install.mjs';
import { finish, runStages, STATIC_STAGES, TEST_STAGES } from './stages.mjs';

try {
  await ensureInstalled();
  finish(await runStages([...STATIC_STAGES, ...TEST_STAGES]));
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1, skipped: 0 });
}
