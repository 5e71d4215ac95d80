import { describe, expect, test } from 'vitest';
import { detectLanguage } from '../../src/reading/language.ts';

test.each([
  ['en', 'The ministry said on Monday that the border with its neighbour would stay open.'],
  ['ru', 'Министерство сообщило в понедельник, что граница с соседней страной останется открытой.'],
  ['kk', 'Министрлік дүйсенбі күні көрші елмен шекара ашық қалатынын хабарлады.'],
  ['ky', 'Министрлик дүйшөмбү күнү коңшу өлкө менен чек ара ачык калаарын билдирди.'],
  ['uz', 'Vazirlik dushanba kuni qo‘shni davlat bilan chegara ochiq qolishini bildirdi va bu haqda xabar berdi.'],
  ['uz', 'Вазирлик душанба куни қўшни давлат билан чегара очиқ қолишини билдирди.'],
  ['tg', 'Вазорат рӯзи душанбе хабар дод, ки сарҳад бо кишвари ҳамсоя кушода мемонад.'],
  ['tk', 'Ministrlik duşenbe güni goňşy ýurt bilen serhediň açyk galjakdygyny habar berdi.'],
  ['uk', 'Міністерство повідомило в понеділок, що кордон із сусідньою країною залишиться відкритим.'],
  ['be', 'Міністэрства паведаміла ў панядзелак, што мяжа з суседняй краінай застанецца адкрытай.'],
  ['ka', 'სამინისტრომ ორშაბათს განაცხადა, რომ საზღვარი ღია დარჩება.'],
  ['hy', 'Նախարարությունը երկուշաբթի հայտնեց, որ սահմանը բաց կմնա։'],
  ['az', 'Nazirlik bazar ertəsi bildirdi ki, qonşu ölkə ilə sərhəd açıq qalacaq.'],
  ['de', 'Das Ministerium teilte am Montag mit, dass die Grenze zum Nachbarland offen bleibt.'],
  ['fr', 'Le ministère a déclaré lundi que la frontière avec le pays voisin resterait ouverte.'],
  ['tr', 'Bakanlık pazartesi günü komşu ülke ile sınırın açık kalacağını bildirdi ve bu karar için çok çalıştı.'],
  ['ar', 'قالت الوزارة يوم الاثنين إن الحدود مع الدولة المجاورة ستبقى مفتوحة.'],
  ['fa', 'وزارتخانه روز دوشنبه گفت که مرز با کشور همسایه باز می‌ماند.'],
  ['zh', '该部周一表示，与邻国的边界将保持开放。'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});

describe('a few words are enough:', () => {
  test.each([
    ['kk', 'Жаңа мектеп ашылды'],
    ['ky', 'Велденде жаңы мектеп ачылды'],
    ['uz', 'Велденда янги мактаб очилди'],
    ['uz', 'Veldenda yangi maktab ochildi'],
    ['tg', 'Дар Велден мактаби нав кушода шуд'],
    ['tk', 'Weldende täze mekdep açyldy'],
    ['az', 'Veldendə yeni məktəb açıldı'],
    ['tr', 'Velden’de yeni okul açıldı'],
    ['uk', 'У Велдені відкрили нову школу'],
    ['be', 'У Велдэне адкрылі новую школу'],
    ['ru', 'В Вельдене открыли новую школу'],
    ['de', 'Neue Schule in Velden eröffnet'],
    ['fr', 'Une nouvelle école ouvre à Velden'],
    ['en', 'Velden opens new school'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

test('a text without letters is taken for English', () => {
  expect(detectLanguage('12 345 — !')).toBe('en');
});
