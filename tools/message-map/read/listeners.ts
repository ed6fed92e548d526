import { posix } from 'node:path';
import type { EventContract, ServiceName } from '#libs/contracts';
import ts from 'typescript';
import { contractsByName } from './contracts.js';
import {
  classesOf,
  docOf,
  importsOf,
  methodsOf,
  nodesIn,
  sourceAt,
  sourcesOf,
  type Source,
} from './source.js';

/** A method that takes event types of one topic, and the use case that it calls. */
export interface Listener {
  readonly service: ServiceName;
  readonly file: string;
  readonly name: string;
  readonly method: string;
  readonly contracts: readonly EventContract[];
  readonly useCase: { readonly file: string; readonly name: string };
  /** What the use case does with them, in its own words. */
  readonly changes: string;
}

const LISTENERS = 'apps/*/src/inbound/**/*.ts';

const fail = ({ path }: Source, what: string): never => {
  throw new Error(`${path}: ${what}`);
};

const onOf = (method: ts.MethodDeclaration): ts.CallExpression | undefined =>
  (ts.getDecorators(method) ?? [])
    .map(({ expression }) => expression)
    .find(
      (call): call is ts.CallExpression => ts.isCallExpression(call) && call.expression.getText() === 'On',
    );

const contractsIn = (source: Source, on: ts.CallExpression): readonly EventContract[] =>
  on.arguments.map((argument) => {
    const imported = importsOf(source).get(argument.getText());
    const contract = imported && contractsByName.get(imported.name);
    return contract ?? fail(source, `@On is given ${argument.getText()}, which is no contract by name`);
  });

/** `this.port.method(batch)`: the call that a listener's method is. */
const callIn = (source: Source, method: ts.MethodDeclaration): { port: string; called: string } => {
  for (const node of nodesIn(method.body!)) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
    const { expression: target, name } = node.expression;
    if (ts.isPropertyAccessExpression(target) && target.expression.kind === ts.SyntaxKind.ThisKeyword)
      return { port: target.name.text, called: name.text };
  }
  return fail(source, `${method.name.getText()} calls no use case`);
};

const classOfPort = (source: Source, declaration: ts.ClassDeclaration, port: string): string =>
  declaration.members
    .filter(ts.isConstructorDeclaration)
    .flatMap(({ parameters }) => [...parameters])
    .find(({ name }) => name.getText() === port)
    ?.type?.getText() ?? fail(source, `${port} has no type`);

const useCaseOf = (
  root: string,
  source: Source,
  { name, called }: { readonly name: string; readonly called: string },
): Pick<Listener, 'useCase' | 'changes'> => {
  const { from } = importsOf(source).get(name) ?? fail(source, `${name} is not imported`);
  const file = posix.join(posix.dirname(source.path), from).replace(/\.js$/, '.ts');
  const declaration = classesOf(sourceAt(root, file)).find((one) => one.name?.text === name);
  const method = declaration && methodsOf(declaration).find((one) => one.name.getText() === called);
  if (!declaration || !method) return fail(source, `${file} has no ${name}.${called}`);
  const changes = docOf(method) ?? docOf(declaration) ?? fail(source, `${name} does not say what it does`);
  return { useCase: { file, name }, changes };
};

const listenersOf = (root: string, source: Source): readonly Listener[] =>
  classesOf(source).flatMap((declaration) =>
    methodsOf(declaration).flatMap((method) => {
      const on = onOf(method);
      if (!on) return [];
      const { port, called } = callIn(source, method);
      return {
        service: source.path.split('/')[1] as ServiceName,
        file: source.path,
        name: declaration.name!.text,
        method: method.name.getText(),
        contracts: contractsIn(source, on),
        ...useCaseOf(root, source, { name: classOfPort(source, declaration, port), called }),
      };
    }),
  );

/** Every method of the services that `@On` marks, by file. */
export const listenersIn = (root: string): readonly Listener[] =>
  sourcesOf(root, LISTENERS).flatMap((source) => listenersOf(root, source));
