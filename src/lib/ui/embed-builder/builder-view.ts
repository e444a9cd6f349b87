/** How the builder shows what is being built: which form is copied, and how the preview is framed. */
import { FORMS, type Form } from './snippets.ts';

/** Widths of the column in which the preview stands, px. */
export const COLUMNS_PX = [360, 720, 960, 1280] as const;
type ColumnPx = (typeof COLUMNS_PX)[number];

/** `page`: in a frame that only lacks our origin; `wordpress`: with no more rights than WordPress gives. */
export const SHOWN_AS = ['page', 'wordpress'] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

export interface BuilderView {
  readonly form: Form;
  readonly shown: ShownAs;
  readonly columnPx: ColumnPx;
}

export const FIRST_VIEW: BuilderView = { form: 'iframe', shown: 'page', columnPx: 960 };

/** What the preview's frame may do. Never `allow-same-origin`: on our own site that would undo the rest. */
export const SANDBOX: Readonly<Record<ShownAs, string>> = {
  page: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
  wordpress: 'allow-scripts',
};

/** Never throws; what is unknown is as at first: nobody loses an embed by it. */
export function decodeView(search: string | URLSearchParams): BuilderView {
  const query = new URLSearchParams(search);
  const of = <Value>(key: string, values: readonly Value[], first: Value): Value =>
    values.find((value) => String(value) === query.get(key)) ?? first;
  return {
    form: of('form', FORMS, FIRST_VIEW.form),
    shown: of('shown', SHOWN_AS, FIRST_VIEW.shown),
    columnPx: of('at', COLUMNS_PX, FIRST_VIEW.columnPx),
  };
}

/** @returns what differs from the first view, as a query without `?` */
export function encodeView({ form, shown, columnPx }: BuilderView): string {
  const pairs = [
    form === FIRST_VIEW.form ? '' : `form=${form}`,
    shown === FIRST_VIEW.shown ? '' : `shown=${shown}`,
    columnPx === FIRST_VIEW.columnPx ? '' : `at=${columnPx}`,
  ];
  return pairs.filter((pair) => pair !== '').join('&');
}
