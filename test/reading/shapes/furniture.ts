import { body, cut, headline, shape } from './shape.ts';

const APPLES_HEAD = headline('Georgia’s Apple Growers Lose a Third of Their Harvest to Hail');
const APPLES = [
  body(
    'Apple growers in Georgia have lost about a third of this year’s harvest to two hailstorms, the agriculture ministry in Tbilisi said on Monday. The villages around Gori were hit hardest.',
  ),
  body(
    'The government will pay 1,200 lari for each hectare, Agriculture Minister Nino Abashvili told parliament. Growers had asked for twice as much.',
  ),
  body(
    'Nets against hail cover only a tenth of the orchards. The ministry wants to pay for half of the nets from next spring.',
  ),
];

/** What pages put above, between and below the paragraphs of a report. */
export const FURNITURE = [
  shape('the caption first', { countries: ['GE'] }, [
    cut('caption', 'Growers sort apples near Gori after the second storm; photo: Lado Mchedlidze/Gori Post'),
    APPLES_HEAD,
    ...APPLES,
  ]),
  shape('a section above and a caption below the headline', { byline: 'Tamar Jashi', countries: ['GE'] }, [
    cut('furniture', 'World news'),
    APPLES_HEAD,
    cut('caption', 'Image: A damaged orchard near Gori. © Lado Mchedlidze'),
    cut('byline', 'By Tamar Jashi'),
    ...APPLES,
  ]),
  shape('photo credits in the middle', { countries: ['GE'] }, [
    APPLES_HEAD,
    APPLES[0] ?? [],
    cut('caption', 'Lado Mchedlidze/Gori Post'),
    APPLES[1] ?? [],
    cut('caption', 'Apples lie under broken branches. Photo by Lado Mchedlidze', '(Photo: Ministry of Agriculture)'),
    APPLES[2] ?? [],
  ]),
  shape('share bars', { byline: 'Tamar Jashi', countries: ['GE'] }, [
    APPLES_HEAD,
    cut('byline', 'By Tamar Jashi'),
    cut('furniture', 'Facebook | Twitter | WhatsApp | Email', 'Share this article', '1.2K shares'),
    ...APPLES,
    cut('furniture', 'Share:', 'Copy link', '24 Comments', 'Follow us on Telegram'),
  ]),
  shape('a notice about cookies', { countries: ['GE'] }, [
    cut(
      'furniture',
      'We use cookies to improve your experience and to show you content that is relevant. By continuing to use this site you accept our cookie policy.',
      'Accept all',
      'Manage preferences',
    ),
    APPLES_HEAD,
    ...APPLES,
  ]),
  shape('boxes that invite to a newsletter', { countries: ['GE'] }, [
    APPLES_HEAD,
    APPLES[0] ?? [],
    cut(
      'furniture',
      'The Caucasus Morning',
      'Get the day’s most important stories in your inbox',
      'Enter your email',
      'Sign up',
      'By signing up, you agree to our terms of use.',
    ),
    APPLES[1] ?? [],
    cut('furniture', 'Advertisement'),
    APPLES[2] ?? [],
    cut('furniture', 'Thank you for subscribing!'),
  ]),
  shape('links to related articles', { countries: ['GE'] }, [
    APPLES_HEAD,
    APPLES[0] ?? [],
    cut('furniture', 'Read more: Why hail is getting larger'),
    APPLES[1] ?? [],
    APPLES[2] ?? [],
    cut(
      'furniture',
      'Related stories',
      'Wine growers in Kakheti ask for nets too',
      'What a hailstone is made of, and why it bounces',
      'The last cannon against hail in Telavi falls silent',
    ),
    cut('furniture', 'Tags: apples, hail, Gori'),
  ]),
  shape('a note that corrects an earlier version', { countries: ['GE'] }, [
    APPLES_HEAD,
    ...APPLES,
    cut('note', 'Correction: An earlier version of this article misstated the sum for each hectare.'),
    cut('note', 'This article has been updated to include the answer of the ministry.'),
  ]),
  shape('a correction on top', { countries: ['GE'], publishedAt: '2026-11-23' }, [
    APPLES_HEAD,
    cut('time', 'Monday, November 23, 2026'),
    cut('note', 'Editor’s note: The first version of this text named another village.'),
    ...APPLES,
  ]),
  {
    ...shape('links that track their readers', { countries: ['GE'] }, [
      APPLES_HEAD,
      ...APPLES,
      body(
        'The report is at https://agri.example/hail?id=7&utm_source=news&utm_medium=bot#nets and asks growers to answer.',
      ),
    ]),
    expected: {
      ...shape('', { countries: ['GE'] }, [
        APPLES_HEAD,
        ...APPLES,
        body('The report is at https://agri.example/hail?id=7#nets and asks growers to answer.'),
      ]).expected,
      cut: [{ text: 'utm_source=news&utm_medium=bot', why: 'tracking' as const }],
    },
  },
  shape('addresses in lines of their own', { countries: ['GE'] }, [
    APPLES_HEAD,
    cut('furniture', 'https://gori.example/news/apples?utm_source=feed'),
    ...APPLES,
    cut('furniture', 'www.gori.example', '@goripost #apples'),
  ]),
];
