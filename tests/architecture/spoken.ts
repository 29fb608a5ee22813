import ts from 'typescript';
import { compileChapter } from '@/app/(public)/guide/chapter-loader.mjs';
import { read } from './source';

/** A text as a person reads it; what an expression puts into it stands as `{}`. */
export type Spoken = { path: string; text: string };

/** What people read in a file: a chapter of the guide is read as the module that it becomes. */
export async function spokenOf(path: string): Promise<Spoken[]> {
  const code = path.endsWith('.mdx') ? await compileChapter(read(path), path) : read(path);
  return spokenIn(path, code);
}

/** Every text in a module: literals, templates, and each element's text with that of the elements inside it. */
export function spokenIn(path: string, code: string): Spoken[] {
  const kind = path.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
  const found: Spoken[] = [];
  const visit = (node: ts.Node): void => {
    if (isUnread(node)) return;
    const whole = ts.isNumericLiteral(node) ? null : joined(node);
    const text = whole?.text.replace(/\s+/g, ' ').trim();
    if (text && !/^(SELECT|INSERT|UPDATE|DELETE|WITH) /.test(text)) found.push({ path, text });
    // An expression inside a text may hold texts of its own.
    if (whole) for (const inner of whole.expressions) visit(inner);
    else ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

/** Attributes whose values no person reads. */
const UNREAD =
  /^(autoComplete|className|d|height|href|htmlFor|id|inputMode|key|name|rel|sizes|src|style|viewBox|width)$/;

/** Addresses and names for programs, and what is said to developers alone. */
function isUnread(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return true;
  // Of marked templates the pages of the sandbox alone are for people; the others are SQL.
  if (ts.isTaggedTemplateExpression(node)) return node.tag.getText() !== 'html';
  if (ts.isJsxAttribute(node)) return UNREAD.test(node.name.getText());
  if (ts.isNewExpression(node)) return /Error$/.test(node.expression.getText());
  if (!ts.isCallExpression(node)) return false;
  const called = node.expression.getText();
  return (
    /^(console|log|logger)\./.test(called) || (/\.replace(All)?$/.test(called) && !/^[`'"]/.test(called))
  );
}

type Joined = { text: string; expressions: ts.Node[] };

const said = (text: string): Joined => ({ text, expressions: [] });
const together = (parts: Joined[]): Joined => ({
  text: parts.map(({ text }) => text).join(''),
  expressions: parts.flatMap(({ expressions }) => expressions),
});
const part = (node: ts.Node): Joined => joined(node) ?? { text: '{}', expressions: [node] };

/** The text that a node is, or null where it is none. A number that is written into a text is a part of it. */
function joined(node: ts.Node): Joined | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isNumericLiteral(node)) return said(node.text);
  if (ts.isTemplateExpression(node))
    return together([
      said(node.head.text),
      ...node.templateSpans.flatMap(({ expression, literal }) => [part(expression), said(literal.text)]),
    ]);
  if (ts.isTaggedTemplateExpression(node)) return withoutTags(part(node.template));
  if (ts.isBinaryExpression(node)) return isText(node) ? together([part(node.left), part(node.right)]) : null;
  if (ts.isJsxExpression(node)) return node.expression ? part(node.expression) : said('');
  if (ts.isJsxFragment(node)) return together(node.children.map(part));
  if (ts.isJsxElement(node))
    return together([{ text: '', expressions: [node.openingElement] }, ...node.children.map(part)]);
  return compiled(node);
}

const withoutTags = ({ text, expressions }: Joined): Joined => ({
  text: text.replace(/<[^>]*>/g, ' '),
  expressions,
});

/** Whether a sum is a text that is put together. */
function isText(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node))
    return node.operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right));
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** An element of a chapter, as MDX compiles it: `_jsx(tag, { children: [ … ] })`. */
function compiled(node: ts.Node): Joined | null {
  if (!ts.isCallExpression(node) || !/^_jsxs?$/.test(node.expression.getText())) return null;
  const [, props] = node.arguments;
  if (!props || !ts.isObjectLiteralExpression(props)) return null;
  return together(
    props.properties.map((property) => {
      if (!ts.isPropertyAssignment(property) || property.name.getText() !== 'children')
        return { text: '', expressions: [property] };
      const children = property.initializer;
      return ts.isArrayLiteralExpression(children) ? together(children.elements.map(part)) : part(children);
    }),
  );
}
