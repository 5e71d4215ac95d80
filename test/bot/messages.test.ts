import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parseEmbargo } from '../../src/bot/commands/embargo-time.ts';
import places from '../../src/bot/data/zone-places.json' with { type: 'json' };
import {
  formatDate,
  formatDay,
  formatMoment,
  formatPlace,
  formatSchedule,
  formatZone,
  type Reader,
} from '../../src/bot/format.ts';
import type { Html } from '../../src/bot/html.ts';
import { languageOf, type Words, wordsIn } from '../../src/bot/messages/words.ts';
import { takeWindow } from '../../src/briefing/window.ts';
import { parseSchedule, type Weekday } from '../../src/delivery/schedule.ts';
import { parseTimeZone } from '../../src/delivery/time-zone.ts';
import { COUNTRY_CODES, countryName } from '../../src/news/country.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../src/news/language.ts';
import { parseTopics } from '../../src/news/topic.ts';
import { parseHtml } from '../../src/sandbox/formatting/parse-html.ts';
import { startDateline } from '../support/dateline.ts';
import { SHORT_STORY } from '../support/stories.ts';
import { buttonsOf, textOf } from '../support/telegram.ts';
import { sources, wordsReadIn } from '../support/used-words.ts';

const LANGUAGES = INTERFACE_LANGUAGES.map((language) => ({ language, words: wordsIn(language) }));
const HOSTILE = '<b>&"';
const NOW = Temporal.Instant.from('2026-11-25T03:00:00Z');

type Said = string | Html;
type Leaf = Said | ((...args: never[]) => Said);
type Leaves = Map<string, Leaf>;

function isHtml(value: object): value is Html {
  return 'html' in value && typeof value.html === 'string';
}

/** Each text by its path, such as `topics.added`. */
function leavesOf(group: object, path = ''): Leaves {
  const leaves: Leaves = new Map();
  for (const [key, value] of Object.entries(group)) {
    if (typeof value === 'object' && !isHtml(value))
      for (const [deeper, leaf] of leavesOf(value, `${path}${key}.`)) leaves.set(deeper, leaf);
    else leaves.set(path + key, value);
  }
  return leaves;
}

/** What a text says with these arguments in all its places. */
function saidWith(leaf: Leaf, argument: unknown): Said {
  if (typeof leaf !== 'function') return leaf;
  return Reflect.apply(
    leaf,
    undefined,
    Array.from({ length: leaf.length }, () => argument),
  );
}

function htmlOf(said: Said): string {
  return typeof said === 'string' ? said : said.html;
}

/** Every text as it reads, with and without arguments that some of them may do without. */
function allSaid(words: Words, argument: unknown): [path: string, said: Said][] {
  return [...leavesOf(words)].flatMap(([path, leaf]): [string, Said][] => [
    [path, saidWith(leaf, argument)],
    ...(OPTIONAL.has(path) ? [[path, saidWith(leaf, undefined)] satisfies [string, Said]] : []),
  ]);
}

/** Texts whose argument may be missing. */
const OPTIONAL = new Set(['status.paused', 'pause.paused']);

describe('the three languages', () => {
  it.each(['ru', 'kk'] as const)('say the same things: %s has the keys and parameters of English', (language) => {
    const shape = (words: Words) =>
      [...leavesOf(words)].map(([path, leaf]) => {
        const kind = typeof htmlSample(leaf) === 'string' ? 'text' : 'html';
        return `${path}(${typeof leaf === 'function' ? leaf.length : '-'}) ${kind}`;
      });
    expect(shape(wordsIn(language)).sort()).toEqual(shape(wordsIn('en')).sort());
  });

  it.each(['ru', 'kk'] as const)('are not one another: %s leaves nothing in English', (language) => {
    const english = leavesOf(wordsIn('en'));
    const same = [...leavesOf(wordsIn(language))].filter(([path, leaf]) => {
      const words = htmlOf(saidWith(leaf, 7));
      return words === htmlOf(saidWith(english.get(path) ?? '', 7)) && /\p{L}{2}/u.test(words);
    });
    expect(same).toEqual([]);
  });

  it.each(['ru', 'kk'] as const)('name commands alike: %s sends nobody to another command', (language) => {
    const commands = (leaf: Leaf) => [...htmlOf(saidWith(leaf, 7)).matchAll(/(?<![\w<])\/[a-z]+/g)].flat().sort();
    const english = leavesOf(wordsIn('en'));
    for (const [path, leaf] of leavesOf(wordsIn(language)))
      expect([path, [...new Set(commands(leaf))]]).toEqual([path, [...new Set(commands(english.get(path) ?? ''))]]);
  });

  it('are chosen by Telegram’s language code', () => {
    expect(languageOf('ru-RU')).toBe('ru');
    expect(languageOf('kk')).toBe('kk');
    expect(languageOf('de')).toBeUndefined();
  });
});

function htmlSample(leaf: Leaf): Said {
  return saidWith(leaf, 7);
}

describe('each text', () => {
  const keys = [...leavesOf(wordsIn('en')).keys()];

  it('is said somewhere', () => {
    const read = new Set(sources().flatMap((code) => [...wordsReadIn(code)]));
    const unused = keys.filter((key) => !read.has(key) && !read.has(`${key.slice(0, key.lastIndexOf('.'))}.*`));
    expect(unused).toEqual([]);
  });

  it('is found by the names that a file gives to the words', () => {
    expect([...wordsReadIn('const words = wordsIn(chat.language).status; f(words.title);')]).toContain('status.title');
    expect([...wordsReadIn('async ({ words }) => say(words.pause.invalid)')]).toContain('pause.invalid');
    expect([...wordsReadIn('const { post } = request.words; post.tooShort(1)')]).toContain('post.tooShort');
    expect([...wordsReadIn("(words: Words['post']) => words.noText")]).toContain('post.noText');
    expect([...wordsReadIn('request.words.desk.actions[action]')]).toContain('desk.actions.*');
    expect([...wordsReadIn('const words = wordsIn(language).status; other.title')]).not.toContain('status.title');
    const two =
      'function one() {\n  const words = wordsIn(a).status;\n}\nfunction two({ words }: R) {\n  words.title;\n}';
    expect([...wordsReadIn(two)]).not.toContain('status.title');
  });

  it.each(LANGUAGES)('is HTML that Telegram takes, whatever is put in: $language', ({ words }) => {
    for (const [path, said] of allSaid(words, HOSTILE)) {
      if (typeof said === 'string') continue;
      const parsed = parseHtml(said.html);
      expect([path, parsed.ok]).toEqual([path, true]);
      const leaf = leavesOf(words).get(path);
      if (typeof leaf === 'function' && parsed.ok && !NUMBERS_ONLY.has(path)) expect(parsed.text).toContain(HOSTILE);
    }
  });

  it.each(LANGUAGES)('is no more than a text where it is a text: $language', ({ words }) => {
    for (const [path, said] of allSaid(words, 7))
      if (typeof said === 'string') expect([path, said]).toEqual([path, expect.not.stringMatching(/<\/?\w+>|&\w+;/)]);
  });

  it.each(LANGUAGES)('reads as a person wrote it: $language', ({ words }) => {
    for (const [path, said] of allSaid(words, 7)) {
      const text = htmlOf(said);
      expect([path, text]).toEqual([
        path,
        expect.not.stringMatching(/undefined|NaN|\[object|\.\.|[^\S\n]{2}|\s[.,:;!?](?!\w)/),
      ]);
      expect([path, text]).toEqual([path, text.trim()]);
    }
  });
});

/** HTML that only numbers are put into; a number is not escaped, and what is no number shows as none. */
const NUMBERS_ONLY = new Set(['post.tooShort']);

describe('lengths', () => {
  const TOASTS = [
    'settings.tooManyTimes',
    'settings.oneDay',
    'language.changed',
    'help.notAdmin',
    'help.failed',
    'help.gone',
    'article.gone',
    'preview.notThere',
    'preview.already',
    'preview.changed',
    'preview.publishedToast',
    'preview.breakingToast',
  ];
  /** Two or more in a row; a phone cuts longer labels off. */
  const NARROW = [
    ...['publish', 'breaking', 'embargo', 'countriesButton', 'headline', 'summary'].map((key) => `preview.${key}`),
    ...['countries', 'hour', 'zone', 'language'].map((key) => `status.buttons.${key}`),
    ...['quotes', 'settings', 'article'].map((key) => `briefing.${key}`),
    ...['done', 'cancel'].map((key) => `post.${key}`),
    'welcome.mainCountries',
    'article.number',
  ];
  const WIDE = [
    ...['forgetYes', 'forgetNo'].map((key) => `privacy.${key}`),
    ...['discard', 'back', 'breakingYes', 'discardYes'].map((key) => `preview.${key}`),
    ...['yes', 'turnOff', 'otherTime', 'otherZone'].map((key) => `schedule.${key}`),
    ...['quotes', 'quietNotes', 'breaking', 'sound', 'noQuietHours', 'never', 'pause', 'resume', 'back'].map(
      (key) => `settings.${key}`,
    ),
    ...['headlines', 'short', 'full'].map((key) => `settings.lengths.${key}`),
    ...['next', 'allCountries', 'allRegions'].map((key) => `welcome.${key}`),
    'topics.removeAll',
    'briefing.source',
    'search.more',
  ];

  it.each(LANGUAGES)('fit toasts, buttons and the menu of commands: $language', ({ words }) => {
    const leaves = leavesOf(words);
    const tooLong = (paths: readonly string[], most: number, argument: unknown) =>
      paths.filter((path) => {
        const leaf = leaves.get(path);
        if (leaf === undefined) throw new Error(`There are no words ${path}`);
        const length = [...htmlOf(saidWith(leaf, argument))].length;
        return length < 1 || length > most;
      });
    expect(tooLong(TOASTS, 200, 999_999_999)).toEqual([]);
    expect(tooLong(NARROW, 24, 99_999)).toEqual([]);
    expect(tooLong(WIDE, 40, 99_999)).toEqual([]);
    expect(
      tooLong(
        Object.keys(words.commands).map((name) => `commands.${name}`),
        256,
        undefined,
      ),
    ).toEqual([]);
  });

  it.each(LANGUAGES)('leave three buttons of a preview readable side by side: $language', ({ words }) => {
    const { publish, breaking, embargo, countriesButton, headline, summary } = words.preview;
    for (const label of [publish, breaking, embargo, countriesButton, headline, summary])
      expect(label.length).toBeLessThanOrEqual(12);
  });
});

describe('numbers', () => {
  it.each([
    [1, '1 статья'],
    [2, '2 статьи'],
    [5, '5 статей'],
    [11, '11 статей'],
    [21, '21 статья'],
    [22, '22 статьи'],
    [112, '112 статей'],
    [0, '0 статей'],
  ])('take the Russian form: %i', (n, said) => {
    expect(wordsIn('ru').briefing.articles(n)).toBe(said);
  });

  it('take a Russian form in every text that counts', () => {
    const { digest, post, preview } = wordsIn('ru');
    expect(digest.lastHours(24)).toBe('за последние 24 часа');
    expect(digest.lastHours(1)).toBe('за последний час');
    expect(digest.lastDays(7)).toBe('за последние 7 дней');
    expect(digest.lastDays(2)).toBe('за последние 2 дня');
    expect(post.taken(1, 8192)).toBe('1 часть, 8\u00a0192 знака.');
    expect(post.tooShort(21).html).toContain('21 слово.');
    expect(preview.confirmBreaking(12_000)).toBe('Отправить сразу в 12\u00a0000 чатов, со звуком?');
    expect(preview.confirmBreaking(3)).toBe('Отправить сразу в 3 чата, со звуком?');
  });

  it('leave a Kazakh noun in the singular, and an English one only after one', () => {
    for (const n of [1, 2, 5, 21]) expect(wordsIn('kk').briefing.articles(n)).toBe(`${n} мақала`);
    expect([0, 1, 2, 21].map(wordsIn('en').briefing.articles)).toEqual([
      '0 articles',
      '1 article',
      '2 articles',
      '21 articles',
    ]);
    expect(wordsIn('en').post.taken(2, 8192)).toBe('2 pieces, 8,192 characters.');
    expect(wordsIn('kk').preview.confirmBreaking(12_000)).toBe('12\u00a0000 чатқа бірден, дыбыспен жіберейін бе?');
  });
});

describe('what a text tells people to send or to press', () => {
  const EXAMPLE = /<code>([^<]+)<\/code>/g;
  const examples = (said: Said) => [...htmlOf(said).matchAll(EXAMPLE)].map(([, code = '']) => code);
  const sent = (said: Said, command: string) =>
    examples(said).map((example) => {
      expect(example).toMatch(new RegExp(`^/${command} `));
      return example.slice(command.length + 2);
    });

  it.each(LANGUAGES)('is understood: $language', ({ words }) => {
    const topics = sent(words.topics.tryAgain, 'subscribe').map(parseTopics);
    expect(topics).toEqual([{ countries: ['KZ', 'BY'], unknown: [] }]);
    expect(sent(words.schedule.invalid('x'), 'schedule').map((text) => parseSchedule(text))).toEqual([
      { kind: 'schedule', schedule: { times: ['08:00'], days: [1, 2, 3, 4, 5, 6, 7] } },
      { kind: 'schedule', schedule: { times: ['07:30'], days: [1, 2, 3, 4, 5] } },
      { kind: 'off' },
    ]);
    const zones = sent(words.schedule.unknownZone('x'), 'timezone');
    expect(zones).toHaveLength(2);
    for (const zone of zones) expect(parseTimeZone(zone)).toMatchObject({ kind: 'zone' });
    expect(examples(words.digest.badWindow('x')).map((text) => takeWindow(text, 'UTC', NOW).window?.unit)).toEqual([
      'hours',
      'days',
      'day',
    ]);
    expect(sent(words.language.unknown, 'language')).toEqual([...INTERFACE_LANGUAGES]);
    for (const text of [...examples(words.preview.askEmbargo('x')), ...examples(words.preview.badEmbargo)])
      expect(parseEmbargo(text, 'UTC', NOW)).toBeDefined();
  });

  it.each(LANGUAGES)('bears the label of the button: $language', ({ words: { post, preview } }) => {
    for (const said of [post.waiting.html, post.received(1, 1), post.nothingYet]) expect(said).toContain(post.done);
    expect(preview.noCountries).toContain(preview.countriesButton);
  });

  it.each(LANGUAGES)('is a schedule that can be sent back as it is shown: $language', ({ language }) => {
    const days: readonly (readonly Weekday[])[] = [
      [1, 2, 3, 4, 5, 6, 7],
      [1, 2, 3, 4, 5],
      [6, 7],
      [1, 4],
      [2, 3, 5, 6],
    ];
    for (const some of days) {
      const schedule = { times: ['07:30', '18:00'], days: some };
      const shown = formatSchedule(schedule, language).replace(/[.—]/g, '');
      expect(parseSchedule(shown)).toEqual({ kind: 'schedule', schedule });
    }
  });

  it.each(['ru', 'kk'] as const)('is a city that can be sent back as it is shown: %s', (language) => {
    const misread = Object.keys(places).filter((zone) => {
      const read = parseTimeZone(formatPlace(zone, language));
      return read.kind !== 'zone' || read.timeZone !== zone;
    });
    expect(misread).toEqual([]);
  });

  it.each(LANGUAGES)('is a country that can be sent back as it is shown: $language', ({ language }) => {
    const misread = COUNTRY_CODES.filter((code) => {
      const { countries } = parseTopics(countryName(code, language));
      return !countries.includes(code);
    });
    expect(misread).toEqual([]);
  });
});

describe('dates and places', () => {
  const inAlmaty = (language: InterfaceLanguage): Reader => ({ language, timeZone: 'Asia/Almaty' });

  it.each([
    ['en', 'Wed 25 Nov', '25 Nov 2026', 'Wed 25 Nov, 08:00', 'Almaty'],
    ['ru', 'ср, 25 нояб.', '25 нояб. 2026 г.', 'ср, 25 нояб., 08:00', 'Алматы'],
    ['kk', 'ср, 25 қар.', '2026 ж. 25 қар.', 'ср, 25 қар., 08:00', 'Алматы'],
  ] as const)('are written as in the language: %s', (language, day, date, moment, place) => {
    const reader = inAlmaty(language);
    expect(formatDay(NOW, reader)).toBe(day);
    expect(formatDate(NOW, reader)).toBe(date);
    expect(formatMoment(NOW, reader)).toBe(moment);
    expect(formatPlace('Asia/Almaty', language)).toBe(place);
  });

  it('show an offset the way people count it, eastward', () => {
    expect(formatPlace('Etc/GMT-5', 'ru')).toBe('UTC+5');
    expect(formatZone('Etc/GMT+3')).toBe('UTC-3');
    expect(formatZone('Asia/Almaty')).toBe('Asia/Almaty');
    expect(formatPlace('America/Argentina/Buenos_Aires', 'kk')).toBe('Buenos Aires');
  });
});

describe('over HTTP', () => {
  /** A person whose Telegram speaks the language, in a chat of his own. */
  async function startChat(languageCode: string) {
    const dateline = await startDateline();
    const { api, ask, press } = dateline;
    const { id } = api.addUser({ id: 2001, first_name: 'Aizhan', language_code: languageCode, started: true });
    return {
      ...dateline,
      id,
      answer: async (text: string) => (await ask(id, id, text))[0],
      tap: (label: string) => press(id, id, label),
    };
  }

  it('greets a person in the language of his Telegram, and leads him to a briefing in it', async () => {
    const { answer, tap } = await startChat('ru');
    const greeting = await answer('/start');
    expect(textOf(greeting)).toMatch(/^Dateline присылает новости стран/);
    expect(buttonsOf(greeting).flat()).toContain('🇺🇿 Узбекистан');
    expect(buttonsOf((await tap('🇰🇿 Казахстан')).message).flat()).toContain('✅ 🇰🇿 Казахстан');
    await tap('Далее: время ›');
    expect(textOf((await tap('07:00')).message)).toMatch(/Сейчас у вас \d\d:\d\d \(Алматы\), верно\?$/);
    const arranged = textOf((await tap('Да')).message);
    expect(arranged).toContain('✅ Страны: 🇰🇿 Казахстан\n07:00 — каждый день.\nСледующая сводка: ');
    expect(arranged).toContain('\nЧасовой пояс: Алматы, сейчас там ');
    expect(arranged).toMatch(/Следующая сводка: (пн|вт|ср|чт|пт|сб|вс), \d+ [а-я]+\.?, 07:00\./);
    expect(textOf(await answer('/schedule по будням 07:30'))).toContain('07:30 — по будням.');
    expect(textOf(await answer('/unsubscribe все'))).toBe('Убрано: 🇰🇿 Казахстан.');
  });

  it('says everything in the language that a person chose, the briefing and its countries too', async () => {
    const { answer, ask, press, owner, id, tickAt, now, botMessages, waitUntil } = await startChat('ru');
    await ask(owner, owner, `/post ${SHORT_STORY}`);
    await answer('/subscribe Россия');
    expect(textOf(await answer('/language kk'))).toBe('Енді қазақша сөйлеймін.');
    expect(textOf(await answer('/schedule күн сайын 08:00'))).toContain('08:00 — күн сайын.');
    expect(textOf(await answer('/status'))).toContain('Елдер: 🇷🇺 Ресей');
    expect(textOf(await answer('/subscribe Қазақстан'))).toMatch(/^Қосылды: 🇰🇿 Қазақстан\.\nКелесі шолу: /);

    await press(owner, owner, 'Countries');
    await ask(owner, owner, 'Kazakhstan');
    await press(owner, owner, 'Publish');
    const before = botMessages(id).length;
    await tickAt(now().toZonedDateTimeISO('UTC').add({ days: 1 }).withPlainTime('08:00').toInstant());
    await waitUntil(() => botMessages(id).length > before);
    const briefing = botMessages(id).at(-1);
    expect(textOf(briefing)).toMatch(/^🇰🇿 Қазақстан · Шолу\n\p{L}{2}, \d+ \p{L}+\. · UTC · 1 мақала\n/u);
    expect(buttonsOf(briefing)).toEqual([['Мақала 1'], ['Дәйексөздер', 'Баптаулар']]);
    const opened = (await press(id, id, 'Мақала 1')).messages[0];
    expect(textOf(opened)).toContain('🇧🇾 Беларусь, 🇰🇿 Қазақстан\nАвторы: Alena Hryshko');
    expect(buttonsOf(opened).flat()).toContain('Жазылу: 🇰🇿 Қазақстан');
    expect(textOf(await answer('/help'))).toContain('/digest: не болғанын қазір көру');
  });

  it('tells an editor when an embargo ends as his language writes dates', async () => {
    const { ask, press, owner, now } = await startChat('en');
    const order = async (text: string) => textOf((await ask(owner, owner, text))[0]);
    const year = now().toZonedDateTimeISO('UTC').year + 2;
    await order('/language ru');
    await order(`/post ${SHORT_STORY}`);
    await press(owner, owner, 'Эмбарго');
    await order(`${year}-01-05 10:00`);
    expect(await order('/history 1')).toContain(`поставлено под эмбарго: 5 янв. ${year} г., 10:00`);
  });

  it('lists the commands in the language of a person’s Telegram, in an editor’s chat those of the newsroom too', async () => {
    const { api, id, owner } = await startChat('kk');
    const described = (chat: number, language: string) => {
      api.addUser({ id: chat, first_name: 'Aizhan', language_code: language });
      return new Map(api.commandsFor(chat, chat).map(({ command, description }) => [command, description]));
    };
    await expect.poll(() => described(owner, 'kk').get('post')).toBe(wordsIn('kk').commands.post);
    expect(described(id, 'kk').get('digest')).toBe(wordsIn('kk').commands.digest);
    expect(described(id, 'ru').get('digest')).toBe(wordsIn('ru').commands.digest);
    expect(described(id, 'de').get('digest')).toBe(wordsIn('en').commands.digest);
    expect(described(id, 'kk').has('post')).toBe(false);
    for (const language of INTERFACE_LANGUAGES) {
      const commands = described(owner, language);
      expect(commands.get('post')).toBe(wordsIn(language).commands.post);
      expect(commands.get('digest')).toBe(wordsIn(language).commands.digest);
    }
  });
});
