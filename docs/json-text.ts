const LINE = 120;
const INDENT = '  ';

/** A tree of objects, lists and strings. */
export type Tree = string | readonly string[] | { readonly [key: string]: Tree };

/** JSON as the repository's formatter writes it, so that a generated file is the same byte for byte: a list stands on one line where it fits. */
export function jsonText(tree: Tree): string {
  return `${formatted(tree, '', 0)}\n`;
}

/** `before`: how many characters of the line are taken by the key. */
function formatted(tree: Tree, indent: string, before: number): string {
  if (typeof tree === 'string') return JSON.stringify(tree);
  const inner = indent + INDENT;
  if (!isList(tree)) {
    const rows = Object.entries(tree).map(([key, value]) => {
      const label = `${JSON.stringify(key)}: `;
      return `${inner}${label}${formatted(value, inner, inner.length + label.length)}`;
    });
    return `{\n${rows.join(',\n')}\n${indent}}`;
  }
  const line = `[${tree.map((each) => JSON.stringify(each)).join(', ')}]`;
  // The comma that may follow counts.
  if (before + line.length < LINE) return line;
  return `[\n${tree.map((each) => `${inner}${JSON.stringify(each)}`).join(',\n')}\n${indent}]`;
}

function isList(tree: Tree): tree is readonly string[] {
  return Array.isArray(tree);
}
