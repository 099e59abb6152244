// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkFile } from '../../web/files/checkFile.ts';
import { formatBytes } from '../../web/files/formatBytes.ts';
import { PicturePicker } from '../../web/files/PicturePicker.tsx';

const png = (bytes = 100) =>
  new File(
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), new Uint8Array(bytes)],
    'me.png',
  );
const page = new File(['<!doctype html>'], 'me.png', { type: 'image/png' });
const film = (head: string) => new File([head, new Uint8Array(100)], 'film.mp4');

beforeEach(() => {
  vi.stubGlobal('createImageBitmap', () => Promise.resolve({ close: () => undefined }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('a file that was chosen', () => {
  it('is judged by its content and size, not by its name', async () => {
    await expect(checkFile(png(), 'picture')).resolves.toBeUndefined();
    await expect(checkFile(page, 'picture')).rejects.toMatchObject({ code: 'unsupported_media_type' });
    await expect(checkFile(png(5_000_000), 'picture')).rejects.toMatchObject({ code: 'too_large' });
    await expect(checkFile(film('\0\0\0\x18ftypisom'), 'introVideo')).resolves.toBeUndefined();
    await expect(checkFile(film('RIFF....AVI '), 'introVideo')).rejects.toMatchObject({
      code: 'unsupported_media_type',
    });
  });

  it('that cannot be shown is no picture', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('cut off')));
    await expect(checkFile(png(), 'picture')).rejects.toMatchObject({ code: 'unsupported_media_type' });
  });

  it('is handed on, shown, and taken back; a wrong one is said in words', async () => {
    const [file, setFile] = createSignal<File | null>(null);
    const { container } = render(() => <PicturePicker file={file()} onPick={setFile} />);
    const input = container.querySelector('input');
    if (!input) throw new Error('no input');
    const choose = (chosen: File) => fireEvent.change(input, { target: { files: [chosen] } });
    choose(page);
    expect((await screen.findByRole('alert')).textContent).toBe('Use a JPG, PNG or WebP up to 5 MB.');
    const good = png();
    choose(good);
    await vi.waitFor(() => expect(file()).toBe(good));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(container.querySelector('img')?.getAttribute('src')).toMatch(/^blob:/u);
    fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(file()).toBeNull();
  });
});

it('sizes are said in megabytes', () => {
  expect([7, 40_000, 1_234_567, 22_000_000].map(formatBytes)).toEqual([
    '7 bytes',
    '40 kB',
    '1.2 MB',
    '22 MB',
  ]);
});
