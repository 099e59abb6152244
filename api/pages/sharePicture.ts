import sharp, { type OverlayOptions } from 'sharp';
import { ownFonts } from '../../config/ownFonts.ts';

/** As share previews want it (Open Graph, Twitter's large card). */
const size = { width: 1200, height: 630 };
const margin = 80;
const ink = { strong: '#240e08', muted: '#6b5a54', accent: '#c2330f' };

const { display, body } = ownFonts;

/** The mark of web/public/favicon.svg on the page's warm ground, with the two colours of the product beside it. */
const ground = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
  <rect width="100%" height="100%" fill="#f7f7f5"/>
  <circle cx="1130" cy="70" r="210" fill="#be94f5" opacity=".35"/>
  <circle cx="1010" cy="-30" r="170" fill="#ff5734" opacity=".25"/>
  <rect x="0" y="618" width="100%" height="12" fill="#ff5734"/>
  <g transform="translate(${margin} 60) scale(2)">
    <path d="M12 3h3a9 9 0 0 1 9 9v0a9 9 0 0 1-9 9H4.5A1.5 1.5 0 0 1 3 19.5V12a9 9 0 0 1 9-9Z" fill="#FF5734"/>
    <path d="M17 13h3a9 9 0 0 1 9 9v5.5a1.5 1.5 0 0 1-1.5 1.5H17a8 8 0 0 1-8-8v0a8 8 0 0 1 8-8Z" fill="#BE94F5"/>
    <path d="M24 12a9 9 0 0 1-9 9H9a8 8 0 0 1 8-8h3c1.4 0 2.7.3 3.9.85.07-.6.1-1.2.1-1.85Z" fill="#240E08"/>
  </g>
</svg>`;

export interface SharePicture {
  product: string;
  title: string;
  line: string;
  /** A few words in front, e.g. the price. */
  label: string;
}

/** Draws the picture of a page's share preview; the fonts must have been learned. */
export async function drawSharePicture({ product, title, line, label }: SharePicture): Promise<Buffer> {
  const [heading, below, tag, brand] = await Promise.all([
    draw(cut(title, 100), `${display} ${title.length > 48 ? 52 : 68}`, ink.strong),
    draw(cut(line, 90), `${body} 32`, ink.muted),
    draw(cut(label, 60), `${display} 30`, ink.accent),
    draw(product, `${display} 40`, ink.strong),
  ]);
  const layers: OverlayOptions[] = [
    ...place(brand, margin + 80, (height) => 92 - height / 2),
    ...place(heading, margin, (height) => Math.max(170, 330 - height / 2)),
    ...place(tag, margin, (height) => 500 - height),
    ...place(below, margin, (height) => 560 - height),
  ];
  return sharp(Buffer.from(ground)).composite(layers).png({ palette: true, quality: 90 }).toBuffer();
}

interface Drawn {
  data: Buffer;
  height: number;
}

const place = (drawn: Drawn | null, left: number, top: (height: number) => number): OverlayOptions[] =>
  drawn ? [{ input: drawn.data, left, top: Math.round(top(drawn.height)) }] : [];

/** @returns null for a text without anything to see */
async function draw(text: string, font: string, colour: string): Promise<Drawn | null> {
  if (text.trim() === '') return null;
  const markup = `<span foreground="${colour}">${escapeMarkup(text)}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, font, width: size.width - 2 * margin, rgba: true, dpi: 72, wrap: 'word-char' },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { data, height: info.height };
}

const cut = (text: string, most: number) =>
  text.length > most ? `${[...text].slice(0, most - 1).join('')}…` : text;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** For Pango's markup. */
const escapeMarkup = (text: string) => text.replace(/[&<>]/g, (character) => entities[character] ?? '');
