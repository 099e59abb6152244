import { benchApi } from './api.ts';
import { benchBoard } from './board.ts';
import { type Figures, printTable } from './figures.ts';
import { benchFirstPaint } from './firstPaint.ts';
import { benchMedia } from './media.ts';
import { benchLanding } from './landing.ts';
import { benchMemory } from './memory.ts';
import { benchRecording } from './recording.ts';
import { benchDrops, benchJoins } from './room.ts';
import { benchSearch } from './search.ts';
import { type Product, startProduct } from '../support/startProduct.ts';

/** `npm run bench -- [section …]`: every section, or those named. Traffic stays on this machine's loopback. */
const sections: Record<string, { title: string; run(product: Product): Promise<Figures> }> = {
  memory: { title: 'Memory at rest', run: benchMemory },
  api: { title: 'API: the lists that everyone asks for', run: benchApi },
  search: { title: 'API: search in a large catalogue', run: () => benchSearch(redisUrl ?? '') },
  landing: { title: 'Landing page: script before it is usable', run: () => benchLanding() },
  firstPaint: { title: 'Landing page: paints on a slow phone', run: benchFirstPaint },
  media: { title: 'Media: packets forwarded per CPU-second', run: () => benchMedia() },
  room: { title: 'Room: from the click on Join to the first picture', run: benchJoins },
  board: { title: 'Whiteboard: 10,000 elements', run: (product) => benchBoard(product, redisUrl ?? '') },
  recording: { title: 'Recording: a lesson of two with a screen', run: benchRecording },
  drops: { title: 'Room: from the network’s return to the next picture', run: () => benchDrops() },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in sections));
const redisUrl = process.env.TEST_REDIS_URL;
if (unknown.length > 0) {
  console.error(
    `There is no bench named ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`,
  );
  process.exit(2);
}
if (!redisUrl) {
  console.error('Run this as `npm run bench`: it brings the Redis and the media worker that this needs.');
  process.exit(2);
}

const all: Figures = {};
const product = await startProduct(redisUrl);
try {
  for (const [name, section] of Object.entries(sections)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const figures = await section.run(product);
    printTable(section.title, figures);
    Object.assign(all, figures);
  }
} finally {
  await product.close();
}
console.log(
  `\nRESULT ${JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value])))}`,
);
// libdatachannel's threads outlive the clients that are closed.
process.exit(0);
