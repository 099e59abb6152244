import type { RequestData, RequestName, ResponseData } from '../contracts/signalling.ts';
import type { Connection } from '../Connection.ts';
import { answerKnock } from './answerKnock.ts';
import { changeTopics } from './changeTopics.ts';
import { chatHistory } from './chatHistory.ts';
import { closeProducer } from './closeProducer.ts';
import { connectTransport } from './connectTransport.ts';
import { heedSilence } from './heedSilence.ts';
import { joinRoom } from './joinRoom.ts';
import { knock } from './knock.ts';
import { leave } from './leave.ts';
import { moderate } from './moderate.ts';
import { produce } from './produce.ts';
import { raiseHand } from './raiseHand.ts';
import { react } from './react.ts';
import { reopenMedia } from './reopenMedia.ts';
import { reportQuality } from './reportQuality.ts';
import { restartIce } from './restartIce.ts';
import { resumeConsumers } from './resumeConsumers.ts';
import { say } from './say.ts';
import { setProducerPaused } from './setProducerPaused.ts';
import { setRoomLocked } from './setRoomLocked.ts';
import { showConsumer } from './showConsumer.ts';
import { startConsuming } from './startConsuming.ts';
import { topicHistory } from './topicHistory.ts';
import { typing } from './typing.ts';

/** @throws SignallingError with the code that the page is told. */
export type Handler<N extends RequestName> = (
  connection: Connection,
  data: RequestData<N>,
) => ResponseData<N> | Promise<ResponseData<N>>;

/** What answers each request; one without an entry does not compile. */
export const handlers: { [N in RequestName]: Handler<N> } = {
  join: joinRoom,
  reopenMedia,
  startConsuming,
  connectTransport,
  restartIce,
  produce,
  setProducerPaused,
  closeProducer,
  resumeConsumers,
  showConsumer,
  leave,
  ping: () => ({}),
  raiseHand,
  react,
  heedSilence,
  moderate,
  setRoomLocked,
  knock,
  answerKnock,
  reportQuality,
  say,
  typing,
  chatHistory,
  changeTopics,
  topicHistory,
};
