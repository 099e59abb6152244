import type { Handler } from './index.ts';

export const reopenMedia: Handler<'reopenMedia'> = async ({ peer }) => (await peer.openMedia()).setup();
