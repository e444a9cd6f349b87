/** English words of lessons and scenes that are saved as files. */
export const course = {
  open: 'Download for my course',
  openOf: (title: string) => `Download for my course: “${title}”`,
  title: (lesson: string) => `“${lesson}” for my course`,
  form: {
    label: 'Form',
    package: 'Course package',
    file: 'One file',
  },
  packageSays:
    'A package in the form SCORM 1.2: upload it to your course system. It shows the lesson in a page of the course, tells the course how far each learner is, keeps their place, and hands over a score.',
  fileSays:
    'A page with everything in it: steps, pictures, questions, figures with their sources. It opens from a disk, without a network. Links that need a network say so. It tells nobody anything, but for a page that holds it in a frame and asks for the answers.',
  systems: {
    title: 'Course systems',
    moodle: 'Moodle',
    moodleSays: ': add an activity “SCORM package”, and upload the file there.',
    moodleSource: 'https://docs.moodle.org/en/SCORM_FAQ',
    edx: 'Open edX',
    edxSays: ': with the SCORM XBlock, which is part of Tutor.',
    edxSource: 'https://pypi.org/project/openedx-scorm-xblock/',
    others: 'Others: look for “SCORM” among the things that can be uploaded.',
  },
  passMark: {
    label: 'Pass mark',
    none: 'None: it is completed',
    of: (mark: number) => `${mark} %`,
    says: 'The lesson is done when every step was seen and every question answered. The score is the share of questions answered right. Answers can be changed; the best score counts. A pass mark that is set in the course system goes before this one.',
    noQuestions: 'This lesson asks nothing: who has seen every step has completed it.',
  },
  language: 'Language',
  languages: { en: 'English' },
  coming: 'Putting the file together…',
  progress: (done: number, of: number) => `${done} of ${of} parts are here`,
  save: (size: string) => `Save (${size})`,
  saved: (name: string) =>
    `“${name}” is made. Your browser saves it where it keeps downloads, or asks where to.`,
  framed:
    'In a frame of another page a browser may refuse to save files, without a word. Then open this page by itself:',
  address: 'Address of this page',
  copy: 'Copy',
  copied: 'Address copied.',
  copyFailed: 'Copying is not allowed here. The address is selected: copy it with Ctrl+C or ⌘C.',
  again: 'Try again',
  problems: {
    offline: 'There is no network: the file is put together from parts of this site.',
    missing: (address: string) =>
      address === ''
        ? 'The file could not be put together.'
        : `A part of the file did not arrive: ${address}`,
  },
  scene: {
    open: 'Save as one file',
    title: 'This scene as one file',
    says: 'A page with the picture and its controls in it. It opens from a disk, without a network, and can be put on any web server or into a course as it is.',
    own: 'Your own numbers are not in it.',
  },
  file: {
    online: 'online',
    noScript: 'This page draws its pictures by scripts. Switch them on to see it.',
    rights:
      'Content: Strata, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Code: MIT License.',
    notice: (title: string, address: string) =>
      `${title}
Saved from Strata, ${address}
Content: Strata, CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).
Code: Copyright the Strata contributors, MIT License (https://opensource.org/license/mit).
Fonts: Atkinson Hyperlegible Next and Mono, Copyright the Atkinson Hyperlegible Project Authors,
SIL Open Font License 1.1 (https://openfontlicense.org).`,
  },
};
