import { request } from 'node:http';
import { uploaded, type Uploaded } from '../../api/contracts/files.ts';
import { problem, type Problem } from '../../api/contracts/errors.ts';

/** Sends files as a tus client does, call by call. */
export function createUploader(url: string, accessToken: string) {
  const headers = { authorization: `Bearer ${accessToken}`, 'tus-resumable': '1.0.0' };
  const partHeaders = (offset: number) => ({
    ...headers,
    'content-type': 'application/offset+octet-stream',
    'upload-offset': String(offset),
  });
  const call = (method: string, path: string, more: Record<string, string> = {}, body?: Buffer) =>
    fetch(`${url}${path}`, {
      method,
      headers: { ...headers, ...more },
      ...(body && { body: new Uint8Array(body) }),
    });

  const uploader = {
    call,
    begin: (purpose: string, bytes: number, more: Record<string, string> = {}) => {
      const metadata = `purpose ${btoa(purpose)},filename ${btoa('../../a name.html')}`;
      return call('POST', '/api/uploads', {
        'upload-length': String(bytes),
        'upload-metadata': metadata,
        ...more,
      });
    },
    /** @returns the path of the new upload */
    begun: async (purpose: string, bytes: number): Promise<string> => {
      const response = await uploader.begin(purpose, bytes);
      const path = response.headers.get('location');
      if (response.status !== 201 || !path) throw new Error(`${response.status} ${await response.text()}`);
      return path;
    },
    part: (path: string, offset: number, body: Buffer) => call('PATCH', path, partHeaders(offset), body),
    offset: async (path: string): Promise<number> => {
      const response = await call('HEAD', path);
      if (response.status !== 200) throw new Error(`HEAD answered ${response.status}`);
      return Number(response.headers.get('upload-offset'));
    },
    /** All of it, in one part. */
    sent: async (purpose: string, body: Buffer): Promise<Uploaded> => {
      const response = await uploader.part(await uploader.begun(purpose, body.length), 0, body);
      if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
      return uploaded.parse(await response.json());
    },
    refused: async (purpose: string, body: Buffer): Promise<Problem> => {
      const begun = await uploader.begin(purpose, body.length);
      const path = begun.headers.get('location');
      const answer = path ? await uploader.part(path, 0, body) : begun;
      if (answer.status < 400) throw new Error(`was not refused: ${answer.status}`);
      return problem.parse(await answer.json());
    },
    /** Says that it sends all, sends some, and then the line breaks. */
    cutOff: async (path: string, offset: number, whole: Buffer, sent: number): Promise<void> => {
      const call = request(`${url}${path}`, {
        method: 'PATCH',
        headers: { ...partHeaders(offset), 'content-length': whole.length - offset },
      });
      const closed = new Promise((resolve) => call.on('close', resolve));
      call.on('error', () => undefined);
      await new Promise((written) => call.write(whole.subarray(offset, offset + sent), written));
      call.destroy();
      await closed;
    },
  };
  return uploader;
}
export type Uploader = ReturnType<typeof createUploader>;
