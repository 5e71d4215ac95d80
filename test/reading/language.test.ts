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
    ['en', 'Riga opens new school'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('a headline:', () => {
  test.each([
    ['en', 'Dam holds after heavy rain'],
    ['en', 'Voters head to the polls in Chile'],
    ['en', 'Coach resigns over unpaid wages'],
    ['en', 'New law on bees'],
    ['en', 'Tourists stranded as ferry breaks down'],
    ['en', 'Nurses end walkout'],
    ['ru', 'Плотина выдержала ливень'],
    ['ru', 'Тренер ушёл из-за долгов'],
    ['ru', 'Туристы застряли на острове'],
    ['ru', 'Медсёстры прекратили забастовку'],
    ['ru', 'Дефицит бюджета растёт'],
    ['ru', 'Закон о пчёлах'],
    ['ru', 'Лес горит третью неделю'],
    ['kk', 'Бөгет нөсерге төтеп берді'],
    ['kk', 'Бапкер жұмыстан шықты'],
    ['kk', 'Туристер аралда қалып қойды'],
    ['kk', 'Мейірбикелер ереуілін тоқтатты'],
    ['kk', 'Бюджет тапшылығы ұлғайды'],
    ['kk', 'Орман үшінші апта жанып жатыр'],
    ['kk', 'Ара туралы заң'],
    ['ky', 'Дамба нөшөргө туруштук берди'],
    ['ky', 'Машыктыруучу жумуштан кетти'],
    ['ky', 'Туристтер аралда калып калышты'],
    ['ky', 'Медайымдар иш таштоону токтотту'],
    ['ky', 'Бюджеттин тартыштыгы өсүүдө'],
    ['ky', 'Токой үчүнчү жума күйүп жатат'],
    ['ky', 'Аарылар жөнүндө мыйзам'],
    ['uz', 'To‘g‘on jalaga dosh berdi'],
    ['uz', 'Murabbiy ishdan ketdi'],
    ['uz', 'Sayyohlar orolda qolib ketdi'],
    ['uz', 'Hamshiralar ish tashlashni to‘xtatdi'],
    ['uz', 'Byudjet taqchilligi o‘smoqda'],
    ['uz', 'O‘rmon uchinchi hafta yonmoqda'],
    ['uz', 'Asalarilar haqida qonun'],
    ['uz', 'Тўғон жалага дош берди'],
    ['uz', 'Мураббий ишдан кетди'],
    ['uz', 'Сайёҳлар оролда қолиб кетди'],
    ['uz', 'Ҳамширалар иш ташлашни тўхтатди'],
    ['uz', 'Бюджет тақчиллиги ўсмоқда'],
    ['uz', 'Ўрмон учинчи ҳафта ёнмоқда'],
    ['uz', 'Асаларилар ҳақида қонун'],
    ['tg', 'Сарбанд ба борон тоб овард'],
    ['tg', 'Мураббӣ аз кор рафт'],
    ['tg', 'Сайёҳон дар ҷазира монданд'],
    ['tg', 'Ҳамшираҳо корпартоиро қатъ карданд'],
    ['tg', 'Касри буҷет меафзояд'],
    ['tg', 'Ҷангал ҳафтаи сеюм месӯзад'],
    ['tg', 'Қонун дар бораи занбӯрҳо'],
    ['tk', 'Bent çabga çydady'],
    ['tk', 'Tälimçi işinden gitdi'],
    ['tk', 'Syýahatçylar adada galdy'],
    ['tk', 'Şepagat uýalary iş taşlamagy bes etdi'],
    ['tk', 'Býujet ýetmezçiligi artýar'],
    ['tk', 'Tokaý üçünji hepde ýanýar'],
    ['tk', 'Arylar hakynda kanun'],
    ['uk', 'Гребля витримала зливу'],
    ['uk', 'Тренер пішов через борги'],
    ['uk', 'Туристи застрягли на острові'],
    ['uk', 'Дефіцит бюджету зростає'],
    ['uk', 'Ліс горить третій тиждень'],
    ['uk', 'Закон про бджіл'],
    ['be', 'Плаціна вытрымала лівень'],
    ['be', 'Трэнер сышоў праз даўгі'],
    ['be', 'Турысты затрымаліся на востраве'],
    ['be', 'Медсёстры спынілі забастоўку'],
    ['be', 'Дэфіцыт бюджэту расце'],
    ['be', 'Лес гарыць трэці тыдзень'],
    ['be', 'Закон аб пчолах'],
    ['az', 'Bənd leysana tab gətirdi'],
    ['az', 'Məşqçi işdən getdi'],
    ['az', 'Turistlər adada qaldı'],
    ['az', 'Tibb bacıları tətili dayandırdı'],
    ['az', 'Büdcə kəsiri artır'],
    ['az', 'Meşə üçüncü həftədir yanır'],
    ['az', 'Arılar haqqında qanun'],
    ['de', 'Damm hält Starkregen stand'],
    ['de', 'Trainer geht wegen Schulden'],
    ['de', 'Touristen sitzen auf Insel fest'],
    ['de', 'Haushaltsloch wächst'],
    ['de', 'Wald brennt seit drei Wochen'],
    ['de', 'Gesetz über Bienen'],
    ['fr', 'Le barrage résiste aux pluies'],
    ['fr', 'L’entraîneur part à cause des dettes'],
    ['fr', 'Des touristes bloqués sur une île'],
    ['fr', 'Les infirmières cessent leur grève'],
    ['fr', 'Le déficit se creuse'],
    ['fr', 'La forêt brûle depuis trois semaines'],
    ['fr', 'Une loi sur les abeilles'],
    ['tr', 'Baraj sağanağa dayandı'],
    ['tr', 'Antrenör borçlar yüzünden ayrıldı'],
    ['tr', 'Turistler adada mahsur kaldı'],
    ['tr', 'Bütçe açığı büyüyor'],
    ['tr', 'Orman üçüncü haftadır yanıyor'],
    ['tr', 'Arılar hakkında kanun'],
    ['ar', 'السد يصمد أمام الأمطار'],
    ['ar', 'المدرب يرحل بسبب الديون'],
    ['ar', 'السياح عالقون في الجزيرة'],
    ['ar', 'الممرضات ينهين الإضراب'],
    ['ar', 'الغابة تحترق'],
    ['fa', 'سد در برابر باران تاب آورد'],
    ['fa', 'مربی به دلیل بدهی رفت'],
    ['fa', 'گردشگران در جزیره ماندند'],
    ['fa', 'پرستاران اعتصاب را پایان دادند'],
    ['fa', 'جنگل می‌سوزد'],
    ['zh', '大坝经受住暴雨'],
    ['zh', '护士结束罢工'],
    ['ka', 'კაშხალმა წვიმას გაუძლო'],
    ['hy', 'Ամբարտակը դիմակայեց անձրևին'],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('a text in which other languages stand is in that of most of it:', () => {
  test.each([
    [
      'ru',
      'Компания Velden Rail (Norland) объявила о запуске линии «Night Express», сообщила The Velden Courier. Билеты продаются на сайте velden.example.com, а скидки действуют до марта.',
    ],
    [
      'kk',
      'Министр «Мы всё построим к сроку, и люди получат новое жильё» деп орысша жауап берді. Оның айтуынша, үйлер қыркүйекке дейін салынып бітеді, ал жолдар келесі жылы жөнделеді.',
    ],
    [
      'en',
      'The mayor of Almaty (Алматы), Erzhan Saparov (Ержан Сапаров), said that the paper “Вестник Вельдена” had printed the list of streets before the council met on Monday.',
    ],
    [
      'uz',
      'Vazirlik “Мы продолжим работу” degan javobni e’lon qildi. Xabarda aytilishicha, yangi yo‘l bahorda ochiladi va shahar aholisi undan bepul foydalanadi.',
    ],
    [
      'ky',
      'Министрлик орус тилинде «Дорога откроется весной» деп жооп берди. Кабарга караганда, жаңы жол жазында ачылат жана шаардыктар аны акысыз колдонушат.',
    ],
    [
      'de',
      'Der Verein „Save Our River“ sammelt in Velden Unterschriften. Die Stadt will das Ufer im Frühjahr sanieren, wie der Bürgermeister am Montag mitteilte.',
    ],
    [
      'uk',
      'Міністр відповів російською: «Мы всё построим». За його словами, дорогу відкриють навесні, і мешканці міста користуватимуться нею безкоштовно.',
    ],
  ])('%s: %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

test('a long quote at the beginning does not decide', () => {
  const quote = '«Мы откроем дорогу весной, и жители города будут ездить по ней бесплатно. Мост достроим летом». ';
  const text =
    'Министрлік осылай деп орысша жауап берді. Жаңа жол көктемде ашылады және тұрғындар оны тегін пайдаланады. ';
  expect(detectLanguage(quote.repeat(4) + text.repeat(16))).toBe('kk');
});

test('apostrophes of any kind are the same letter in Uzbek', () => {
  for (const mark of ['‘', '’', 'ʻ', "'", '`'])
    expect(detectLanguage(`O${mark}zbekistonda yangi yo${mark}l ochildi`)).toBe('uz');
});

test('a text without letters is taken for English', () => {
  expect(detectLanguage('12 345 — !')).toBe('en');
});
