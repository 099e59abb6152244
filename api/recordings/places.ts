import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../../config/settings.ts';

const uuid = z.uuid();

/** Where a recording lies: its segments in a folder of its own, the composed file beside that. @throws ZodError */
export const placesOf = ({ folder }: Settings['recording'], id: string) => ({
  segments: join(folder, uuid.parse(id)),
  composed: join(folder, `${uuid.parse(id)}.composed`),
  unfinished: join(folder, `${uuid.parse(id)}.unfinished`),
});
