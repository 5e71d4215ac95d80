import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { quietNote } from '../../../src/bot/screens/quiet-note.ts';

const DUE_AT = Temporal.Instant.from('2026-11-25T03:00:00Z');
const reader = (language: 'en' | 'ru' | 'kk') => ({ language, timeZone: 'Asia/Almaty', dueAt: DUE_AT });
const NEWEST_AT = DUE_AT.subtract({ hours: 20 });

it.each([
  ['en', 'Nothing new on 🇧🇾 Belarus, 🇰🇿 Kazakhstan since the last briefing. The newest is of Tue 24 Nov, 12:00.'],
  ['ru', '🇧🇾 Беларусь, 🇰🇿 Казахстан: с прошлой сводки ничего нового. Самая свежая статья: вт, 24 нояб., 12:00.'],
  ['kk', '🇧🇾 Беларусь, 🇰🇿 Қазақстан: соңғы шолудан бері жаңалық жоқ. Ең соңғы мақала: сс, 24 қар., 12:00.'],
] as const)('says in a line that nothing is new, in %s', (language, line) => {
  const { html, buttons } = quietNote(['BY', 'KZ'], { newestAt: NEWEST_AT, isLate: false }, reader(language));
  expect(html).toBe(line);
  expect(buttons.flat()).toMatchObject([{ action: 'settings' }]);
});

it('says that the desk is late, or that nothing ever came', () => {
  expect(quietNote(['KZ'], { newestAt: NEWEST_AT, isLate: true }, reader('en')).html).toMatch(
    /12:00\. Such a silence is unusual: the desk is late\.$/,
  );
  expect(quietNote(['KZ'], { newestAt: undefined, isLate: false }, reader('en')).html).toBe(
    'Nothing new on 🇰🇿 Kazakhstan since the last briefing. Nothing has been published on it so far.',
  );
});
