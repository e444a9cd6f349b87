/**
 * The manifest of a SCORM 1.2 package with one lesson in it. Checked in tests against the schemas of IMS
 * and ADL, and for what these schemas let pass.
 */

/** What a course system is told of a package. */
export interface CoursePackage {
  /** Of the lesson; letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** BCP 47. */
  readonly lang: string;
  /** Score of 100 from which the lesson counts as passed; null: there is none. */
  readonly passMark: number | null;
  /** Every file besides the manifest, the page of the lesson first. */
  readonly files: readonly string[];
  /** Whose the words are, and under which licence. */
  readonly rights: string;
}

/** The schema lets a title have no more characters. */
const MAX_TITLE = 200;
const MAX_SUMMARY = 2000;

/**
 * @returns the text of `imsmanifest.xml`
 * @throws {Error} when the package has no file, a bad id, or a pass mark that is no whole number from 0
 *   to 100
 */
export function manifestXml(course: CoursePackage): string {
  const { id, lang, passMark, files } = course;
  const [launch] = files;
  if (launch === undefined) throw new Error('a package needs a file');
  if (!/^[A-Za-z0-9-]+$/.test(id)) throw new Error(`“${id}” is no id for a package`);
  if (passMark !== null && !isPassMark(passMark)) {
    throw new Error(`a pass mark is a whole number from 0 to 100, got ${passMark}`);
  }
  const title = xmlText(clip(course.title, MAX_TITLE));
  const mastery =
    passMark === null ? '' : `\n        <adlcp:masteryscore>${passMark}</adlcp:masteryscore>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="strata.${id}" version="1.2"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
${lomXml(course, title, lang)}
  </metadata>
  <organizations default="strata.${id}.course">
    <organization identifier="strata.${id}.course">
      <title>${title}</title>
      <item identifier="strata.${id}.item" identifierref="strata.${id}.lesson">
        <title>${title}</title>${mastery}
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="strata.${id}.lesson" type="webcontent" adlcp:scormtype="sco" href="${xmlText(launch)}">
${files.map((file) => `      <file href="${xmlText(file)}" />`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}

/** @returns whether a number can be the score from which a lesson is passed */
function isPassMark(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 100;
}

function lomXml({ summary, rights }: CoursePackage, title: string, lang: string): string {
  const words = (text: string) => `<langstring xml:lang="${xmlText(lang)}">${text}</langstring>`;
  return `    <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
      <general>
        <title>${words(title)}</title>
        <language>${xmlText(lang)}</language>
        <description>${words(xmlText(clip(summary, MAX_SUMMARY)))}</description>
      </general>
      <rights>
        <description>${words(xmlText(rights))}</description>
      </rights>
    </lom>`;
}

/** Cut between characters, not inside of one. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = '';
  for (const sign of text) {
    if (cut.length + sign.length > most - 1) break;
    cut += sign;
  }
  return `${cut}…`;
}

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** @returns the text as it may stand in XML, between tags or in quotes; signs that XML forbids are left out */
function xmlText(text: string): string {
  return Array.from(text, (sign) => (isAllowed(sign.codePointAt(0) ?? 0) ? sign : ''))
    .join('')
    .replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
}

/** What XML 1.0 takes for a character. */
function isAllowed(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    code >= 0x10000
  );
}
