/** Strata as an entry in somebody's list of sources. */

export interface Cited {
  readonly title: string;
  readonly by: string;
  readonly version: string;
  /** Of the present version. */
  readonly year: number;
  /** Whole address of the start page. */
  readonly url: string;
  /** Licences. */
  readonly note: string;
}

export const CITE_FORMS = ['plain', 'bibtex', 'cff'] as const;
export type CiteForm = (typeof CITE_FORMS)[number];

/** @returns text to be copied; `cff` is a whole file of Citation File Format 1.2.0 */
export function citation(form: CiteForm, cited: Cited): string {
  const { title, by, version, year, url, note } = cited;
  switch (form) {
    case 'plain':
      return `${by} (${year}). ${title} Version ${version}. ${url}. ${note}.`;
    case 'bibtex':
      return [
        '@misc{strata,',
        `  author  = {{${by}}},`,
        `  title   = {${title}},`,
        `  year    = {${year}},`,
        `  version = {${version}},`,
        `  url     = {${url}},`,
        `  note    = {${note}}`,
        '}',
      ].join('\n');
    case 'cff':
      return [
        'cff-version: 1.2.0',
        'message: "If you use Strata, please cite it as below."',
        'type: software',
        `title: ${JSON.stringify(title)}`,
        'authors:',
        `  - name: ${JSON.stringify(by)}`,
        `version: ${JSON.stringify(version)}`,
        `url: ${JSON.stringify(url)}`,
        'license:',
        '  - MIT',
        '  - CC-BY-4.0',
      ].join('\n');
  }
}
