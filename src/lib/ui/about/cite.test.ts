import { describe, expect, it } from 'vitest';
import { CITE_FORMS, citation } from './cite.ts';

const cited = {
  title: 'Strata: where is the kernel?',
  by: 'Strata contributors',
  version: '1.2.3',
  year: 2026,
  url: 'https://strata.example/x/',
  note: 'CC BY 4.0',
};

describe('a citation', () => {
  it.each(CITE_FORMS)('%s: names work, authors, version and place', (form) => {
    const text = citation(form, cited);
    for (const part of [cited.title, cited.by, cited.version, cited.url])
      expect(text).toContain(part);
  });

  it('BibTeX takes the authors as one name', () => {
    expect(citation('bibtex', cited)).toContain('author  = {{Strata contributors}}');
  });

  it('a citation file quotes what YAML would read as something else', () => {
    expect(citation('cff', cited)).toContain('title: "Strata: where is the kernel?"');
    expect(citation('cff', cited)).toContain('version: "1.2.3"');
  });
});
