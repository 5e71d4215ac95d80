import { expect, it, onTestFinished } from 'vitest';
import type { TranslationAnswer } from '../../src/briefing/model.ts';
import { owner, subscriber } from '../../src/sandbox/people.ts';
import { startDateline } from '../support/dateline.ts';
import { type ChatReply, type ChatRequest, startModelService } from '../support/openai-server.ts';
import { SHORT_STORY } from '../support/stories.ts';
import { textOf } from '../support/telegram.ts';

const READER = subscriber.id;
const READERS = [READER, 2002, 2003];
const RUSSIAN: TranslationAnswer = {
  headline: 'Беларусь открывает паром через озеро Нарочь',
  summary: 'Беларусь открыла в пятницу первую паромную линию через озеро Нарочь. Линия стоила 1,2 миллиона рублей.',
  quotes: ['Люди просили об этой лодке со времён моего деда. Она маленькая, но она наша.'],
};
const SUMMARY = {
  headline: 'Belarus opens a ferry line',
  sentences: [
    'Belarus opened its first ferry line across Lake Narach on Friday.',
    'The line cost 1.2 million roubles.',
  ],
  countries: [{ code: 'BY', reason: 'opens it' }],
  quotes: [{ number: 1, speaker: 'Pavel Rudzko', role: null }],
};

/** What a question is for, told by the prompt. */
const isTranslation = ({ messages }: ChatRequest) => messages[0]?.content.includes('You translate news') === true;
const isLead = ({ messages }: ChatRequest) => messages[0]?.content.includes('opening of a news briefing') === true;

async function startDesk(answer: (request: ChatRequest) => ChatReply | Promise<ChatReply>) {
  const service = await startModelService(answer);
  onTestFinished(service.close);
  const dateline = await startDateline({ OPENAI_BASE_URL: service.baseUrl, OPENAI_API_KEY: 'key' });
  const { ask, press, botMessages } = dateline;
  const read = (chat: number, text: string) =>
    ask(chat, chat, text).then((messages) => messages.map(textOf).join('\n'));
  return {
    ...dateline,
    service,
    read,
    told: () => botMessages(READER).map(textOf),
    publish: async (story = SHORT_STORY) => {
      await ask(owner.id, owner.id, `/post ${story}`);
      await expect
        .poll(() => textOf(botMessages(owner.id).at(-1)), { timeout: 5000 })
        .toMatch(/each sentence checked|sentences of the article/);
      await press(owner.id, owner.id, /^Publish$/);
    },
    translations: () => service.calls.filter(isTranslation).length,
  };
}

const answerWith =
  (translation: TranslationAnswer) =>
  (request: ChatRequest): ChatReply => ({ json: isTranslation(request) ? translation : SUMMARY });

it('a subscriber gets the briefing in his language, with each quote in the original and its translation below', async () => {
  const { read, publish, tickAt, now, told, translations } = await startDesk(answerWith(RUSSIAN));
  await read(READER, '/language ru');
  await read(READER, '/subscribe Belarus');
  await read(READER, '/schedule 08:00');
  await publish();
  await tickAt(now().add({ hours: 24 }));
  await expect.poll(() => told().join('\n'), { timeout: 5000 }).toContain(RUSSIAN.headline);
  const briefing = told().find((text) => text.includes(RUSSIAN.headline)) ?? '';
  expect(briefing).toContain(RUSSIAN.summary);
  expect(briefing).toMatch(/“It is small, but it is ours\.”\nПеревод: Люди просили об этой лодке/);
  expect(briefing).toContain('— Pavel Rudzko');
  expect(translations()).toBe(1);
});

it('a reader is not kept waiting: he reads the original now, and the translation the next time', async () => {
  let release: () => void = () => undefined;
  let isAsked = false;
  const { read, publish } = await startDesk((request) =>
    isTranslation(request)
      ? new Promise((resolve) => {
          isAsked = true;
          release = () => resolve({ json: RUSSIAN });
        })
      : { json: SUMMARY },
  );
  await publish();
  await read(READER, '/language ru');
  expect(await read(READER, '/digest Belarus')).toContain(SUMMARY.sentences[0]);
  await expect.poll(() => isAsked).toBe(true);
  release();
  await expect.poll(() => read(READER, '/digest Belarus'), { timeout: 5000 }).toContain(RUSSIAN.summary);
  expect(await read(READER, '/latest')).toContain(RUSSIAN.headline);
});

it('a translation that changes a number is asked for once more, and then the original is shown for good', async () => {
  const wrong = { ...RUSSIAN, summary: RUSSIAN.summary.replace('1,2', '2,1') };
  const { read, publish, translations } = await startDesk(answerWith(wrong));
  await publish();
  await read(READER, '/language ru');
  await read(READER, '/digest Belarus');
  await expect.poll(translations).toBe(2);
  expect(await read(READER, '/digest Belarus')).toContain(SUMMARY.sentences[0]);
  expect(await read(READER, '/latest')).not.toContain('Нарочь');
  expect(translations()).toBe(2);
});

it('many chats of one language cost one question an article', async () => {
  const { read, publish, tickAt, now, translations, botMessages, api } = await startDesk(answerWith(RUSSIAN));
  for (const id of READERS.slice(1)) api.addUser({ id, first_name: 'Reader', started: true });
  for (const reader of READERS) {
    await read(reader, '/language ru');
    await read(reader, '/subscribe Belarus');
  }
  await publish();
  await tickAt(now().add({ hours: 24 }));
  for (const reader of READERS)
    await expect.poll(() => botMessages(reader).map(textOf).join('\n'), { timeout: 5000 }).toContain(RUSSIAN.headline);
  expect(translations()).toBe(1);
});

const STORIES = [
  SHORT_STORY,
  `Belarus Raises Pensions by a Tenth

MINSK, Nov 20 (Lake News) — Belarus will raise pensions by a tenth from December, the labour ministry said on Friday, so that 2.4 million people get more before the winter holidays begin.`,
  `Flax Harvest Fails in Southern Belarus

GOMEL, Nov 20 (Lake News) — Farmers in the south of Belarus brought in half as much flax as last year, because rain kept machines off the fields for most of September and October.`,
  `Brest Gets a New Tram Depot

BREST, Nov 20 (Lake News) — The city of Brest in Belarus opened a tram depot on Friday that cost 30 million roubles and has room for forty trams, with a school for drivers beside it.`,
];

it.each([
  ['opens with one checked sentence', 'Belarus will raise pensions by a tenth and opened a ferry line.', true],
  ['leaves out a sentence that its articles do not support', 'Belarus will raise pensions by half in Vitebsk.', false],
])('a briefing with four articles on a country %s', async (_, sentence, isShown) => {
  // Each summary is an extract: the lead is held against what a briefing says.
  const { read, publish, tickAt, now, told, service } = await startDesk((request) =>
    isLead(request) ? { json: { sentence } } : { content: '' },
  );
  await read(READER, '/subscribe Belarus');
  for (const story of STORIES) await publish(story);
  await tickAt(now().add({ hours: 24 }));
  await expect.poll(() => told().join('\n'), { timeout: 5000 }).toContain('🇧🇾 Belarus · ');
  expect(service.calls.some(isLead)).toBe(true);
  expect(told().join('\n').includes(sentence)).toBe(isShown);
});

it('an article in the reader’s own language is never translated', async () => {
  const { read, publish, translations } = await startDesk(answerWith(RUSSIAN));
  await publish();
  expect(await read(READER, '/digest Belarus')).toContain(SUMMARY.sentences[0]);
  expect(translations()).toBe(0);
});
