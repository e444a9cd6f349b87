/**
 * The few words that a poster says. They travel with the element into pages that load nothing else of
 * Strata, so they stand here and not in the site's catalogue.
 */
const POSTER_WORDS = {
  en: {
    /** On the button, before the scene's title. */
    show: 'Play with the picture',
    /** Under the title. */
    line: 'It loads from Strata when you press.',
    /** The link, where the page gives none. */
    open: 'Open in Strata',
    noPreview: (scene: string) =>
      `There is no preview of “${scene}”: its address is wrong, or the site cannot be reached.`,
    unknown: (scene: string) => `Strata has no scene “${scene}”.`,
    broken: (message: string) => `This picture cannot be shown. ${message}`,
  },
};

/** Words of a language. */
export type PosterWords = (typeof POSTER_WORDS)['en'];

/** @param lang BCP 47 tag; English where there are no words in that language */
export function posterWords(_lang: string | null): PosterWords {
  return POSTER_WORDS.en;
}
