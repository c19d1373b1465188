import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ImportOf {
  /** As written: `../identity/index.js` or `@nestjs/common`. */
  readonly specifier: string;
  /** Path from the repository root, when it is one of our files. */
  readonly target: string | null;
  /** True when nothing of it is there at run time. */
  readonly isTypeOnly: boolean;
}

/** A source file and what the rules ask about it. */
export interface Source {
  /** From the repository root, with slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly ImportOf[];
  readonly constructorSizes: readonly { readonly name: string; readonly size: number }[];
  readonly readsEnvironment: boolean;
  readonly usesForwardRef: boolean;
  /** Whether it reaches for the database through the unit of work. */
  readonly usesDatabase: boolean;
}

export function readSources(...folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesOf(join(ROOT, folder)))
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .map((file) =>
      parseSource(relative(ROOT, file).split('\\').join('/'), readFileSync(file, 'utf8')),
    );
}

/** Text of a file of the repository, or null. */
export function readText(path: string): string | null {
  try {
    return readFileSync(join(ROOT, path), 'utf8');
  } catch {
    return null;
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export function parseSource(path: string, text: string): Source {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.TS);
  const imports: ImportOf[] = [];
  const constructorSizes: { name: string; size: number }[] = [];
  let readsEnvironment = false;
  let usesForwardRef = false;
  let usesDatabase = false;

  const addImport = (specifier: string, isTypeOnly: boolean): void => {
    const target = specifier.startsWith('.')
      ? posix.join(dirname(path), specifier).replace(/\.js$/, '.ts')
      : null;
    imports.push({ specifier, target, isTypeOnly });
  };

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      addImport(node.moduleSpecifier.text, isTypeOnlyImport(node.importClause));
    else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      addImport(node.moduleSpecifier.text, isTypeOnlyExport(node));
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      // Loaded later, when everything is there: no cycle at import.
      if (argument && ts.isStringLiteral(argument)) addImport(argument.text, true);
    } else if (ts.isConstructorDeclaration(node)) {
      const owner = ts.isClassDeclaration(node.parent) ? node.parent.name?.text : undefined;
      constructorSizes.push({ name: owner ?? 'a class', size: node.parameters.length });
    } else if (ts.isPropertyAccessExpression(node)) {
      const owner = lastName(node.expression);
      if (owner === 'process' && node.name.text === 'env') readsEnvironment = true;
      if (/^(uow|unitOfWork|unit|work)$/i.test(owner ?? '') && /^(db|sql)$/.test(node.name.text))
        usesDatabase = true;
    } else if (ts.isIdentifier(node) && node.text === 'forwardRef') usesForwardRef = true;
    ts.forEachChild(node, (child) => {
      // Parents are set here rather than by the parser, which would do it for every node of every file.
      (child as { parent: ts.Node }).parent = node;
      visit(child);
    });
  }
  visit(file);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, lines, imports, constructorSizes, readsEnvironment, usesForwardRef, usesDatabase };
}

function lastName(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text;
  return ts.isPropertyAccessExpression(node) ? node.name.text : null;
}

function isTypeOnlyImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function isTypeOnlyExport({ isTypeOnly, exportClause }: ts.ExportDeclaration): boolean {
  return (
    isTypeOnly ||
    (exportClause !== undefined &&
      ts.isNamedExports(exportClause) &&
      exportClause.elements.length > 0 &&
      exportClause.elements.every((element) => element.isTypeOnly))
  );
}
