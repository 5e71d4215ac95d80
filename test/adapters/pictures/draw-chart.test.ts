import { expect, it } from 'vitest';
import { drawChart } from '../../../src/adapters/pictures/draw-chart.ts';
import type { Chart } from '../../../src/delivery/chart.ts';

const CHART: Chart = {
  title: 'Соңғы 30 күн: әғқңөұүһі <&>',
  chats: 'chats',
  delivered: 'delivered',
  byCountry: 'Чаты по странам',
  days: Array.from({ length: 30 }, (_, day) => ({ label: `${day}`, chats: day * 10, delivered: day % 7 })),
  countries: [
    { label: 'Қазақстан', chats: 1200 },
    { label: 'Беларусь', chats: 300 },
  ],
};

/** Width and height stand in a PNG's header. */
const sizeOf = (png: Uint8Array) => [Buffer.from(png).readUInt32BE(16), Buffer.from(png).readUInt32BE(20)];

it('a chart is a PNG that grows with its countries', async () => {
  const png = await drawChart(CHART);
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  const [width, height] = sizeOf(png);
  expect(width).toBe(900);
  expect(sizeOf(await drawChart({ ...CHART, countries: [] }))[1]).toBeLessThan(height ?? 0);
});

it('the letters of Kazakh are drawn, and not as empty boxes', async () => {
  const drawn = await drawChart({ ...CHART, title: 'әғқңөұүһі' });
  const boxes = await drawChart({ ...CHART, title: '\u{10ffff}'.repeat(9) });
  expect(Buffer.compare(drawn, boxes)).not.toBe(0);
  const other = await drawChart({ ...CHART, title: 'іһүұөңқғә' });
  expect(Buffer.compare(drawn, other)).not.toBe(0);
});

it('a chart of nothing is drawn, too', async () => {
  const nothing = CHART.days.map(({ label }) => ({ label, chats: undefined, delivered: 0 }));
  expect((await drawChart({ ...CHART, days: nothing, countries: [] })).length).toBeGreaterThan(1000);
});
