import type { Inventions } from './invention.ts';

export const FERRY: Inventions = {
  name: 'a ferry',
  published: { year: 2026, month: 11, day: 20 },
  article: `Marvik Opens Ferry to Sandoy After Nine Years

MARVIK, Nov 20 (Coast Wire) — The town council of Marvik approved a ferry line to the island of Sandoy on Thursday, nine years after the last boat was sold. The line will cost 153.07 million crowns and carry 240 passengers a day.

“We have waited long enough for this boat,” said Mayor Ingrid Solheim, who took office in March. “Nobody on Sandoy should need a helicopter to see a dentist.”

Harbour master Tobias Renner warned that the pier is too short for a ship of 62 metres. “The pier must grow by 18 metres before anything lands here,” he said. Renner told the council that the work could begin in April 2027.

Opposition leader Karin Aasen voted against the plan. She said that the town would borrow two thirds of the sum from the bank of Velden, at 4.5 percent a year.

Twenty-three fishermen signed a letter that asks for a fuel station at the new pier. The council is to decide on the letter next Tuesday.`,
  told: [
    'Marvik’s council approved a ferry line to Sandoy on Thursday.',
    'The ferry will cost about 150 million crowns.',
    'The line was approved on November 19, nine years after the last boat was sold.',
    'Mayor Ingrid Solheim said that nobody on Sandoy should need a helicopter to see a dentist.',
    'Harbour master Tobias Renner warned that the pier is too short for the ship.',
    '“The pier must grow by 18 metres before anything lands here,” Renner said.',
    'Karin Aasen voted against the plan.',
    'The town would borrow two-thirds of the sum at 4.5 per cent.',
    'A letter from 23 fishermen asks for a fuel station at the pier.',
    'The council will decide on the letter on November 24.',
    'Work on the pier could begin in April 2027, Renner told the council.',
  ],
  invented: [
    ['number', '135.07 million', 'The line will cost 135.07 million crowns.'],
    ['number', '340', 'The ferry will carry 340 passengers a day.'],
    ['number', '26', 'The pier must grow by 26 metres, Renner said.'],
    ['number', '5.4 percent', 'The town would borrow the sum at 5.4 percent a year.'],
    ['number', 'thirty', 'A letter from thirty fishermen asks for a fuel station.'],
    ['number', 'seven', 'Marvik opens a ferry line seven years after the last boat was sold.'],
    ['name', 'Halden', 'The council of Halden approved a ferry line to Sandoy.'],
    ['name', 'Lindqvist', 'Mayor Ingrid Lindqvist said that the town had waited long enough.'],
    ['name', 'Sweden', 'The town would borrow from a bank in Sweden.'],
    ['date', 'Monday', 'The council approved the ferry line on Monday.'],
    ['date', 'June 2027', 'Work on the pier could begin in June 2027.'],
    ['date', 'November 26', 'The council will decide on the letter on November 26.'],
    ['speaker', 'Tobias Renner', 'Tobias Renner said that nobody on Sandoy should need a helicopter to see a dentist.'],
    ['speaker', 'Ingrid Solheim', '“The pier must grow by 18 metres before anything lands here,” said Ingrid Solheim.'],
    ['speaker', 'Karin Aasen', '“We have waited long enough for this boat,” Karin Aasen said.'],
    ['quote', 'the pier is fine as it is', 'Renner said “the pier is fine as it is”.'],
    ['deed', 'rejected', 'The town council of Marvik rejected a ferry line to the island of Sandoy on Thursday.'],
  ],
};

export const MINE: Inventions = {
  name: 'a mine',
  published: undefined,
  article: `Copper Mine in Torvald Valley to Close in Spring

The Brightwater copper mine will close on May 15, its owner Gallant Metals said, with the loss of 1,284 jobs. The company lost $37.5 million last year and blamed the price of electricity, which doubled in 18 months.

Chief executive Paul Okafor told workers at a meeting in the canteen that every other mine of the company will stay open. “I am sorry, and I will be here on the last day,” he said.

Union leader Marta Vance called the decision a betrayal. “They promised us ten years and gave us four,” Vance said. The union wants a vote of all miners on 3 March.

The government of Norland offered the company a loan of $12 million in January. Energy Minister Felix Brandt said the offer still stands.

Brightwater has dug copper since 1931. The nearest town, Ashby, has 9,400 people, of whom one in four depends on the mine.`,
  told: [
    'Gallant Metals will close the Brightwater copper mine on 15 May.',
    'Some 1,300 jobs will be lost when the mine closes.',
    'Gallant Metals lost $37.5m last year.',
    'Paul Okafor told workers that every other mine of the company will stay open.',
    'Union leader Marta Vance called the decision a betrayal.',
    '“They promised us ten years and gave us four,” said Marta Vance.',
    'Energy Minister Felix Brandt said that the offer still stands.',
    'Norland’s government offered a loan of 12 million dollars in January.',
    'Ashby, the nearest town, has 9,400 people.',
  ],
  invented: [
    ['number', '$75 million', 'Gallant Metals lost $75 million last year.'],
    ['number', '1,824', 'The mine closes with the loss of 1,824 jobs.'],
    ['number', '€12 million', 'The government offered the company a loan of €12 million.'],
    ['number', '9.4 million', 'Ashby has 9.4 million people.'],
    ['number', '1913', 'Brightwater has dug copper since 1913.'],
    ['date', 'May 25', 'The mine will close on May 25.'],
    ['date', 'February', 'The government offered a loan in February.'],
    ['name', 'Hendrik', 'Chief executive Hendrik Okafor spoke to workers.'],
    ['name', 'Redstone', 'The Redstone mine will close in spring.'],
    ['speaker', 'Felix Brandt', '“They promised us ten years and gave us four,” said Felix Brandt.'],
    ['speaker', 'Marta Vance', 'Marta Vance said the offer still stands.'],
    ['deed', 'not', 'Energy Minister Felix Brandt said the offer does not still stand.'],
    ['deed', 'open', 'The Brightwater copper mine will open on May 15, its owner Gallant Metals said.'],
  ],
};

export const TALKS: Inventions = {
  name: 'talks',
  published: { year: 2026, month: 3, day: 4 },
  article: `Envoys Meet Over River That Two Countries Share

Envoys of Kazakhstan and Kyrgyzstan met in Bishkek on Tuesday to share out the water of the Talas. Aidar Serikov, who leads the Kazakh side, handed over a plan that would give each country half of the river.

“Half is fair, and half is what the treaty of 1983 says,” Serikov said after the talks. His Kyrgyz counterpart, Nurlan Toktogulov, said that the treaty was out of date. “We have twice the fields that we had then,” Toktogulov said.

The two sides agreed to measure the river at five posts, three of them new. Germany will pay 2.4 million euros for the posts.

Serikov flew home to Astana yesterday evening. The envoys will meet again in Almaty on 17 March.`,
  told: [
    'Kazakh and Kyrgyz envoys met in Bishkek on 3 March.',
    'Aidar Serikov handed over a plan that would give each country 50 percent of the river.',
    'Nurlan Toktogulov said that the treaty was out of date.',
    '“Half is fair, and half is what the treaty of 1983 says,” Serikov said.',
    'Germany will pay €2.4 million for five measuring posts.',
    'Serikov flew home to Astana on Tuesday evening.',
    'The envoys will meet again in Almaty later in March.',
  ],
  invented: [
    ['number', '2.4 billion', 'Germany will pay 2.4 billion euros for the posts.'],
    ['number', 'seven', 'The two sides agreed to measure the river at seven posts.'],
    ['number', '1993', 'The treaty of 1993 is out of date.'],
    ['name', 'Uzbekistan', 'Envoys of Kazakhstan and Uzbekistan met in Bishkek.'],
    ['name', 'Tashkent', 'The envoys met in Tashkent.'],
    ['name', 'Dastan', 'Dastan Toktogulov said that the treaty was out of date.'],
    ['date', '27 March', 'The envoys will meet again on 27 March.'],
    ['date', 'Sunday', 'The envoys met in Bishkek on Sunday.'],
    ['speaker', 'Aidar Serikov', '“We have twice the fields that we had then,” Aidar Serikov said.'],
    ['speaker', 'Aidar Serikov', 'Aidar Serikov said that the treaty was out of date.'],
    ['deed', 'Nurlan Toktogulov', 'Nurlan Toktogulov, who leads the Kazakh side, handed over a plan.'],
  ],
};
