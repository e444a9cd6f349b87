import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { manifestXml, type CoursePackage } from './manifest.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../../tests/fixtures/scorm12');
const NAMES = ['ims_xml.xsd', 'imscp_rootv1p1p2.xsd', 'imsmd_rootv1p2p1.xsd', 'adlcp_rootv1p2.xsd'];
/** A manifest draws on three schemas: a validator takes one. */
const DRIVER = `<?xml version="1.0"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:strata:driver">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1" schemaLocation="imsmd_rootv1p2p1.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>`;

/** What libxml2 refuses in the schemas as they are handed out: see the README beside them. */
function asLibxmlTakesIt(fileName: string, text: string): string {
  if (fileName === 'ims_xml.xsd') {
    return text.replace(' xmlns="http://www.w3.org/XML/1998/namespace"', '');
  }
  return fileName === 'imsmd_rootv1p2p1.xsd' ? text.replaceAll('"##any"', '"##other"') : text;
}

let schemas: { fileName: string; contents: string }[] = [];

beforeAll(async () => {
  schemas = await Promise.all(
    NAMES.map(async (fileName) => {
      const text = await readFile(path.join(SCHEMAS, fileName), 'utf8');
      return { fileName, contents: asLibxmlTakesIt(fileName, text) };
    }),
  );
});

async function errorsOf(...texts: readonly string[]): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: texts.map((contents, at) => ({ fileName: `imsmanifest-${at}.xml`, contents })),
    schema: [{ fileName: 'driver.xsd', contents: DRIVER }],
    preload: schemas,
  });
  return errors.map(({ message }) => message);
}

const LESSON: CoursePackage = {
  id: 'containers-and-vms',
  title: 'Containers & VMs: <who> owns the “kernel”?',
  summary: 'Where is the kernel?\nWho shares it?',
  lang: 'en',
  passMark: 80,
  files: ['index.html', 'LICENSE.txt'],
  rights: 'CC BY 4.0',
};

describe('the manifest', () => {
  test('is valid against the schemas of IMS and ADL', async () => {
    const unmarked = manifestXml({ ...LESSON, passMark: null });
    expect(await errorsOf(manifestXml(LESSON), unmarked)).toEqual([]);
  });

  test('would not be valid with the spelling of SCORM 2004', async () => {
    const wrong = manifestXml(LESSON).replace('adlcp:scormtype', 'adlcp:scormType');
    expect(await errorsOf(wrong)).not.toEqual([]);
  });

  test('stays valid whatever stands in its words', async () => {
    const words = fc.string({ unit: 'binary', maxLength: 300 });
    const samples = fc.sample(fc.tuple(words, words), 12);
    const texts = samples.map(([title, summary]) => manifestXml({ ...LESSON, title, summary }));
    expect(await errorsOf(...texts)).toEqual([]);
  });

  test('names the default organization, the scheme, and every file', () => {
    const xml = manifestXml(LESSON);
    const [, given] = /<organizations default="([^"]+)"/.exec(xml) ?? [];
    expect(xml).toContain(`<organization identifier="${given}"`);
    expect(xml).toContain('<schema>ADL SCORM</schema>');
    expect(xml).toContain('<schemaversion>1.2</schemaversion>');
    expect([...xml.matchAll(/<file href="([^"]+)"/g)].map(([, file]) => file)).toEqual(
      LESSON.files,
    );
    const [, resource] = /identifierref="([^"]+)"/.exec(xml) ?? [];
    expect(xml).toContain(`<resource identifier="${resource}"`);
    expect(xml).toContain('href="index.html"');
  });

  test('gives the pass mark as a number from 0 to 100, or none', () => {
    expect(manifestXml(LESSON)).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>');
    expect(manifestXml({ ...LESSON, passMark: null })).not.toContain('masteryscore');
    for (const passMark of [180, -1, 79.5, Number.NaN]) {
      expect(() => manifestXml({ ...LESSON, passMark })).toThrow(`got ${passMark}`);
    }
  });

  test('refuses a package without files, and an id that is none', () => {
    expect(() => manifestXml({ ...LESSON, files: [] })).toThrow('needs a file');
    expect(() => manifestXml({ ...LESSON, id: 'a"b' })).toThrow('a"b');
  });

  test('keeps titles within the 200 characters of the schema', () => {
    const xml = manifestXml({ ...LESSON, title: '𝄞'.repeat(150) });
    const [, title = ''] = /<title>([^<]*)<\/title>\s*<item/.exec(xml) ?? [];
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.isWellFormed()).toBe(true);
    expect(title.endsWith('…')).toBe(true);
  });
});
