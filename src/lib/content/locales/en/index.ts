/** The English catalogue: every word a reader sees. */
import { boot } from './boot.ts';
import { notices } from './notices.ts';
import { structureSaid } from './structure-said.ts';
import { structure } from './structure.ts';
import { ui } from './ui.ts';

export const en = { ui, notices, structure, structureSaid, boot };
