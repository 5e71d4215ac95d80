import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

/** The prompts that the program uses, and the places that each must have. */
const PLACES = {
  summary: ['language', 'headline', 'dateline', 'source', 'article', 'quotes'],
  translation: ['from', 'to', 'headline', 'summary', 'quotes'],
  lead: ['language', 'country', 'articles'],
  again: ['rejected'],
} as const;

export type PromptName = keyof typeof PLACES;
export type Variables<Name extends PromptName> = Readonly<Record<(typeof PLACES)[Name][number], string>>;

export interface Prompt<Name extends PromptName = PromptName> {
  readonly name: Name;
  readonly version: number;
  readonly maxOutputTokens: number;
  readonly system: string;
  readonly user: string;
}

export type Prompts = { readonly [Name in PromptName]: Prompt<Name> };

/** A prompt file that cannot be used; the message says which, and what to mend. */
export class PromptFault extends Error {}

const FRONT_MATTER = z.strictObject({
  version: z.int().positive(),
  options: z.strictObject({ max_output_tokens: z.int().positive().default(2000) }),
  variables: z.array(z.string()),
});

const FOLDER = new URL('../../../prompts/', import.meta.url);

/** Reads every prompt. Throws `PromptFault` where one is missing, malformed, or has other places than it should. */
export function loadPrompts(folder: URL = FOLDER): Prompts {
  const load = <Name extends PromptName>(name: Name) => parsePrompt(name, readPrompt(new URL(`${name}.md`, folder)));
  return {
    summary: load('summary'),
    translation: load('translation'),
    lead: load('lead'),
    again: load('again'),
  };
}

function readPrompt(file: URL): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r\n?/g, '\n');
  } catch {
    throw new PromptFault(`The prompt ${fileURLToPath(file)} cannot be read`);
  }
}

/** @throws PromptFault */
export function parsePrompt<Name extends PromptName>(name: Name, text: string): Prompt<Name> {
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (frontMatter === undefined || body === undefined)
    throw new PromptFault(`prompts/${name}.md must open with front matter between two lines of ---`);
  const { version, options, variables } = readFrontMatter(name, frontMatter);
  expectSame(name, 'variables', variables, PLACES[name]);
  expectSame(name, 'places', [...new Set(placesIn(body))], variables);
  const [, system = '', user = ''] = /^(?:## system\n([\s\S]*?))?^## user\n([\s\S]*)$/m.exec(body) ?? [];
  if (user.trim() === '') throw new PromptFault(`prompts/${name}.md must have a part that begins with "## user"`);
  return { name, version, maxOutputTokens: options.max_output_tokens, system: system.trim(), user: user.trim() };
}

function readFrontMatter(name: string, text: string): z.output<typeof FRONT_MATTER> {
  try {
    return FRONT_MATTER.parse(parse(text));
  } catch (fault) {
    throw new PromptFault(`prompts/${name}.md has front matter that cannot be used: ${String(fault)}`);
  }
}

function expectSame(name: string, what: string, found: readonly string[], wanted: readonly string[]): void {
  const missing = wanted.filter((place) => !found.includes(place));
  const unknown = found.filter((place) => !wanted.includes(place));
  if (missing.length + unknown.length === 0) return;
  const told = [...missing.map((place) => `lacks ${place}`), ...unknown.map((place) => `has an unknown ${place}`)];
  throw new PromptFault(`prompts/${name}.md: among its ${what} it ${told.join(', ')}`);
}

const PLACE = /\{\{\s*(\w+)\s*\}\}/g;

function placesIn(body: string): string[] {
  return Array.from(body.matchAll(PLACE), ([, place = '']) => place);
}

/** Puts the variables in their places; what they hold is never read for places of its own. */
export function fill<Name extends PromptName>(prompt: Prompt<Name>, variables: Variables<Name>) {
  const values: Readonly<Record<string, string>> = variables;
  const put = (text: string) => text.replace(PLACE, (_, place: string) => asMaterial(values[place] ?? ''));
  return { system: put(prompt.system), user: put(prompt.user) };
}

/**
 * Material between tags: it cannot close its tag or open one of ours, and what nobody can see (control, zero-width and
 * bidirectional characters, by which instructions are hidden) is taken out.
 */
function asMaterial(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .replace(/<(?=\/?\s*(?:headline|dateline|source|articles?|quotes|summary)\b)/gi, '< ');
}
