/** What the view `ask` says: its facts, the twin's names and the table. */
import { kernelFacts } from '../../model/kernel-facts.ts';
import type { AnswerOrigin } from '../../model/kernel/answers.ts';
import type { AskFacts, AskTold, AskWords } from '../../model/kernel/words.ts';
import type { LayerPath } from '../../model/stack.ts';
import type { Asked } from '../../sim/kernel/who-answers.ts';
import type { DrawnStack } from '../drawn/stacks.ts';
import type { SummaryTable, TwinNode, TwinStack } from '../picture.ts';
import { readoutText } from '../structure/readout.ts';
import type { AskPlan } from './ask-stage.ts';
import type { KernelInput } from './input.ts';
import { editionOf } from './term-lines.ts';

/** @returns what is counted and told of one stack */
export function factsOf({ stack, asked, count }: AskPlan): AskFacts {
  const [first] = asked;
  const answering = asked.filter(({ by }) => by !== null);
  return {
    ...{ stack, noun: first?.instance.instance?.noun ?? 'process' },
    ...{ instances: count.instances, kernels: count.kernels, sentries: count.sentries },
    ...{ names: count.names, strings: count.strings },
    noShell: first?.noShell ?? null,
    family: first?.by?.family ?? null,
    isHidden: kernelFacts(stack).hidden !== null,
    hasEmulator: asked.some(({ emulator }) => emulator !== null),
    hasGaps: answering.some(
      ({ name, release, files }) => release === null || (name === null && files?.family !== 'nt'),
    ),
  };
}

/** @returns one question and its answers, as they are told */
export function toldOf({ instance, asker, name, release, by }: Asked): AskTold {
  const who = asker.path === instance.path ? instance.name : `${instance.name}, ${asker.name}`;
  return { who, by, name: name?.text ?? null, release: release?.text ?? null };
}

/** @returns the stack's nodes, with what each layer answers */
export function askTwin(plan: AskPlan, drawn: DrawnStack, input: KernelInput): TwinStack {
  const words = input.words.kernel.ask;
  const { structure } = input.words;
  const added = new Map<LayerPath, string>();
  for (const { files, name } of plan.asked)
    if (files !== null && name !== null) added.set(files.path, words.twin.files(name.text));
  for (const { by, release, instance } of plan.asked) {
    if (by === null) continue;
    const users = plan.asked.filter((one) => one.by?.path === by.path);
    const all = plan.count.kernels === 1 ? plan.count.instances : users.length;
    const noun = instance.instance?.noun ?? 'process';
    added.set(by.path, words.twin.kernel(release?.text ?? null, structure.instances(noun, all)));
  }
  return {
    key: plan.stack.key,
    title: plan.stack.title,
    readout: readoutText(structure.readout(plan.stack, drawn.kernels)),
    layers: drawn.layers.map((node) => withNames(node, added)),
    ...(drawn.titleBox.w === 0 ? {} : { titleBox: drawn.titleBox }),
  };
}

function withNames(node: TwinNode, added: ReadonlyMap<LayerPath, string>): TwinNode {
  const more = added.get(node.path);
  return {
    ...node,
    ...(more === undefined ? {} : { name: `${node.name}; ${more}` }),
    children: node.children.map((child) => withNames(child, added)),
  };
}

/** @returns every question with its answers and their sources, those of many alike once */
export function askTable(plans: readonly AskPlan[], words: AskWords): SummaryTable {
  const { table } = words;
  const rows = plans.flatMap(({ stack, asked }) =>
    asked.map((one) => {
      const { who, name, release, by } = toldOf(one);
      const isEdition = one.isImage && one.files?.family === 'nt';
      const read = isEdition ? editionOf(one.files) : name;
      return [
        stack.title,
        who,
        one.noShell === null ? (read ?? table.unknown) : table.none,
        one.files === null
          ? table.none
          : [one.files.name, one.files.providedBy].filter(isText).join(', '),
        by === null
          ? table.none
          : [release ?? table.unknown, one.machine?.text].filter(isText).join(' '),
        by === null ? table.none : [by.name, by.providedBy].filter(isText).join(', '),
        [one.name, one.release]
          .flatMap((answer) => (answer === null ? [] : [originText(answer.origin, words)]))
          .filter((text, at, all) => all.indexOf(text) === at)
          .join('; ') || table.unknown,
      ];
    }),
  );
  return { caption: table.caption, columns: table.columns, rows };
}

function isText(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function originText(origin: AnswerOrigin, { table }: AskWords): string {
  if ('recorded' in origin) return table.recorded(origin.recorded);
  return table.quoted('quoted' in origin ? origin.quoted.title : origin.stated.title);
}
