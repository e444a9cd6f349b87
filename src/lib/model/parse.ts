/**
 * The only way from untrusted JSON to a stack. Reports everything that is wrong, by its path in the
 * file; never throws; what it returns is trusted from then on.
 */
import * as v from 'valibot';
import { checkStack } from './check-stack.ts';
import { expandParts } from './expand-parts.ts';
import { findExcess, MAX_DEPTH, MAX_LAYERS } from './parse-limits.ts';
import { STACK_FORMAT, stackSchema } from './schema.ts';
import type { StackSource } from './schema.ts';
import type { StackFile, StackVariant } from './stack-file.ts';
import { ISSUE_WORDS } from './stack-issues.ts';
import type { StackIssue } from './stack-issues.ts';

export type ParseResult =
  | { readonly ok: true; readonly value: StackFile }
  | { readonly ok: false; readonly issues: readonly StackIssue[] };

// A file with a wrong idea in it repeats the mistake; nobody reads the hundredth issue.
const MAX_ISSUES = 50;

/**
 * Reads a stack file that was already parsed as JSON.
 * @returns the stack, or every issue with the path of the part it speaks of. Never throws.
 */
export function parseStack(input: unknown): ParseResult {
  const excess = findExcess(input);
  if (excess === 'depth') return failed([{ path: '', message: ISSUE_WORDS.tooDeep(MAX_DEPTH) }]);
  if (excess === 'size') return failed([{ path: '', message: ISSUE_WORDS.tooLarge(MAX_LAYERS) }]);
  const newer = newerFormat(input);
  if (newer !== null) return failed([newer]);
  const shape = v.safeParse(stackSchema, input);
  if (!shape.success) return failed(shape.issues.map(describeIssue));
  return assemble(shape.output);
}

/**
 * Reads the text of a stack file.
 * @returns as `parseStack`; text that is not JSON is an issue too. Never throws.
 */
export function parseStackText(text: string): ParseResult {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed([{ path: '', message: ISSUE_WORDS.notJson(reason) }]);
  }
  return parseStack(input);
}

function assemble(source: StackSource): ParseResult {
  const parts = new Map(Object.entries(source.parts ?? {}));
  const issues: StackIssue[] = [...checkVariants(source)];
  const variants: StackVariant[] = [];
  for (const [index, variant] of source.variants.entries()) {
    const expanded = expandParts(variant.ground, `variants[${index}].ground`, parts);
    issues.push(...expanded.issues);
    if (expanded.ground === null || expanded.issues.length > 0) continue;
    issues.push(...checkStack(expanded.ground, expanded.writtenAt));
    variants.push({ ...variant, ground: expanded.ground });
  }
  if (issues.length > 0) return failed(issues);
  const { $schema: _schema, format: _format, parts: _parts, ...titles } = source;
  return { ok: true, value: { ...titles, variants } };
}

function checkVariants(source: StackSource): StackIssue[] {
  const issues: StackIssue[] = [];
  const ids = source.variants.map((variant) => variant.id);
  if (!ids.includes(source.defaultVariant)) {
    const message = ISSUE_WORDS.unknownVariant(source.defaultVariant, ids.join(', '));
    issues.push({ path: 'defaultVariant', message });
  }
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) < index)
      issues.push({ path: `variants[${index}].id`, message: ISSUE_WORDS.duplicateVariant(id) });
  }
  return issues;
}

/** Said before anything else: the rest of a newer file would only look full of mistakes. */
function newerFormat(input: unknown): StackIssue | null {
  if (typeof input !== 'object' || input === null || !('format' in input)) return null;
  const { format } = input;
  if (typeof format !== 'number' || format === STACK_FORMAT) return null;
  return { path: 'format', message: ISSUE_WORDS.newerFormat(String(format), STACK_FORMAT) };
}

function failed(issues: readonly StackIssue[]): ParseResult {
  // A part that is used twice says the same thing twice.
  const distinct = new Map(issues.map((issue) => [`${issue.path}\n${issue.message}`, issue]));
  return { ok: false, issues: [...distinct.values()].slice(0, MAX_ISSUES) };
}

function describeIssue(issue: v.BaseIssue<unknown>): StackIssue {
  return { path: jsonPath(issue.path ?? []), message: describe(issue) };
}

function describe(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received } = issue;
  const requirement = 'requirement' in issue ? String(issue.requirement) : '';
  const length = 'input' in issue && typeof issue.input === 'string' ? ' characters' : '';
  switch (type) {
    case 'max_length':
    case 'max_value':
      return ISSUE_WORDS.tooLong(requirement + length, received);
    case 'min_length':
    case 'min_value':
      return ISSUE_WORDS.tooShort(requirement + length, received);
    case 'regex':
      return ISSUE_WORDS.pattern(requirement, received);
    case 'strict_object':
      if (expected === 'never') return ISSUE_WORDS.unknownKey();
      if (received === 'undefined' && issue.path !== undefined) return ISSUE_WORDS.missing();
      break;
  }
  return ISSUE_WORDS.expected(expected ?? '', received);
}

function jsonPath(items: readonly v.IssuePathItem[]): string {
  let path = '';
  for (const { key } of items) {
    if (typeof key === 'number') path += `[${key}]`;
    else if (typeof key === 'string' && /^[\w$-]+$/.test(key))
      path += path === '' ? key : `.${key}`;
    else path += `[${JSON.stringify(String(key))}]`;
  }
  return path;
}
