/** Markdown's tree as blocks and inlines of a lesson. What a lesson may not hold is told by line. */
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { LESSON_PAGES } from './lesson.ts';
import type { Block, Inline } from './lesson.ts';

/** @param message what is wrong at a line of the file */
export type Complain = (line: number, message: string) => void;

const MARK = /\{([^{}]*)\}/;
const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;

export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 0;
}

/** @returns the blocks of a section; what is no block of a lesson is left out and complained of */
export function blocksOf(nodes: readonly RootContent[], complain: Complain): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.type === 'paragraph') {
      return [{ kind: 'paragraph', parts: inlinesOf(node.children, complain) }];
    }
    if (node.type === 'list') {
      const items = node.children.map((item) => blocksOf(item.children, complain));
      return [{ kind: 'list', isOrdered: node.ordered === true, items }];
    }
    if (node.type === 'code') return [{ kind: 'code', text: node.value }];
    complain(lineOf(node), `a lesson holds no ${node.type}`);
    return [];
  });
}

/** @returns the inlines of a paragraph, `{figure:…}` taken out of its text */
export function inlinesOf(
  nodes: readonly PhrasingContent[],
  complain: Complain,
): readonly Inline[] {
  return nodes.flatMap((node): readonly Inline[] => {
    switch (node.type) {
      case 'text':
        return marksOf(node.value, lineOf(node), complain);
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'strong':
      case 'emphasis':
        return [{ kind: node.type, parts: inlinesOf(node.children, complain) }];
      case 'link':
        return [linkOf(node.url, inlinesOf(node.children, complain), lineOf(node), complain)];
      default:
        complain(lineOf(node), `a lesson holds no ${node.type}`);
        return [];
    }
  });
}

function marksOf(text: string, line: number, complain: Complain): readonly Inline[] {
  // A line break in the file is a space to the reader.
  const pieces = text.replaceAll(/\s*\n\s*/g, ' ').split(MARK);
  return pieces.flatMap((piece, index): readonly Inline[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ kind: 'text', text: piece }];
    const [kind = '', id = ''] = piece.split(':');
    if (kind === 'figure' && ID.test(id)) return [{ kind: 'figure', id }];
    complain(line, `expected {figure:<id>}, got {${piece}}`);
    return [];
  });
}

function linkOf(url: string, parts: readonly Inline[], line: number, complain: Complain): Inline {
  const [, kind, id = ''] = /^(term|scene|page):(.*)$/.exec(url) ?? [];
  if (kind === 'page') {
    const page = LESSON_PAGES.find((one) => one === id);
    if (page !== undefined) return { kind, id: page, parts };
    complain(line, `expected one of the pages ${LESSON_PAGES.join(', ')}, got “${id}”`);
    return { kind: 'emphasis', parts };
  }
  if ((kind === 'term' || kind === 'scene') && ID.test(id)) return { kind, id, parts };
  if (!url.startsWith('https://')) {
    complain(
      line,
      `expected a link to https://…, term:<id>, scene:<id> or page:<id>, got “${url}”`,
    );
  }
  return { kind: 'link', href: url, parts };
}
