/** Plural forms by the rules of a language. */
import { digitsOf } from './digits.ts';

/** Words for the plural categories of a language; `other` is always there. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/**
 * @param lang BCP 47 tag
 * @returns a function that puts the right form behind a number, e.g. `2 stacks`.
 */
export function pluralsOf(lang: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(lang);
  const digits = digitsOf(lang);
  return (count, forms) => `${digits.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}
