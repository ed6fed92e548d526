import ts from 'typescript';

/** A function with a body, as long as it is written, its own line and its closing brace included. */
export interface FunctionLength {
  readonly name: string;
  readonly line: number;
  readonly lines: number;
}

const nameOf = (node: ts.Node): string => {
  const named = (node as { name?: ts.Node }).name ?? (node.parent as { name?: ts.Node } | undefined)?.name;
  return named && ts.isIdentifier(named) ? named.text : 'anonymous';
};

/** The functions of a source text; its name says whether there is markup in it. */
export const functionsOf = (text: string, path = 'it.ts'): readonly FunctionLength[] => {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const lineOf = (at: number) => file.getLineAndCharacterOfPosition(at).line + 1;
  const found: FunctionLength[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && (node as { body?: ts.Node }).body) {
      const line = lineOf(node.getStart());
      found.push({ name: nameOf(node), line, lines: lineOf(node.end) - line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
