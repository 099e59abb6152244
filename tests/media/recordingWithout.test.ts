import { expect, it } from 'vitest';
import { startNode, twoClaims } from './startNode.ts';

it('a lesson without FFmpeg cannot be recorded, and nothing else breaks (ROOM-12)', async () => {
  const node = await startNode({}, { ffmpeg: '/nowhere/ffmpeg' });
  const [mentoring] = twoClaims();
  const mentor = await node.join(mentoring);
  expect(mentor.place.recording).toEqual({ available: false, state: 'off', by: null });
  await expect(mentor.signalling.request('setRecording', { to: 'on' })).rejects.toThrow(
    expect.objectContaining({ code: 'media_unavailable' }) as Error,
  );
  await mentor.leave();
  await node.close();
});
