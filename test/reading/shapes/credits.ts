import { body, cut, headline, lede, shape } from './shape.ts';

const FERRY = [
  body(
    'Latvia will run a second ferry between Liepaja and the Swedish coast from April, the transport ministry in Riga said on Tuesday. The ship carries 140 lorries and replaces one that was sold last year.',
  ),
  body(
    '“Our hauliers have waited for this line for three winters,” said Transport Minister Ilze Kronberga. She expects 60,000 lorries a year.',
  ),
  body(
    'The port of Liepaja has to deepen its basin first. Work on it is to begin in January and to cost 4.2 million euros.',
  ),
];

const FERRY_HEAD = headline('Latvia to Run Second Ferry From Liepaja');

/** Who wrote, for whom, where and when, in the ways in which papers say so. */
export const CREDITS = [
  shape('no byline', { countries: ['LV'] }, [FERRY_HEAD, ...FERRY]),
  shape('a byline in a line of its own', { byline: 'Marta Ozola', countries: ['LV'] }, [
    FERRY_HEAD,
    cut('byline', 'By Marta Ozola'),
    ...FERRY,
  ]),
  shape('a name alone under the headline', { byline: 'Marta Ozola', countries: ['LV'] }, [
    FERRY_HEAD,
    cut('byline', 'Marta Ozola'),
    ...FERRY,
  ]),
  shape(
    'everything in one line of credits',
    {
      byline: 'Marta Ozola',
      source: 'The Liepaja Courier',
      publishedAt: '2026-11-24T12:05:00Z',
      countries: ['LV'],
    },
    [
      FERRY_HEAD,
      cut('byline', 'By Marta Ozola, The Liepaja Courier | Tuesday, 24 November 2026, 14:05 EET | 3 min read'),
      ...FERRY,
    ],
  ),
  shape(
    'an American date with its zone',
    { byline: 'Marta Ozola', publishedAt: '2026-11-24T14:30:00Z', countries: ['LV'] },
    [FERRY_HEAD, cut('byline', 'Marta Ozola'), cut('time', 'Nov 24, 2026 9:30 AM EST'), ...FERRY],
  ),
  shape('published and updated', { byline: 'Marta Ozola', publishedAt: '2026-11-24', countries: ['LV'] }, [
    FERRY_HEAD,
    cut('byline', 'By Marta Ozola'),
    cut('time', 'Updated 25 November 2026, 08:10'),
    cut('time', 'Published 24 November 2026'),
    ...FERRY,
  ]),
  shape('a note of what was updated', { publishedAt: '2026-11-25', countries: ['LV'] }, [
    FERRY_HEAD,
    cut('note', 'Updated 25 November 2026, 14:00: adds the minister’s answer'),
    ...FERRY,
  ]),
  shape(
    'a dateline in capitals',
    {
      byline: 'Marta Ozola',
      dateline: 'LIEPAJA, Latvia, Nov 24 (Baltic Wire)',
      source: 'Baltic Wire',
      countries: ['LV'],
    },
    [
      FERRY_HEAD,
      cut('byline', 'By MARTA OZOLA').map((piece) => ({ ...piece, text: 'By Marta Ozola' })),
      lede(
        'LIEPAJA, Latvia, Nov 24 (Baltic Wire) — ',
        'Latvia will run a second ferry between Liepaja and the Swedish coast from April, the transport ministry said on Tuesday. The ship carries 140 lorries.',
      ),
      ...FERRY.slice(1),
    ],
  ),
  shape(
    'a dateline in a line of its own',
    { byline: 'Marta Ozola', dateline: 'Liepaja, 24 November 2026', publishedAt: '2026-11-24', countries: ['LV'] },
    [FERRY_HEAD, cut('time', 'Liepaja, 24 November 2026'), ...FERRY, cut('byline', '— Marta Ozola')],
  ),
  shape(
    'wire credits at the end',
    { byline: 'Marta Ozola and Jan Berzins', dateline: 'RIGA (Baltic Wire)', source: 'Baltic Wire', countries: ['LV'] },
    [
      FERRY_HEAD,
      cut('note', '(Adds comment from the minister in paragraph 2)'),
      lede(
        'RIGA (Baltic Wire) - ',
        'Latvia will run a second ferry between Liepaja and the Swedish coast from April, the transport ministry said on Tuesday.',
      ),
      ...FERRY.slice(1),
      cut('byline', '(Reporting by Marta Ozola in Riga and Jan Berzins in Liepaja; Editing by Ruth Amsel)'),
    ],
  ),
  shape('wire credits without brackets', { byline: 'Marta Ozola', countries: ['LV'] }, [
    FERRY_HEAD,
    ...FERRY,
    cut('byline', 'Reporting by Marta Ozola; Editing by Ruth Amsel'),
  ]),
  shape(
    'a standfirst, a byline with a trade and a source',
    { byline: 'Marta Ozola', source: 'Baltic Wire', countries: ['LV'] },
    [
      FERRY_HEAD,
      body('Lorries are to cross to Sweden twice a day, once the port has been dredged'),
      cut('byline', 'Marta Ozola', 'Transport correspondent'),
      ...FERRY,
      cut('source', 'Source: Baltic Wire'),
    ],
  ),
  shape(
    'an author’s biography at the end',
    { byline: 'Marta Ozola', source: 'The Liepaja Courier', countries: ['LV'] },
    [
      FERRY_HEAD,
      cut('byline', 'By Marta Ozola'),
      ...FERRY,
      cut(
        'biography',
        'Marta Ozola is a journalist who writes about ports and railways. Before joining The Liepaja Courier, she worked in Tallinn and Oslo.',
        'Her book on the amber coast was published in 2019.',
      ),
      cut('furniture', 'View more articles from Marta Ozola', '© 2026 The Liepaja Courier. All rights reserved.'),
    ],
  ),
  shape('a biography without any byline', { byline: 'Marta Ozola', countries: ['LV'] }, [
    FERRY_HEAD,
    ...FERRY,
    cut('biography', 'Marta Ozola is a freelance journalist based in Oslo.'),
  ]),
];
