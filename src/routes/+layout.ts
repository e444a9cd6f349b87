/** Every page is made at build time: it has to say what it shows without scripts. */
export const prerender = true;
