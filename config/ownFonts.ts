import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import sharp from 'sharp';

const unzip = promisify(inflate);
const { resolve } = createRequire(import.meta.url);

/** The web's own fonts (SIL Open Font License 1.1): the system may have none, or none for Hindi. */
const files = [
  'poppins/files/poppins-latin-700-normal.woff',
  'poppins/files/poppins-latin-ext-700-normal.woff',
  'poppins/files/poppins-devanagari-700-normal.woff',
  'inter/files/inter-latin-400-normal.woff',
  'inter/files/inter-latin-ext-400-normal.woff',
  'noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff',
];
/** In Pango's words; letters of the second family stand in for those that the first lacks. */
export const ownFonts = { display: 'Poppins Bold', body: 'Inter, Noto Sans Devanagari' };

/**
 * Makes the fonts known to sharp, which goes on to know every font file that it was once given. It reads TrueType only,
 * so they are unpacked into a folder first.
 */
export async function learnFonts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of files) {
    const fontfile = join(folder, `${basename(file, '.woff')}.ttf`);
    // Renamed into place: another process may be reading it.
    const unfinished = `${fontfile}.${randomUUID()}`;
    await writeFile(unfinished, await unpackWoff(await readFile(resolve(`@fontsource/${file}`))));
    await rename(unfinished, fontfile);
    await sharp({ text: { text: 'a', font: ownFonts.display, fontfile } }).metadata();
  }
}

const woff = { header: 44, entry: 20 };
const sfnt = { header: 12, entry: 16 };
/** Tables begin at multiples of four bytes. */
const padded = (length: number) => Math.ceil(length / 4) * 4;

/** The TrueType font in a WOFF file (W3C WOFF File Format 1.0, sections 3 to 5). */
async function unpackWoff(file: Buffer): Promise<Buffer> {
  const count = file.readUInt16BE(12);
  const tables = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const entry = file.subarray(woff.header + index * woff.entry);
      const [offset, packedLength, length] = [
        entry.readUInt32BE(4),
        entry.readUInt32BE(8),
        entry.readUInt32BE(12),
      ];
      const packed = file.subarray(offset, offset + packedLength);
      const data = packedLength < length ? await unzip(packed) : packed;
      return { tag: entry.subarray(0, 4), checksum: entry.readUInt32BE(16), data };
    }),
  );
  const directoryLength = sfnt.header + count * sfnt.entry;
  const font = Buffer.alloc(tables.reduce((sum, { data }) => sum + padded(data.length), directoryLength));
  file.copy(font, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  const searchRange = sfnt.entry * 2 ** power;
  [count, searchRange, power, count * sfnt.entry - searchRange].forEach((value, index) =>
    font.writeUInt16BE(value, 4 + index * 2),
  );
  let offset = directoryLength;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const entry = sfnt.header + index * sfnt.entry;
    tag.copy(font, entry);
    [checksum, offset, data.length].forEach((value, field) =>
      font.writeUInt32BE(value, entry + 4 + field * 4),
    );
    data.copy(font, offset);
    offset += padded(data.length);
  }
  return font;
}
