import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { ownFonts } from '../../config/ownFonts.ts';
import { type Layout, size, type Tile } from './planComposition.ts';

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`).replaceAll(/\p{Cc}/gu, ' ');
const font = `font-family="${ownFonts.body}, sans-serif"`;
const initials = (name: string) =>
  name
    .split(/\s+/u)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('');
const svg = (content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${content}</svg>`;

/**
 * Draws what stands behind the pictures (a card with the name of everybody, for while their camera is off), and the
 * names over them. The fonts must have been learned.
 */
export async function drawCards(
  layout: Layout,
  nameOf: (userId: string) => string,
  title: string,
  files: { cards: string; names: string },
): Promise<void> {
  const cards = layout.people.map(({ userId, tile }) => card(tile, initials(nameOf(userId))));
  const board = layout.screen ? [panel(layout.screen, title)] : [];
  const names = layout.people.map(({ userId, tile }) => label(tile, nameOf(userId)));
  const ground = `<rect width="100%" height="100%" fill="#171412"/>`;
  await draw(svg([ground, ...board, ...cards].join('')), files.cards);
  await draw(svg(names.join('')), files.names);
}

async function draw(markup: string, file: string): Promise<void> {
  await writeFile(file, await sharp(Buffer.from(markup)).ensureAlpha().png().toBuffer());
}

function card({ x, y, width, height }: Tile, text: string): string {
  const [middleX, middleY, radius] = [x + width / 2, y + height / 2, height / 4];
  return `<rect x="${x + 2}" y="${y + 2}" width="${width - 4}" height="${height - 4}" rx="12" fill="#2b2623"/>
    <circle cx="${middleX}" cy="${middleY}" r="${radius}" fill="#c2410c"/>
    <text x="${middleX}" y="${middleY + radius * 0.3}" font-size="${radius * 0.85}" text-anchor="middle" fill="#fff" ${font}>${escaped(text)}</text>`;
}

function panel({ x, y, width, height }: Tile, title: string): string {
  return `<text x="${x + width / 2}" y="${y + height / 2}" font-size="32" text-anchor="middle" fill="#a8a09a" ${font}>${escaped(title.slice(0, 60))}</text>`;
}

function label({ x, y, height }: Tile, name: string): string {
  const shown = name.length > 26 ? `${name.slice(0, 25)}…` : name;
  const width = 24 + [...shown].length * 10;
  const top = y + height - 40;
  return `<rect x="${x + 10}" y="${top}" width="${width}" height="28" rx="14" fill="#000" fill-opacity="0.6"/>
    <text x="${x + 22}" y="${top + 19}" font-size="16" fill="#fff" ${font}>${escaped(shown)}</text>`;
}
