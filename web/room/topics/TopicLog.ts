import type { RequestData, ResponseData } from '../../../media/contracts/signalling.ts';
import type { TopicChange } from '../../../media/contracts/topics.ts';
import { FollowedLog } from '../FollowedLog.ts';

type Ask = (range: RequestData<'topicHistory'>) => Promise<ResponseData<'topicHistory'>>;

/** What was done with the room's checklist as this page knows it, from the first change on. */
export class TopicLog extends FollowedLog<TopicChange> {
  constructor(ask: Ask, onChange: (changes: TopicChange[]) => void) {
    super({
      ask: async (since = 0) => {
        const { changes, more } = await ask({ since });
        return { entries: changes, more };
      },
      onChange,
      from: 0,
    });
  }
}
