/**
 * `npm test`: from a fresh clone to one line of counts. Installs what is missing, a browser too, then
 * runs every stage. Each static stage and the build count as one.
 */
import { ensureInstalled } from './install.mjs';
import { added, finish, runBeside, runStages, STATIC_STAGES, TEST_STAGES } from './stages.mjs';

try {
  await ensureInstalled();
  const fixed = await runBeside(STATIC_STAGES);
  finish(added(fixed, await runStages(TEST_STAGES)));
} catch (error) {
  console.error(error.message);
  finish({ passed: 0, failed: 1, skipped: 0 });
}
