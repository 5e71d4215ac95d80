import type { ClaimWord } from './claim-words.ts';
import type { Comparison } from './comparison.ts';
import { counted, type Sign } from './sign.ts';

type PronounSign = 'otherGender' | 'pronounNowhere' | 'pronounFirst';

const HE = ['he', 'his', 'him'];
const SHE = ['she', 'her'];
const KINDS = [HE, SHE, ['they', 'their', 'them', 'we', 'our', 'us'], ['it', 'its']];
const LEADS = new Set(['he', 'she', 'they', 'it', 'his', 'her', 'their', 'its']);

/** Pronouns that the article does not use there, or nowhere; one at the head of a claim has lost what it stands for. */
export function pronounSigns({ passages, words, around }: Comparison): Record<PronounSign, Sign> {
  const lead = words.find(({ lower }) => LEADS.has(lower));
  const kind = KINDS.find((forms) => forms.includes(lead?.lower ?? '')) ?? [];
  const isAnywhere = kind.length === 0 || passages.all.some(({ forms }) => kind.some((form) => forms.has(form)));
  const first = lead === undefined ? [] : [lead];
  return {
    otherGender: counted(otherGender(words, around)),
    pronounNowhere: counted(isAnywhere ? [] : first),
    pronounFirst: counted(lead === words[0] ? first : []),
  };
}

/** "He" where the passages around have "she" alone, or the other way round. */
function otherGender(words: readonly ClaimWord[], around: readonly ClaimWord[]): ClaimWord[] {
  const has = (forms: readonly string[]): boolean => around.some(({ lower }) => forms.includes(lower));
  const [he, she] = [has(HE), has(SHE)];
  if (he === she) return [];
  return words.filter(({ lower }) => (he ? SHE : HE).includes(lower)).slice(0, 1);
}
