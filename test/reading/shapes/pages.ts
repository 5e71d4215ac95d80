import { body, cut, headline, lede, type Shape, shape } from './shape.ts';

const BAGS_HEAD = headline('Kyrgyzstan Bans Plastic Bags From 2028');
const BAGS = [
  body(
    'The parliament of Kyrgyzstan on Tuesday passed a law that bans plastic bags from 2028. Lawmakers voted 74 to 9 after two hours of debate in Bishkek.',
  ),
  body(
    '“The mountains are full of them,” said Deputy Aizada Murzaeva, who wrote the bill. Shops that break the law will pay 15,000 soms.',
  ),
  body(
    'Traders at the Osh bazaar in Bishkek said they had not been asked. A paper bag costs them five times as much as a plastic one.',
  ),
];
const KG = { countries: ['KG'] };

/** How the pages of well-known sites and channels come out of a clipboard. */
export const PAGES: readonly Shape[] = [
  shape(
    'author and place over a date without commas',
    { ...KG, byline: 'Aizhan Toktosunova', publishedAt: '2026-11-24T14:05:00Z' },
    [
      BAGS_HEAD,
      body('Vote after two hours of debate gives shops two years to find paper'),
      cut('byline', 'Aizhan Toktosunova in Bishkek'),
      cut('time', 'Tue 24 Nov 2026 14.05 GMT'),
      ...BAGS,
    ],
  ),
  shape(
    'a trade under the name, and the credit over the caption',
    { ...KG, byline: 'Aizhan Toktosunova', publishedAt: '2026-11-24' },
    [
      BAGS_HEAD,
      cut('time', '24 November 2026'),
      cut('byline', 'Aizhan Toktosunova', 'Central Asia correspondent'),
      cut('caption', 'Getty Images', 'A woman carries bags over a bridge in Bishkek'),
      ...BAGS,
      cut('furniture', 'Related topics', 'Kyrgyzstan', 'Plastic pollution'),
    ],
  ),
  shape(
    'buttons and counts between the headline and the author',
    { ...KG, byline: 'Aizhan Toktosunova', publishedAt: '2026-11-24' },
    [
      BAGS_HEAD,
      body('Shops will have two years to switch to paper.'),
      cut('furniture', 'Listen to this article · 4:12 min Learn more', 'Share full article', '110'),
      cut('byline', 'By Aizhan Toktosunova', 'Reporting from Bishkek, Kyrgyzstan'),
      cut('time', 'Nov. 24, 2026'),
      BAGS[0] ?? [],
      cut('caption', 'Image', 'Bags at the Osh bazaar.Credit...Aibek Sydykov for The Steppe Herald'),
      cut('furniture', 'Advertisement', 'SKIP ADVERTISEMENT'),
      ...BAGS.slice(1),
    ],
  ),
  shape(
    'a date with its update, over an agency’s dateline',
    {
      ...KG,
      byline: 'Aizhan Toktosunova',
      dateline: 'BISHKEK, Nov 24 (Steppe Wire)',
      source: 'Steppe Wire',
      publishedAt: '2026-11-24T08:05:00Z',
    },
    [
      BAGS_HEAD,
      cut('byline', 'By Aizhan Toktosunova'),
      cut('time', 'November 24, 2026 2:05 PM GMT+6 Updated 3 hours ago'),
      lede(
        'BISHKEK, Nov 24 (Steppe Wire) - ',
        'The parliament of Kyrgyzstan on Tuesday passed a law that bans plastic bags from 2028.',
      ),
      ...BAGS.slice(1),
      cut('byline', 'Reporting by Aizhan Toktosunova; Editing by Ruth Amsel'),
      cut('furniture', 'Our Standards: The Steppe Wire Principles.'),
    ],
  ),
  shape(
    'the agency over the headline, and all credits in one line',
    { ...KG, byline: 'Aizhan TOKTOSUNOVA', source: '24.kg news agency', publishedAt: '2026-11-24' },
    [
      cut('furniture', '24.kg'),
      BAGS_HEAD,
      cut('byline', '11:27, 24 November 2026, Bishkek - 24.kg news agency, Aizhan TOKTOSUNOVA'),
      ...BAGS,
      cut('furniture', 'link: https://news.example/english/1/', 'views: 412', 'Print'),
    ],
  ),
  shape('a weblog', { ...KG, byline: 'Aizhan Toktosunova', publishedAt: '2026-11-24' }, [
    cut('furniture', 'Home > News > Central Asia'),
    BAGS_HEAD,
    cut('byline', 'Posted on November 24, 2026 by Aizhan Toktosunova in Environment'),
    ...BAGS,
    cut('furniture', 'Leave a Reply', 'Your email address will not be published. Required fields are marked *'),
  ]),
  shape('a channel’s post', { ...KG, spoilt: (text) => `⚡️${text}` }, [
    BAGS_HEAD,
    ...BAGS,
    cut('furniture', '📱 Subscribe to our channel @steppewire', '#Kyrgyzstan #plastic'),
  ]),
  shape(
    'a form with a label ahead of each line',
    {
      ...KG,
      byline: 'Aizhan Toktosunova',
      source: 'The Osh Herald',
      publishedAt: '2026-11-24',
      spoilt: (text) => `Headline: ${text}`,
    },
    [
      BAGS_HEAD,
      cut('byline', 'Author: Aizhan Toktosunova'),
      cut('time', 'Date: 2026-11-24'),
      cut('source', 'Source: The Osh Herald'),
      ...BAGS,
    ],
  ),
  shape('Markdown', { ...KG, byline: 'Aizhan Toktosunova', spoilt: (text) => `# ${text}` }, [
    BAGS_HEAD,
    cut('byline', 'By Aizhan Toktosunova'),
    ...BAGS,
  ]),
  shape('points ahead of the report', KG, [
    BAGS_HEAD,
    body('KEY POINTS'),
    body('- The ban begins in 2028'),
    body('- Shops pay 15,000 soms'),
    ...BAGS,
  ]),
  shape('subheadings in title case', KG, [
    BAGS_HEAD,
    BAGS[0] ?? [],
    body('What Shops Must Do'),
    BAGS[1] ?? [],
    body('Angry Traders'),
    BAGS[2] ?? [],
  ]),
  shape('helpers and first publication', { ...KG, byline: 'Aizhan Toktosunova', source: 'The Osh Herald' }, [
    BAGS_HEAD,
    cut('byline', 'By Aizhan Toktosunova for The Osh Herald'),
    ...BAGS,
    cut('furniture', 'Follow Aizhan on Twitter @aizhan'),
    cut('byline', 'Ruth Amsel in Vienna contributed to this report.'),
    cut('source', 'This story was originally published by The Osh Herald.'),
  ]),
  shape(
    'a Russian page with its section, views and links',
    { ...KG, language: 'ru', byline: 'Айжан Токтосунова', publishedAt: '2026-11-24' },
    [
      headline('Киргизия запретит пластиковые пакеты'),
      cut('furniture', 'Общество'),
      cut('time', '24 ноября 2026, 14:05'),
      cut('furniture', '186 просмотров'),
      cut('byline', 'Айжан Токтосунова'),
      body(
        'Парламент Киргизии во вторник принял закон, который запрещает пластиковые пакеты с 2028 года. За него проголосовали 74 депутата, против — девять.',
      ),
      body(
        '«Горы полны ими», — сказала депутат Айзада Мурзаева, автор закона. Магазины заплатят штраф в 15 тысяч сомов.',
      ),
      cut('furniture', 'По теме:', 'Цены на бумагу растут', 'Рынок Ош закроют на ремонт', 'Теги: экология, Киргизия'),
    ],
  ),
  shape(
    'a Russian agency’s man in the dateline',
    { ...KG, language: 'ru', dateline: 'БИШКЕК, 24 ноября. /Корр. ТАСС Айжан Токтосунова/', source: 'ТАСС' },
    [
      headline('Киргизия запретит пластиковые пакеты'),
      lede(
        'БИШКЕК, 24 ноября. /Корр. ТАСС Айжан Токтосунова/. ',
        'Парламент Киргизии во вторник принял закон, который запрещает пластиковые пакеты с 2028 года. За него проголосовали 74 депутата, против — девять.',
      ),
      body('«Горы полны ими», — сказала депутат Айзада Мурзаева, автор закона.'),
    ],
  ),
];
