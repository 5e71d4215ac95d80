import { readdirSync, readFileSync } from 'node:fs';

/** The code of every file under src/ but the words themselves, comments taken out. */
export function sources(): string[] {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('messages/'))
    .map((path) => readFileSync(`src/${path}`, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));
}

/**
 * The paths into the words that a file reads, as `group.key`; `group.key.*` where one of several is chosen at run
 * time. Follows the names that each function gives to the words or to a group of them.
 */
export function wordsReadIn(code: string): Set<string> {
  const plain = code.replace(/wordsIn\((?:[^()]|\([^()]*\))*\)/g, 'WORDS').replace(/\brequest\.words\b/g, 'WORDS');
  const declarations = plain.split(/\n(?=(?:export )?(?:async )?(?:function|const|interface) )/);
  return new Set(declarations.flatMap(pathsIn));
}

function pathsIn(declaration: string): string[] {
  const paths: string[] = [];
  for (const [name, group] of namesIn(declaration))
    for (const [, path = '', chosen] of declaration.matchAll(new RegExp(`\\b${name}((?:\\.\\w+)+)(\\[)?`, 'g')))
      paths.push(`${group}${path}${chosen ? '.*' : ''}`.replace(/^\./, ''));
  return paths;
}

/** What each name stands for in a declaration: the words, as an empty path, or a group of them. */
function namesIn(declaration: string): [name: string, group: string][] {
  const names: [string, string][] = [['WORDS', '']];
  if (/\{[^{}()]*\bwords\b[^{}()]*\}\s*(?::|= request|\)|,)/.test(declaration)) names.push(['words', '']);
  for (const [, name = '', group = ''] of declaration.matchAll(/\b(\w+)(?::| =) (?:WORDS|Words)(?:\.|\[')?(\w*)/g))
    names.push([name, group]);
  for (const [, taken = ''] of declaration.matchAll(/const \{([^}]*)\} = WORDS;/g))
    for (const name of taken.split(',')) names.push([name.trim(), name.trim()]);
  return names;
}
