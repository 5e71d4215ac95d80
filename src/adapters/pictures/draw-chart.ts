import { fileURLToPath } from 'node:url';
import { renderAsync } from '@resvg/resvg-js';
import type { Chart } from '../../delivery/chart.ts';

/** Noto Sans covers Latin, Cyrillic and the letters of Kazakh; a server may have no fonts of its own. */
const FONTS = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${file}`)),
);

/** Wide enough to be read on a phone held upright, where it is shown at about half this size. */
const WIDTH = 900;
const LEFT = 80;
const RIGHT = WIDTH - 80;
const PLOT = { top: 120, height: 260 };
const BARS_TOP = 470;
const BAR = 44;
const MOST_COUNTRIES = 8;

const INK = '#1c2733';
const FAINT = '#8a97a5';
const LINE = '#d0553b';
const FILL = '#5b8fc9';

/** Draws the figures as a PNG: deliveries as columns with the chats as a line over them, below it a bar a country. */
export async function drawChart(chart: Chart): Promise<Uint8Array> {
  const image = await renderAsync(svgOf(chart), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: 'Noto Sans' },
    background: 'white',
  });
  return image.asPng();
}

function svgOf(chart: Chart): string {
  const countries = chart.countries.slice(0, MOST_COUNTRIES);
  const height = BARS_TOP + (countries.length === 0 ? 0 : 60 + countries.length * BAR);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="Noto Sans" fill="${INK}">
    ${text(LEFT, 50, chart.title, 'font-size="30" font-weight="700"')}
    ${legend(chart)}
    ${columns(chart)}
    ${line(chart)}
    ${dates(chart)}
    ${countries.length === 0 ? '' : bars(chart.byCountry, countries)}
  </svg>`;
}

function legend({ chats, delivered }: Chart): string {
  return [
    `<rect x="${LEFT}" y="72" width="18" height="18" fill="${FILL}"/>`,
    text(LEFT + 26, 88, delivered, 'font-size="20"'),
    `<rect x="${WIDTH / 2}" y="79" width="18" height="5" fill="${LINE}"/>`,
    text(WIDTH / 2 + 26, 88, chats, 'font-size="20"'),
  ].join('');
}

function columns({ days }: Chart): string {
  const most = Math.max(1, ...days.map(({ delivered }) => delivered));
  const step = (RIGHT - LEFT) / days.length;
  const drawn = days.map(({ delivered }, day) => {
    const tall = (delivered / most) * PLOT.height;
    const x = LEFT + day * step + step * 0.15;
    return `<rect x="${x}" y="${PLOT.top + PLOT.height - tall}" width="${step * 0.7}" height="${tall}" fill="${FILL}"/>`;
  });
  return drawn.join('') + text(LEFT - 8, PLOT.top + 16, short(most), `font-size="18" fill="${FILL}" text-anchor="end"`);
}

function line({ days }: Chart): string {
  const most = Math.max(1, ...days.map(({ chats }) => chats ?? 0));
  const step = (RIGHT - LEFT) / days.length;
  const points = days.flatMap(({ chats }, day) =>
    chats === undefined
      ? []
      : [`${LEFT + (day + 0.5) * step},${PLOT.top + PLOT.height - (chats / most) * PLOT.height}`],
  );
  const dots = points.map((point) => {
    const [x, y] = point.split(',');
    return `<circle cx="${x}" cy="${y}" r="4" fill="${LINE}"/>`;
  });
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${LINE}" stroke-width="4"/>${dots.join('')}
    ${text(RIGHT + 8, PLOT.top + 16, short(most), `font-size="18" fill="${LINE}"`)}`;
}

function dates({ days }: Chart): string {
  const y = PLOT.top + PLOT.height;
  const [first, last] = [days[0]?.label ?? '', days.at(-1)?.label ?? ''];
  return `<line x1="${LEFT}" y1="${y}" x2="${RIGHT}" y2="${y}" stroke="${FAINT}"/>
    ${text(LEFT, y + 28, first, `font-size="18" fill="${FAINT}"`)}
    ${text(RIGHT, y + 28, last, `font-size="18" fill="${FAINT}" text-anchor="end"`)}`;
}

function bars(title: string, countries: Chart['countries']): string {
  const most = Math.max(1, ...countries.map(({ chats }) => chats));
  const drawn = countries.map(({ label, chats }, at) => {
    const y = BARS_TOP + 30 + at * BAR;
    const width = ((RIGHT - LEFT - 280) * chats) / most;
    return `${text(LEFT + 210, y + 22, label, 'font-size="20" text-anchor="end"')}
      <rect x="${LEFT + 222}" y="${y + 3}" width="${width}" height="${BAR - 18}" fill="${FILL}"/>
      ${text(LEFT + 232 + width, y + 22, short(chats), `font-size="18" fill="${FAINT}"`)}`;
  });
  return text(LEFT, BARS_TOP, title, 'font-size="22" font-weight="700"') + drawn.join('');
}

function text(x: number, y: number, said: string, attributes: string): string {
  const escaped = said.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<text x="${x}" y="${y}" ${attributes}>${escaped}</text>`;
}

/** "1.2k", "3M": a phone has no room for more. */
function short(count: number): string {
  return new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}
