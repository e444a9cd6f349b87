import { siteStart } from '#lib/ui/site/site-start.server.ts';
import { embedReference } from '#lib/ui/docs/embed-reference.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  reference: embedReference(),
  // Without an origin an example would show an address that leads nowhere else.
  start: process.env.ORIGIN ? siteStart() : null,
});
