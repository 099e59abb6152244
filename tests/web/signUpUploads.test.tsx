// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, expect, it, vi } from 'vitest';
import { profileUploads } from '../../web/accounts/signUp/profileUploads.ts';
import { ReadyStep } from '../../web/accounts/signUp/ReadyStep.tsx';
import type { UploadWatch } from '../../web/files/uploadFile.ts';
import { ApiError } from '../../web/lib/problem.ts';
import { toasts } from '../../web/ui/showToast.ts';

type Upload = {
  file: File;
  purpose: string;
  watch: UploadWatch;
  done: () => void;
  fail: (error: Error) => void;
};
const uploads = vi.hoisted<Upload[]>(() => []);
vi.mock('../../web/files/uploadFile.ts', () => ({
  uploadFile: (file: File, purpose: string, watch: UploadWatch) =>
    new Promise<void>((done, fail) => uploads.push({ file, purpose, watch, done, fail })),
}));

const introVideo = new File([new Uint8Array(1000)], 'hello.webm', { type: 'video/webm' });
afterEach(() => {
  cleanup();
  uploads.length = 0;
});

it('the last screen shows how much is sent, a wait for the connection, a failure, and retries (AUTH-2)', async () => {
  profileUploads.begin({ picture: null, introVideo });
  render(() => <ReadyStep />);
  uploads[0]?.watch.onProgress?.(420, 1000);
  expect(screen.getByText('42% sent')).toBeTruthy();
  uploads[0]?.watch.onWaiting?.(true);
  expect(screen.getByText('Connection lost, going on when it is back')).toBeTruthy();
  uploads[0]?.watch.onWaiting?.(false);
  uploads[0]?.fail(new ApiError('unsupported_media_type', 415));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toBe('Your intro video could not be sent. Use an MP4, WebM or MOV up to 100 MB.');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(uploads).toHaveLength(2);
  uploads[1]?.done();
  await screen.findByRole('img', { name: 'Sent' });
  expect(toasts()).toEqual([]);
});

it('goes on when the screen is left; a failure then comes as a toast that retries', async () => {
  profileUploads.begin({ picture: null, introVideo });
  const { unmount } = render(() => <ReadyStep />);
  unmount();
  uploads[0]?.fail(new ApiError('network', 0));
  await waitFor(() => expect(toasts()).toHaveLength(1));
  expect(toasts()[0]).toMatchObject({ tone: 'danger', title: 'Your intro video could not be sent.' });
  toasts()[0]?.action?.onPress();
  uploads[1]?.done();
  await waitFor(() => expect(toasts().at(-1)?.title).toBe('Your intro video is there.'));
});

it('the browser asks before a page is left that is still sending, and not after', async () => {
  const leave = () => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(leave()).toBe(false);
  profileUploads.begin({ picture: null, introVideo });
  expect(leave()).toBe(true);
  uploads[0]?.done();
  await waitFor(() => expect(leave()).toBe(false));
});
