/**
 * The English words of the workbench and of every page's frame. Words that one lens, dialog or page has to
 * itself are in files of their own beside this one, so that no other page loads them.
 */
import { notices } from './notices.ts';
import { structure } from './structure.ts';
import { ui } from './ui.ts';

export const en = { ui, notices, structure };
