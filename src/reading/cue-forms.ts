import cues from './data/cues.json' with { type: 'json' };

const { en: ENGLISH, de: GERMAN, ...OTHERS } = cues;
const FORMS: Readonly<Record<string, { readonly forms: string }>> = OTHERS;

/** Every form of a language’s verbs of saying that stands beside a quote; none where no table has the language. */
export function cueForms(language: string): ReadonlySet<string> {
  if (language === 'en')
    return new Set([...ENGLISH.irregular.split(' '), ...ENGLISH.regular.split(' ').flatMap(inflect)]);
  if (language === 'de') return new Set([...GERMAN.forms.split(' '), ...GERMAN.weak.split(' ').flatMap(inflectGerman)]);
  const forms = FORMS[language]?.forms;
  return new Set(forms === undefined ? [] : forms.split(' '));
}

/** The forms of a regular English verb: ask, asks, asked, asking. */
function inflect(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const doubled = /^(?:quip|admit|refer|dub|slam|chat)$/.test(verb) ? verb + verb.slice(-1) : verb;
  return [verb, third, `${doubled}ed`, `${doubled}ing`];
}

/** The forms of a weak German verb in the third person, from its stem: sagt, sagte, sagten, sagen. */
function inflectGerman(stem: string): string[] {
  const link = /(?:[dt]|gn|chn)$/u.test(stem) ? 'e' : '';
  const plural = /e[lr]$/u.test(stem) ? `${stem}n` : `${stem}en`;
  return [`${stem}${link}t`, `${stem}${link}te`, `${stem}${link}ten`, plural];
}
