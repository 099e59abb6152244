import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signAccessToken } from '../../api/accounts/accessToken.ts';
import type { User } from '../../api/accounts/index.ts';
import { startTestApi, type TestApi } from './testApi.ts';
import { createUploader, type Uploader } from './uploads.ts';

export interface FilesApi extends TestApi {
  dataDir: string;
  uploaderOf(user: Pick<User, 'id' | 'role'>): Promise<Uploader>;
  bytesOf(path: string): Promise<Buffer>;
  /** Names of all files that lie in the data directory, or of those of one id. */
  stored(id?: string): Promise<string[]>;
}

/** The api with a data directory of its own. */
export async function startFilesApi(): Promise<FilesApi> {
  const dataDir = await mkdtemp(join(tmpdir(), 'peerlearn-files-'));
  const api = await startTestApi({ PEERLEARN_DATA_DIR: dataDir });
  return {
    ...api,
    dataDir,
    uploaderOf: async (user) => {
      const { accessToken } = await signAccessToken(api.settings.tokens, user, api.now());
      return createUploader(api.url, accessToken);
    },
    bytesOf: async (path) => Buffer.from(await (await fetch(`${api.url}${path}`)).arrayBuffer()),
    stored: async (id = '') => {
      const found = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true });
      const names = found.filter((entry) => entry.isFile()).map((entry) => entry.name);
      return names.filter((name) => name.startsWith(id)).sort();
    },
    close: async () => {
      await api.close();
      await rm(dataDir, { recursive: true });
    },
  };
}
