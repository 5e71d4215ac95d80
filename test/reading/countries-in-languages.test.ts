import { describe, expect, it } from 'vitest';
import { rankCountries } from '../../src/reading/countries.ts';
import { detectLanguage } from '../../src/reading/language.ts';
import { countriesOf, kazakh, russian } from './asking-countries.ts';

describe('a Russian article is about', () => {
  it.each([
    ['a country in any case', 'Из Казахстана в Узбекистан пошли поезда.', ['KZ', 'UZ']],
    ['a country by its adjective', 'Таджикские учёные нашли новый ледник.', ['TJ']],
    ['a country by an adjective in a compound', 'Армяно-грузинская граница открыта.', ['AM', 'GE']],
    ['a country by its people', 'Двое киргизов и трое туркменов выиграли турнир.', ['KG', 'TM']],
    ['a country by its capital', 'В Ереване открыли новую школу.', ['AM']],
    ['a country by what its capital says', 'Астана ответила, что дорогу откроют в мае.', ['KZ']],
    ['a country of two words', 'Нефть из Саудовской Аравии подешевела.', ['SA']],
    ['a country by its letters', 'Президент США не приедет.', ['US']],
    ['a country by its offices', 'В Кремле не ответили на вопрос.', ['RU']],
    ['a country by its leader', 'Токаева встретили у трапа.', ['KZ']],
    ['a country by a town of its own', 'В Павлодаре подорожал хлеб, и павлодарские пекари молчат.', ['KZ']],
  ])('%s', (_, body, countries) => {
    expect(russian(body).sort()).toEqual([...countries].sort());
  });
});

describe('a Kazakh article is about', () => {
  it.each([
    ['a country with its suffixes', 'Қазақстанның егіні мол болды.', ['KZ']],
    ['a country with a chain of suffixes', 'Өзбекстандағылардың үйлері жөнделді.', ['UZ']],
    ['a country that is ours', 'Қазақстанымыздың туы биік.', ['KZ']],
    ['a country that is mine', 'Қазақстаныма көп рақмет.', ['KZ']],
    ['a country by its own name', 'Ресейге пойыз жүрмейді.', ['RU']],
    ['a country of two words', 'Оңтүстік Кореядан қонақтар келді.', ['KR']],
    ['a country by its letters', 'АҚШ-тың елшісі жауап бермеді.', ['US']],
    ['a country by its capital', 'Бішкекте жаңа мектеп ашылды.', ['KG']],
    ['a country by a town of its own', 'Алматыда қар жауды, Алматының көшелері бос.', ['KZ']],
  ])('%s', (_, body, countries) => {
    expect(kazakh(body).sort()).toEqual([...countries].sort());
  });
});

describe('a German article is about', () => {
  it.each([
    ['a country by its name', 'In Kasachstan wird mehr Weizen geerntet, teilte das Ministerium mit.', ['KZ']],
    ['a country by its adjective', 'Die kirgisische Regierung senkt die Steuern auf Brot.', ['KG']],
    ['a country by its people', 'Viele Belarussen warten an der Grenze auf den Zug.', ['BY']],
    ['a country by its capital', 'Das teilte das Ministerium in Taschkent mit.', ['UZ']],
    ['a country of two words', 'Der Zug fährt durch die Vereinigten Staaten.', ['US']],
  ])('%s', (_, body, countries) => {
    expect(countriesOf('de', body)).toEqual(countries);
  });
});

describe('an article is read for countries in', () => {
  it.each([
    ['French', 'FR', 'La France envoie un navire dans le golfe, et les ouvriers français attendent.'],
    ['Turkish', 'KZ', "Kazakistan'da yeni bir köprü açıldı ve Kazakistan hükümeti bunu kutladı."],
    ['Azerbaijani', 'AZ', 'Azərbaycanda yeni körpü açıldı və nazirlik bunu bildirdi.'],
    ['Uzbek', 'UZ', 'O‘zbekistonda yangi ko‘prik ochildi va vazirlik buni ma’lum qildi.'],
    ['Uzbek in Cyrillic letters', 'UZ', 'Ўзбекистонда янги кўприк очилди ва вазирлик буни маълум қилди.'],
    ['Turkmen', 'TM', 'Türkmenistanda täze köpri açyldy we ministrlik muny habar berdi.'],
    ['Kyrgyz', 'KG', 'Кыргызстанда жаңы көпүрө ачылды жана министрлик муну билдирди.'],
    ['Tajik', 'TJ', 'Дар Тоҷикистон пули нав кушода шуд ва вазорат инро хабар дод.'],
    ['Ukrainian', 'UA', 'В Україні відкрили новий міст, повідомило міністерство.'],
    ['Belarusian', 'BY', 'У Беларусі адкрылі новы мост, паведаміла міністэрства.'],
    ['Georgian', 'GE', 'საქართველოში ახალი ხიდი გაიხსნა, იუწყება სამინისტრო.'],
    ['Armenian', 'AM', 'Հայաստանում նոր կամուրջ է բացվել, հայտնել է նախարարությունը։'],
    ['Arabic', 'KZ', 'افتتحت كازاخستان جسرا جديدا وقالت الوزارة إن الجسر جاهز.'],
    ['Persian', 'IR', 'ایران پل تازه‌ای را باز کرد و وزارت گفت که پل آماده است.'],
    ['Chinese', 'KZ', '哈萨克斯坦开通了一座新桥，交通部说。'],
  ])('%s', (_, country, body) => {
    const language = detectLanguage(body);
    expect(rankCountries({ headline: '', dateline: undefined, body, language })).toEqual([country]);
  });
});
