import type { Handler } from './index.ts';

export const resumeConsumers: Handler<'resumeConsumers'> = async ({ peer }, { consumerIds }) => {
  const media = peer.openedMedia;
  const known = consumerIds.flatMap((id) => media.subscription(id) ?? []);
  await Promise.all(known.map((subscription) => subscription.resume()));
  return {};
};
