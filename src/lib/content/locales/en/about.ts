/** English words of the page about Strata: licence, citing, privacy, access, hosting, method. */

export const about = {
  page: {
    title: 'About',
    description:
      'Licence, how to cite Strata, what your browser keeps, an accessibility statement with its known gaps, how to host it, and how the pictures and figures are made.',
  },
  lead: 'About Strata',
  says: 'Strata draws how software is really stacked on a machine: where the kernel is, who owns it, who shares it. It is free, it sends nothing, and every figure names its source.',
  licence: {
    title: 'Licence',
    content:
      'Texts, lessons, handouts and every picture that Strata draws are under CC BY 4.0: copy, change and share them, also for money, if you name Strata as the source, link to the licence and say what you changed. “Strata, CC BY 4.0” with a link to the scene is credit enough.',
    code: 'The code is under the MIT licence. The fonts, Atkinson Hyperlegible Next and Mono, are under the SIL Open Font License.',
    figures: 'Figures are facts of their sources, which stand beside each of them.',
    cc: 'CC BY 4.0 in full',
  },
  cite: {
    title: 'How to cite',
    says: (version: string) =>
      `This is version ${version}. The address of a scene holds the whole picture: cite that, and your readers see what you saw.`,
    forms: { plain: 'Plain text', bibtex: 'BibTeX', cff: 'CITATION.cff' },
    copy: (form: string) => `Copy: ${form}`,
    copied: (form: string) => `${form} copied.`,
    failed: 'Copying is not allowed here. The text is selected: copy it with Ctrl+C or ⌘C.',
    /** What a citation is of. */
    work: 'Strata: where is the kernel, who owns it, who shares it?',
    by: 'Strata contributors',
    note: 'Content under CC BY 4.0, code under the MIT licence',
  },
  privacy: {
    title: 'Privacy',
    says: 'Nothing is sent. The site sets no cookie, counts no visitor, and loads nothing from another host; whoever hosts it sees what any web server sees: which file was asked for. An embed keeps nothing at all.',
    keeps: 'What this browser keeps',
    what: 'What',
    where: 'Where you erase it',
    list: [
      {
        what: 'Theme, motion, single-key shortcuts, size of speaker notes',
        where: 'Set it back to what your system says, or erase everything below',
        page: null,
      },
      {
        what: 'Your place in lessons and your answers',
        where: 'Learn, “Your progress”',
        page: 'learn',
      },
      {
        what: 'Your own measurements',
        where: 'Figures, “Your own numbers”',
        page: 'figures',
      },
      { what: 'A lesson of your own', where: 'Teach, “My lesson”', page: 'mine' },
      {
        what: 'The pages of a talk, so that it goes on without a network; where the talk stands, until the window is closed',
        where: 'Erase everything below',
        page: null,
      },
    ],
    erase: 'Erase everything Strata keeps here',
    sure: 'Erase settings, progress, measurements, your own lesson and kept talks?',
    yes: 'Erase it all',
    no: 'Keep it',
    erased: 'Erased. This browser keeps nothing of Strata now.',
    nothing: 'There was nothing to erase.',
    failed: 'This browser did not let everything go. Erase the data of this site in its settings.',
  },
  access: {
    title: 'Accessibility',
    says: 'Strata aims at WCAG 2.2, level AA. Nobody outside has audited it; what follows is what is tested with each change, and what is not.',
    testedTitle: 'Tested with each change, in Chromium',
    tested: [
      'axe finds nothing on the pages, in the lenses and in the dialogs, in light and dark, on a phone and on a desktop.',
      'Every picture is also a tree of real buttons and a table: each painted layer has a name that says what the picture says. A virtual screen reader reads them.',
      'Everything works with the keyboard alone; dragging always has another way; focus is visible.',
      'With reduced motion nothing travels. The picture on the first page builds itself up once; nothing else plays by itself unless an address asks for it.',
      'Light, dark, projector and high-contrast themes; colours are never the only sign.',
      'With scripts off each page still shows its title, its summary and the layers as lists and tables.',
    ],
    gapsTitle: 'Known gaps',
    gaps: [
      'No real screen reader (NVDA, JAWS, VoiceOver, TalkBack) has been tried, and nobody who depends on one has tested it.',
      'Firefox and Safari are not part of the tests.',
      'English is the only language.',
      'At high zoom the picture itself has to be moved about; its words are in the table.',
    ],
    tell: 'Something is in your way? Tell whoever runs this site: they can change it, the code is open.',
  },
  hosting: {
    title: 'Host it yourself',
    says: 'Strata is a folder of files: any static host will do, at any path, without a server behind it. The source holds a guide with headers, caching and ready-made settings for common hosts, and a recipe for a container.',
    guide: 'docs/hosting.md',
    says2: 'in the source. For embeds the host must not forbid frames.',
    embed: 'Put a scene into your page',
  },
  method: {
    title: 'Sources and method',
    list: [
      'A picture is computed from data: which layers a system has, what stands on what, who provides it. The same data gives the text beside it.',
      'A number on screen comes from a figure with a source, a range, and the conditions under which it was measured. What nobody measured stays unknown.',
      'Start-up times of different studies are never mixed: one race has one study, one machine.',
      'Commands shown as recorded were run by a script on a real system, and are shown as they were printed.',
      'Where two studies disagree, both stand, each with its conditions.',
    ],
    figures: 'All figures and their sources',
    kit: 'Measure it yourself',
  },
};
