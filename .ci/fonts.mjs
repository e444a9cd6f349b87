/** Writes the small font files, with the characters that fonts.css names for them. `npm run fonts`. */
import { writeFile } from 'node:fs/promises';
import { CORE_FONTS, coreFont } from './core-fonts.mjs';

for (const file of CORE_FONTS) {
  const { path, bytes, fromBytes } = await coreFont(file);
  await writeFile(path, bytes);
  console.log(`${file}: ${bytes.length} of ${fromBytes} bytes`);
}
