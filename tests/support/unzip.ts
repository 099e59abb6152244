import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** Everything that lies in a zip, by name. @throws Error when it is not a whole zip, or a checksum is wrong. */
export async function unzip(zip: Buffer): Promise<Map<string, Buffer>> {
  const file = await yauzl.fromBufferPromise(zip);
  const found = new Map<string, Buffer>();
  for await (const entry of file.eachEntry())
    found.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)));
  return found;
}
