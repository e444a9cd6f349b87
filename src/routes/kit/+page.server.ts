import { scriptListing } from '#lib/ui/kit/script-listing.ts';
import script from '../../../static/kit/measure.sh?raw';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => scriptListing(script);
