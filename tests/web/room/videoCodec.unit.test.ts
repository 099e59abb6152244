import { describe, expect, it } from 'vitest';
import { chooseVideoCodec } from '../../../web/room/videoCodec.ts';

const all = ['VP8', 'VP9', 'H264'] as const;

describe('chooseVideoCodec (ROOM-4)', () => {
  it('sends a screen in VP9 where everybody can decode it and this browser encodes its layers', () => {
    expect(chooseVideoCodec('screen', { decodable: all, sendable: all, svc: true })).toBe('VP9');
  });

  it('falls back to VP8 for one who cannot decode VP9, and for a browser that cannot send it in layers', () => {
    expect(chooseVideoCodec('screen', { decodable: ['VP8'], sendable: all, svc: true })).toBe('VP8');
    expect(chooseVideoCodec('screen', { decodable: all, sendable: ['VP8', 'H264'], svc: true })).toBe('VP8');
    expect(chooseVideoCodec('screen', { decodable: all, sendable: all, svc: false })).toBe('VP8');
  });

  it('keeps cameras on VP8 simulcast, and leaves a browser without VP8 its own choice', () => {
    expect(chooseVideoCodec('camera', { decodable: all, sendable: all, svc: true })).toBe('VP8');
    expect(chooseVideoCodec('camera', { decodable: all, sendable: ['H264'], svc: true })).toBeUndefined();
  });
});
