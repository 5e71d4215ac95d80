import { countriesNamed, type Evidence, NAMES_A_COUNTRY, prefixes } from './evidence.ts';
import type { Fault } from './grounding.ts';
import { detectLanguage } from './language.ts';
import { isTitle } from './titles.ts';

const CALENDAR =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember)$/iu;

/** The first name of a sentence that the article has in no form. */
export function unfoundName(evidence: Evidence, sentence: string): Fault | undefined {
  const names = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:['’.-][\p{L}\p{N}]+)*/gu;
  const english = detectLanguage(sentence) === 'en';
  let first = true;
  for (const match of sentence.matchAll(names)) {
    const opens = first
      ? /^[^\p{L}\p{N}]*$/u.test(sentence.slice(0, match.index))
      : OPENS_ANEW.test(sentence.slice(Math.max(0, match.index - 5), match.index));
    first = false;
    const claim = match[0].replace(/['’]s?$/u, '');
    if (isOfAName(evidence, sentence, match.index, claim)) continue;
    if (
      isSupportedName(evidence, claim) ||
      (opens && !/^\p{Lu}{2,}$/u.test(claim) && (!english || isCommonOpener(claim)))
    )
      continue;
    return { claim, why: CALENDAR.test(claim) ? 'date' : 'name' };
  }
  return undefined;
}

/** "Northern" beside a name that the article has, "International" of a name whose initials it has. */
function isOfAName(evidence: Evidence, sentence: string, at: number, claim: string): boolean {
  const before = /(\p{Lu}[\p{L}’'-]*)\s+$/u.exec(sentence.slice(Math.max(0, at - 30), at))?.[1];
  const rest = sentence.slice(at + claim.length, at + claim.length + 60);
  const after = /^['’]?s?\s+(\p{Lu}[\p{L}-]*)/u.exec(rest)?.[1];
  if (GENERIC.has(claim.toLowerCase()))
    return [before, after].some((word) => word !== undefined && evidence.words.has(word.toLowerCase()));
  const run = `${claim}${/^(?:\s+(?:(?:of|for|and|the)\s+)?\p{Lu}\p{Ll}+){1,5}/u.exec(rest)?.[0] ?? ''}`;
  const initials = (run.match(/\p{Lu}/gu) ?? []).join('').toLowerCase();
  return initials.length >= 3 && evidence.words.has(initials);
}

/** Words of many names: alone they claim nothing. */
const GENERIC = new Set(
  'north south east west northern southern eastern western central park league premier road street city council house court town county river lake island bay club united university college school hospital church stadium airport station party union national international royal great new old high first world cup championship prize award act agency department ministry office group company bank state region area district village square bridge hall army navy force police fire service'.split(
    ' ',
  ),
);

function isSupportedName(evidence: Evidence, claim: string): boolean {
  const lower = claim.toLowerCase();
  if (evidence.words.has(lower) || evidence.initials.has(lower.replace(/\./gu, ''))) return true;
  if (evidence.words.has(lower.replace(/\./gu, '')) || COURTESY.test(claim)) return true;
  if (/[-’'.]/u.test(lower) && lower.split(/[-’'.]/u).every((part) => part.length < 2 || evidence.words.has(part)))
    return true;
  // "English-language": the part in small letters claims nothing.
  if (/^\p{Lu}[\p{L}]+-\p{Ll}/u.test(claim) && evidence.words.has(lower.split('-')[0] ?? '')) return true;
  if (lower.length >= 4 && evidence.beginnings.has(lower)) return true;
  if ([...countriesNamed(claim, NAMES_A_COUNTRY)].some((code) => evidence.countries.has(code))) return true;
  return lower.length >= 5 && prefixes(lower).some((prefix) => evidence.stems.has(prefix));
}

/** What stands before a word that begins a sentence within the text that is checked. */
const OPENS_ANEW = /[.!?:]["”»’']?\s+["“«‘']?$/u;

const COURTESY = /^(?:Mr|Mrs|Ms|Miss|Dr|TV|MPs?|Sr|Jr|Frau|Herr|г-н|г-жа)$/u;

/** A first word is capitalised anyway; only one that reads like a name is a claim. */
function isCommonOpener(word: string): boolean {
  return (
    COMMON_OPENERS.has(word.toLowerCase()) ||
    isTitle(word) ||
    /(?:ing|ed|ly|ers|ists|ials|ants|ity|tion|tions|ment|ments|ness|ance|ence|ship|ism|ures?|ages?)$/iu.test(word)
  );
}

const COMMON_OPENERS = new Set(
  'a an the this that these those he she it they we i you his her its their our my there here in on at by for from to of with without as after before during since until when while where what who why how if although though because but and or so yet both all some many most more several few each every no not one two three four five six seven eight nine ten another other such than then also only even just over under up down new old former police people man woman men women boy girl children officials researchers scientists experts however despite previously meanwhile moreover furthermore additionally instead later earlier now today here says said say have has had do does did is are was were can could will would should may might must let get got according around among against between beyond below above inside outside near next last first second third once again perhaps maybe still yet thus hence therefore nevertheless nonetheless unlike like plus per via about across along amid any anyone everyone someone nobody nothing something everything either neither whether which whose whom them us me him yes no please thanks good great big small long short high low early late young own same different much little less least enough world team fans players parents families students teachers doctors nurses patients women girls boys mother father son daughter brother sister husband wife also summary click boss confirmation net campaigners four'.split(
    ' ',
  ),
);
