import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** A TypeScript file of a checkout, as it is written. */
export interface Source {
  /** From the checkout's root. */
  readonly path: string;
  readonly tree: ts.SourceFile;
}

/** Where a name of a file comes from. */
export interface Import {
  /** What the other file calls it. */
  readonly name: string;
  readonly from: string;
}

export const sourceAt = (root: string, path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true) };
};

/** The files of a pattern, by path, without tests. */
export const sourcesOf = (root: string, pattern: string): readonly Source[] =>
  globSync(pattern, { cwd: root })
    .filter((path) => !path.endsWith('.spec.ts'))
    .sort()
    .map((path) => sourceAt(root, path));

/** What a file imports, by the name that it has there. */
export const importsOf = ({ tree }: Source): ReadonlyMap<string, Import> => {
  const found = new Map<string, Import>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const from = statement.moduleSpecifier.text;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    for (const { name, propertyName } of bindings.elements)
      found.set(name.text, { name: (propertyName ?? name).text, from });
  }
  return found;
};

export const classesOf = ({ tree }: Source): readonly ts.ClassDeclaration[] =>
  tree.statements.filter(ts.isClassDeclaration);

export const methodsOf = (declaration: ts.ClassDeclaration): readonly ts.MethodDeclaration[] =>
  declaration.members.filter(ts.isMethodDeclaration);

/** The doc comment of a declaration as one line; null where there is none. */
export const docOf = (node: ts.Node): string | null => {
  const [doc] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  const text = doc && ts.getTextOfJSDocComment(doc.comment);
  return text ? text.replaceAll(/\s+/g, ' ').trim() : null;
};

/** All nodes below one of them, itself included. */
export const nodesIn = function* (node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
};
