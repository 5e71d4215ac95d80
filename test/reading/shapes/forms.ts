import { body, cut, entry, headline, lede, type Shape, shape } from './shape.ts';

/** Reports that are not one paragraph after another. */
export const FORMS: readonly Shape[] = [
  shape('an interview in questions and answers', { byline: 'Davit Sargsyan', countries: ['AM'] }, [
    headline('“We Count Every Drop”: Armenia’s Water Chief on a Dry Year'),
    cut('byline', 'Interview by Davit Sargsyan'),
    body(
      'Lake Sevan has fallen by 19 centimetres since spring. Armenia’s water chief, Anahit Mirzoyan, explains what happens next.',
    ),
    body('Q: Will farmers get less water next year?'),
    body(
      'A: Yes. We will give out a fifth less in the Ararat valley, and we have told the villages so in Armenian and in Russian.',
    ),
    body('Q: And the power stations?'),
    body('A: They wait. Armenia needs the lake more than it needs the turbines in November.'),
  ]),
  shape('an interview whose speakers are named', { countries: ['AM'] }, [
    headline('Armenia’s Water Chief: “We Count Every Drop”'),
    body('Anahit Mirzoyan has led Armenia’s water office for six years. We met her in Yerevan.'),
    body('The Lake Post: Will farmers get less water next year?'),
    body('Mirzoyan: Yes. We will give out a fifth less in the Ararat valley, and we have told the villages so.'),
    body('The Lake Post: And the power stations?'),
    body('Mirzoyan: They wait. Armenia needs the lake more than it needs the turbines in November.'),
  ]),
  shape('a live blog with times', { countries: ['EE'], publishedAt: '2026-11-24' }, [
    headline('Storm in Estonia: As It Happened'),
    cut('time', '24 November 2026'),
    cut('time', '15:40'),
    body(
      'The bridge to Muhu is open again for cars, the road office of Estonia says. Lorries have to wait until the evening.',
    ),
    cut('time', '14:20 EET'),
    body(
      'Some 12,000 homes in western Estonia are without power, most of them around Haapsalu, the grid company reports.',
    ),
    cut('time', '13:05'),
    body('Ferries between Virtsu and Kuivastu stay in port. The company hopes to sail at six in the evening.'),
  ]),
  shape('a live blog whose entries open with their times', { countries: ['EE'] }, [
    headline('Storm in Estonia: Live'),
    entry(
      '15:40 –',
      'The bridge to Muhu is open again for cars, the road office of Estonia says. Lorries have to wait until the evening.',
    ),
    entry(
      '14:20 –',
      'Some 12,000 homes in western Estonia are without power, most of them around Haapsalu, the grid company reports.',
    ),
  ]),
  shape(
    'a press release',
    { dateline: 'TALLINN, Estonia, 24 November 2026', publishedAt: '2026-11-24', countries: ['EE'] },
    [
      cut('furniture', 'FOR IMMEDIATE RELEASE'),
      headline('Northern Rail Opens Tallinn Workshop'),
      lede(
        'TALLINN, Estonia, 24 November 2026 — ',
        'Northern Rail today opened a workshop for electric trains in Tallinn. It employs 85 people and is the first of its kind in Estonia.',
      ),
      body('“We repair in a day what used to take a week,” said Kaarel Tamm, the company’s director.'),
      body('The workshop cost 14 million euros, of which a third came from the European Union.'),
      cut(
        'furniture',
        '###',
        'About Northern Rail',
        'Northern Rail was founded in 1998 and runs 41 trains in three countries.',
        'Media contact: Liis Kask, press@northernrail.example, +372 555 0100',
      ),
    ],
  ),
  shape(
    'a headline that is a poem',
    {
      byline: 'Paul Grant',
      countries: ['IE'],
      spoilt: (text) =>
        text.replace(
          'When the River Rose and the Bridge Went Down and Nobody in Ireland Slept',
          'When the River Rose\nand the Bridge Went Down\nand Nobody in Ireland Slept',
        ),
    },
    [
      headline('When the River Rose and the Bridge Went Down and Nobody in Ireland Slept'),
      cut('byline', 'By Paul Grant'),
      body(
        'The Shannon burst its banks at Athlone on Sunday night, and took the old bridge with it. Nobody was hurt, the Irish police said.',
      ),
      body(
        'Ireland has not seen such a flood since 1954. The army is building a bridge of pontoons, which is to open on Friday.',
      ),
    ],
  ),
  shape(
    'a headline of verses without small words',
    {
      countries: ['IE'],
      spoilt: (text) =>
        text.replace(
          'Water Over Stone Stone Over Water Ireland Counts Its Bridges',
          'Water Over Stone\nStone Over Water\nIreland Counts Its Bridges',
        ),
    },
    [
      headline('Water Over Stone Stone Over Water Ireland Counts Its Bridges'),
      body(
        'The Shannon burst its banks at Athlone on Sunday night, and took the old bridge with it. Nobody was hurt, the Irish police said.',
      ),
      body(
        'Ireland has not seen such a flood since 1954. The army is building a bridge of pontoons, which is to open on Friday.',
      ),
    ],
  ),
  shape('a headline in capitals', { byline: 'Paul Grant', countries: ['IE'] }, [
    headline('SHANNON FLOODS ATHLONE'),
    body('Old bridge gone, army builds pontoons, trains stop at Mullingar'),
    cut('byline', 'By Paul Grant'),
    body(
      'The Shannon burst its banks at Athlone on Sunday night, and took the old bridge with it. Nobody was hurt, the Irish police said.',
    ),
    body(
      'Ireland has not seen such a flood since 1954. The army is building a bridge of pontoons, which is to open on Friday.',
    ),
  ]),
  shape('subheadings and a list', { countries: ['PL'] }, [
    headline('Poland Plans Three Night Trains to the Sea'),
    body(
      'Poland’s railways want to run three night trains to the Baltic coast from June, the infrastructure ministry in Warsaw said.',
    ),
    body('Where they go'),
    body('- from Krakow to Kolobrzeg'),
    body('- from Wroclaw to Gdynia'),
    body('- from Lublin to Swinoujscie'),
    body('What they cost'),
    body('A berth is to cost 119 zloty, and a seat half as much. Tickets go on sale in March.'),
  ]),
  shape(
    'one paragraph, wrapped at 72 columns',
    {
      countries: ['PL'],
      spoilt: (text) =>
        text.replace(/(.{50,72}) (?=\S)/g, (line, part) => (line.startsWith('Poland Plans') ? line : `${part}\n`)),
    },
    [
      headline('Poland Plans Three Night Trains to the Sea'),
      body(
        'Poland’s railways want to run three night trains to the Baltic coast from June, the infrastructure ministry in Warsaw said. They are to start in Krakow, Wroclaw and Lublin shortly after nine in the evening and to reach the sea before breakfast. A berth is to cost 119 zloty, and a seat half as much. Tickets go on sale in March, and bicycles travel free.',
      ),
    ],
  ),
  shape(
    'stray characters of all kinds',
    {
      byline: 'Ewa Malik',
      countries: ['PL'],
      spoilt: (text) =>
        text
          .replaceAll(' the ', '\u00a0the\t ')
          .replaceAll('railways', 'rail\u00adways')
          .replaceAll('Warsaw', '\u200bWar\u200dsaw\ufeff')
          .replaceAll('\n\n', '\r\r\n \t\r\n')
          .replace('berth is', 'berth\ris')
          .replace('coast', '\u202acoast\u202c'),
    },
    [
      headline('Poland Plans Three Night Trains to the Sea'),
      cut('byline', 'By Ewa Malik'),
      body(
        'Poland’s railways want to run three night trains to the Baltic coast from June, the infrastructure ministry in Warsaw said.',
      ),
      body(
        'A berth is to cost 119 zloty, and a seat half as much. Tickets go on sale in March, and bicycles travel in the first coach.',
      ),
    ],
  ),
];
