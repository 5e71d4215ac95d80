import { body, cut, headline, lede, type Shape, shape } from './shape.ts';

/** Reports in other languages than English, with the credits and furniture of their papers. */
export const LANGUAGES: readonly Shape[] = [
  shape(
    'Russian with guillemets and em dashes',
    {
      language: 'ru',
      byline: 'Марина Лосева',
      dateline: 'БИШКЕК, 24 ноября',
      publishedAt: '2026-11-24',
      countries: ['KG'],
    },
    [
      headline('Киргизия построит третью очередь ГЭС на Нарыне'),
      cut('byline', 'Автор: Марина Лосева'),
      cut('time', '24.11.2026, 14:05'),
      lede(
        'БИШКЕК, 24 ноября — ',
        'Киргизия начнёт строить третью очередь гидроэлектростанции на Нарыне весной, сообщило министерство энергетики. Станция даст 240 мегаватт.',
      ),
      cut('caption', 'Фото: пресс-служба министерства'),
      body(
        '«Мы начнём с дороги, — сказал министр энергетики Азамат Токоев. — Без неё туда не привезти ни одной турбины».',
      ),
      body('Строительство обойдётся в 310 миллионов долларов. Половину даст Киргизия, остальное — банки.'),
      cut(
        'furniture',
        'Читайте также: Цены на уголь не изменятся',
        'Подписывайтесь на наш канал',
        'Нашли ошибку? Выделите текст и нажмите Ctrl+Enter',
      ),
    ],
  ),
  shape(
    'a Russian agency’s report',
    {
      language: 'ru',
      dateline: 'МИНСК, 24 ноя (Озёрные новости)',
      source: 'Озёрные новости',
      countries: ['BY'],
      publishedAt: '2026-11-24',
    },
    [
      cut('time', '10:30, 24 ноября 2026 г.'),
      headline('Белоруссия запустила паром через Нарочь'),
      lede(
        'МИНСК, 24 ноя (Озёрные новости) – ',
        'Белоруссия открыла первую паромную линию через озеро Нарочь, сообщил в пятницу минский облисполком. Паром берёт на борт 60 пассажиров.',
      ),
      body(
        'Линия обошлась в 1,2 миллиона рублей, половину дал район. В первое лето в Белоруссии ждут 30 тысяч пассажиров.',
      ),
      cut('furniture', 'При использовании материалов ссылка обязательна', 'Поделиться', 'ВКонтакте Telegram WhatsApp'),
    ],
  ),
  shape(
    'Kazakh',
    {
      language: 'kk',
      byline: 'Айгүл Сәрсенова',
      dateline: 'АСТАНА. 24 қараша. ДалаАқпарат',
      source: 'ДалаАқпарат',
      publishedAt: '2026-11-24',
      countries: ['KZ'],
    },
    [
      headline('Қазақстанда тоғыз жаңа мектеп ашылады'),
      cut('time', '2026 жылғы 24 қараша, 09:30'),
      lede(
        'АСТАНА. 24 қараша. ДалаАқпарат – ',
        'Қазақстанда келесі жылы тоғыз жаңа мектеп ашылады, деп хабарлады Оқу-ағарту министрлігі. Олардың бесеуі Түркістан облысында салынып жатыр.',
      ),
      cut('caption', 'Сурет: министрліктің баспасөз қызметі'),
      body('«Балалар үш ауысыммен оқымауы керек», – деді министр Ерлан Тасболатов.'),
      body('Құрылысқа 42 миллиард теңге бөлінді. Мектептердің алғашқысы Қазақстанның оңтүстігінде қыркүйекте ашылады.'),
      cut('byline', 'Авторы: Айгүл Сәрсенова'),
      cut('furniture', 'Тағы оқыңыз: Мұғалімдер саны артты', 'Барлық құқықтар қорғалған'),
    ],
  ),
  shape(
    'a German agency’s report',
    {
      language: 'de',
      byline: 'Klara Petersen',
      dateline: 'Tiflis/Gori (npa)',
      source: 'npa',
      publishedAt: '2026-11-24',
      countries: ['GE'],
    },
    [
      headline('Hagel vernichtet ein Drittel der Apfelernte in Georgien'),
      cut('byline', 'Von Klara Petersen'),
      cut('time', '24. November 2026, 14:05 Uhr'),
      lede(
        'Tiflis/Gori (npa) - ',
        'Zwei Hagelstürme haben in Georgien ein Drittel der Apfelernte vernichtet. Das teilte das Landwirtschaftsministerium am Montag in Tiflis mit.',
      ),
      cut('caption', 'Foto: Lado Mchedlidze/npa'),
      body(
        '„Die Netze kommen zu spät“, sagte Landwirtschaftsministerin Nino Abashvili. Der Staat zahlt 1.200 Lari je Hektar.',
      ),
      body('Nur ein Zehntel der Gärten in Georgien ist geschützt. Die Bauern hatten das Doppelte verlangt.'),
      cut('furniture', 'Lesen Sie auch: Warum Hagelkörner größer werden', 'Newsletter'),
    ],
  ),
  shape(
    'Uzbek in Latin letters',
    { language: 'uz', byline: 'Dilnoza Karimova', publishedAt: '2026-11-24', countries: ['UZ'] },
    [
      headline('O‘zbekistonda yangi temir yo‘l ochildi'),
      cut('byline', 'Muallif: Dilnoza Karimova'),
      cut('time', '24-noyabr 2026, 10:00'),
      body(
        'O‘zbekistonda Buxoro va Urganch o‘rtasidagi yangi temir yo‘l ochildi, deb xabar berdi transport vazirligi. Poyezd bu masofani uch soatda bosib o‘tadi.',
      ),
      body(
        '“Bu yo‘lni odamlar o‘n yildan beri kutgan edi”, dedi vazir Sardor Tursunov. Chipta narxi 90 ming so‘m bo‘ladi.',
      ),
      cut('furniture', 'Kanalimizga obuna bo‘ling'),
    ],
  ),
  shape('Uzbek in Cyrillic letters', { language: 'uz', dateline: 'ТОШКЕНТ, 24 ноябрь', countries: ['UZ'] }, [
    headline('Ўзбекистонда янги темир йўл очилди'),
    lede(
      'ТОШКЕНТ, 24 ноябрь – ',
      'Ўзбекистонда Бухоро ва Урганч ўртасидаги янги темир йўл очилди, деб хабар берди транспорт вазирлиги. Поезд бу масофани уч соатда босиб ўтади.',
    ),
    body('«Бу йўлни одамлар ўн йилдан бери кутган эди», деди вазир Сардор Турсунов. Чипта нархи 90 минг сўм бўлади.'),
    cut('furniture', 'Каналимизга обуна бўлинг', 'Яна ўқинг: Чипталар сотувга чиқди'),
  ]),
  shape('Ukrainian', { language: 'uk', byline: 'Олена Гнатюк', publishedAt: '2026-11-24', countries: ['UA'] }, [
    headline('В Україні запустили нічний поїзд до моря'),
    cut('byline', 'Автор: Олена Гнатюк'),
    cut('time', 'Опубліковано 24 листопада 2026 року'),
    body(
      'Укрзалізниця запустила нічний поїзд між Києвом та Одесою, повідомило міністерство розвитку України. Він їде вісім годин і має дев’ять вагонів.',
    ),
    body('«Люди чекали на цей поїзд два роки», – сказав міністр Андрій Коваль. Квиток коштує 640 гривень.'),
    cut('furniture', 'Читайте також: Нові вагони вже в дорозі'),
  ]),
];
