import type { EventContract } from '#libs/contracts';
import ts from 'typescript';
import { contractsByName } from './contracts.js';
import { importsOf, nodesIn, sourcesOf, type Source } from './source.js';

/** By event type, the files that write it into the service's events. */
export type Writers = ReadonlyMap<string, readonly string[]>;

const STORES = 'apps/*/src/outbound/**/*.ts';

/** A name counts where it is a value: imports, and types such as `typeof memberChanged`, say nothing. */
const isValue = ({ parent }: ts.Node): boolean =>
  !ts.isImportSpecifier(parent) && !ts.isTypeNode(parent) && !ts.isTypeQueryNode(parent);

const writtenIn = (source: Source): readonly EventContract[] => {
  const imports = importsOf(source);
  const found = new Set<EventContract>();
  for (const node of nodesIn(source.tree)) {
    if (!ts.isIdentifier(node) || !isValue(node)) continue;
    const imported = imports.get(node.text);
    const contract = imported?.from === '#libs/contracts' ? contractsByName.get(imported.name) : undefined;
    if (contract && source.path.startsWith(`apps/${contract.topic.writer}/`)) found.add(contract);
  }
  return [...found];
};

/** Where each event type is written, as the stores of its service name it. */
export const writersIn = (root: string): Writers => {
  const found = new Map<string, string[]>();
  for (const source of sourcesOf(root, STORES))
    for (const { type } of writtenIn(source)) found.set(type, [...(found.get(type) ?? []), source.path]);
  return found;
};
