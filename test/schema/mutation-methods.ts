import ts from 'typescript';
import { readSources, readText } from '../architecture/source-tree.js';

/** Resolver methods of the repository that answer a mutation without going through the action runner. */
export function mutationsOutsideActions(): string[] {
  return readSources('src/modules', 'src/core')
    .filter(({ path }) => path.endsWith('.resolver.ts'))
    .flatMap(({ path }) => outsideActions(path, readText(path) ?? ''));
}

/**
 * A mutation runs as one action: in the method itself, or in a private method of the same class that it calls
 * (several mutations of one kind often share one).
 */
export function outsideActions(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node))
      found.push(...inClass(node).map((method) => `${path}: ${method}`));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function inClass(node: ts.ClassDeclaration): string[] {
  const methods = node.members.filter(ts.isMethodDeclaration);
  const runs = (method: ts.MethodDeclaration): boolean =>
    /\bthis\.actions\.run\s*(<[^(]*>)?\(/.test(method.body?.getText() ?? '');
  const helpers = methods.filter((m) => runs(m) && !isMutation(m)).map((m) => m.name.getText());
  return methods
    .filter(isMutation)
    .filter((method) => !runs(method))
    .filter((method) => {
      const body = method.body?.getText() ?? '';
      return !helpers.some((helper) => new RegExp(`\\bthis\\.${helper}\\s*\\(`).test(body));
    })
    .map((method) => method.name.getText());
}

function isMutation(method: ts.MethodDeclaration): boolean {
  return (ts.getDecorators(method) ?? []).some(
    ({ expression }) =>
      ts.isCallExpression(expression) && expression.expression.getText() === 'Mutation',
  );
}
