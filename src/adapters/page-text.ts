/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hr li main nav ol p pre section summary table td th tr ul'
  ).split(' '),
);

/** Elements whose text is for programs, or for other readers. */
const UNREAD = new Set(
  'button head iframe math noscript object script select style svg template textarea title'.split(' '),
);

/** How many elements and texts a page has, and how deep the elements stand in each other. */
export function readShape(document: Document): { readonly nodes: number; readonly depth: number } {
  let nodes = 0;
  let depth = 0;
  let deepest = 0;
  walk(document, {
    enter: () => {
      nodes++;
      deepest = Math.max(deepest, ++depth);
      return true;
    },
    leave: () => depth--,
    text: () => nodes++,
  });
  return { nodes, depth: deepest };
}

/** What a reader sees of a page, block by block; two line breaks part a block as well. */
export function textOfBlocks(document: Document): string[] {
  const blocks: string[][] = [[]];
  const breakOff = (name: string) => {
    if (BLOCKS.has(name)) blocks.push([]);
  };
  walk(document, {
    enter: (name) => {
      breakOff(name);
      if (name === 'br') blocks.at(-1)?.push(LINE_BREAK);
      return !UNREAD.has(name);
    },
    leave: breakOff,
    text: (text) => blocks.at(-1)?.push(text),
  });
  return blocks.flatMap((texts) => paragraphsOf(texts.join(''))).filter((text) => text !== '');
}

/** Stands for <br> while the white space of the markup, line ends among it, is still to be folded. */
const LINE_BREAK = '\u2028';

function paragraphsOf(text: string): string[] {
  const folded = text.replace(/[^\S\u2028]+/g, ' ').replace(/ ?\u2028 ?/g, LINE_BREAK);
  return folded.split(/\u2028{2,}/).map((paragraph) => paragraph.replaceAll(LINE_BREAK, '\n').trim());
}

interface Visitor {
  /** Says whether to go into the element. */
  enter(name: string): boolean;
  leave(name: string): void;
  text(text: string): void;
}

/** Visits a tree in its order, without recursion: hostile pages nest deeper than the stack. */
function walk(root: Node, visitor: Visitor): void {
  let node: Node | null = root.firstChild;
  while (node !== null) {
    const name = node.nodeName.toLowerCase();
    const isElement = node.nodeType === 1;
    if (node.nodeType === 3) visitor.text(node.nodeValue ?? '');
    const child: Node | null = isElement && visitor.enter(name) ? node.firstChild : null;
    if (child === null && isElement) visitor.leave(name);
    node = child ?? nextAfter(node, root, visitor);
  }
}

/** The next node that is not inside this one, leaving the elements that end before it. */
function nextAfter(from: Node, root: Node, visitor: Visitor): Node | null {
  let node: Node | null = from;
  while (node !== null && node !== root && node.nextSibling === null) {
    node = node.parentNode;
    if (node !== null && node.nodeType === 1) visitor.leave(node.nodeName.toLowerCase());
  }
  return node === root ? null : (node?.nextSibling ?? null);
}
