/** The entries of the site's menu; `null`: a page that the menu does not list. */
export type SitePlace = 'home' | 'figures' | 'kit' | 'learn' | 'teach' | null;
