import { describe, expect, test } from 'vitest';
import { checkTranslation } from '../../src/reading/translation-check.ts';

const ENGLISH =
  'Norland’s exports to Kazakhstan totalled $153.07 million in 2023, President Ida Holm said in Velden on Monday, May 4.';
const RUSSIAN =
  'Экспорт Норланда в Казахстан составил 153,07 млн долларов в 2023 году, заявила в понедельник, 4 мая, в Вельдене президент Ида Хольм.';
const KAZAKH =
  'Норландтың Қазақстанға экспорты 2023 жылы 153,07 миллион доллар болды, деді президент Ида Хольм дүйсенбіде, 4 мамырда, Вельденде.';

describe('lets pass', () => {
  test.each([
    ['English to Russian', ENGLISH, 'en', RUSSIAN, 'ru'],
    ['English to Kazakh', ENGLISH, 'en', KAZAKH, 'kk'],
    ['Russian to English', RUSSIAN, 'ru', ENGLISH, 'en'],
    ['Russian to Kazakh', RUSSIAN, 'ru', KAZAKH, 'kk'],
    ['Kazakh to Russian', KAZAKH, 'kk', RUSSIAN, 'ru'],
    ['Kazakh to English', KAZAKH, 'kk', ENGLISH, 'en'],
    [
      'names of organisations that are translated',
      'The Union of Grain Exporters asked the European Union and the UN for help.',
      'en',
      'Союз экспортёров зерна обратился за помощью к Европейскому союзу и ООН.',
      'ru',
    ],
    [
      'names in other cases and a capital by another name',
      'Deputy Premier Bakhrom Saliev flew from Beijing to Tashkent with George Wright.',
      'en',
      'Вице-премьер Бахром Салиев вылетел с Джорджем Райтом из Пекина в Ташкент.',
      'ru',
    ],
    ['a number in words', 'Twenty-three ships left.', 'en', 'Ушли двадцать три корабля.', 'ru'],
    ['a group of digits', 'It cost 1,250,000 tenge.', 'en', 'Это стоило 1 250 000 тенге.', 'ru'],
    ['a percentage', 'Prices rose by 12.5 percent.', 'en', 'Бағалар 12,5 пайызға өсті.', 'kk'],
  ])('%s', (_, original, from, translated, to) => {
    expect(checkTranslation(original, from, translated, to)).toEqual({ supported: true });
  });
});

describe('finds', () => {
  test.each([
    ['an altered number', RUSSIAN.replace('153,07', '135,07'), 'number', '135,07 млн'],
    ['an altered scale', RUSSIAN.replace('млн', 'млрд'), 'number', '153,07 млрд'],
    ['another currency', RUSSIAN.replace('долларов', 'евро'), 'number', '153,07 млн'],
    ['a lost number', RUSSIAN.replace(' в 2023 году', ''), 'number', '2023'],
    ['another month', RUSSIAN.replace('4 мая', '4 июня'), 'date', '4 июня'],
    ['another weekday', RUSSIAN.replace('понедельник', 'вторник'), 'date', 'вторник'],
    ['another person', RUSSIAN.replace('Ида Хольм', 'Рольф Берг'), 'name', 'Рольф'],
    ['another country', RUSSIAN.replace('Казахстан', 'Узбекистан'), 'name', 'Узбекистан'],
    ['a lost name', RUSSIAN.replace(' в Вельдене', ''), 'name', 'Velden'],
  ])('%s', (_, translated, why, claim) => {
    const check = checkTranslation(ENGLISH, 'en', translated, 'ru');
    expect(check).toMatchObject({ supported: false, why, claim });
  });
});
