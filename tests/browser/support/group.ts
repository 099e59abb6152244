import { booking } from '../../../api/contracts/bookings.ts';
import { session } from '../../../api/contracts/sessions.ts';
import { newAccount, type Who } from './authSteps.ts';
import { callApiAs, callApiBy } from './callApi.ts';
import { freeCalendar } from './freeCalendar.ts';
import { shared } from './people.ts';

/** A live lesson for several learners, each with an account of their own. */
export async function makeGroupLesson(title: string, learners: number) {
  const asMentor = await callApiAs(shared.url, 'mentor');
  await freeCalendar(asMentor);
  const made = session.parse(
    await asMentor('POST', '/api/sessions', {
      title,
      topics: ['Layouts'],
      startsAt: new Date(Date.now() + 60_000).toISOString(),
      durationMinutes: 15,
      capacity: learners,
    }),
  );
  const accounts = await Promise.all(Array.from({ length: learners }, () => newAccount('learner')));
  const roomCodes = await Promise.all(accounts.map((account) => bookAs(account, made.id)));
  await asMentor('POST', `/api/sessions/${made.id}/live`);
  return {
    path: `/session/${roomCodes[0]}`,
    learners: accounts,
    end: () => asMentor('POST', `/api/sessions/${made.id}/end`),
  };
}

async function bookAs(who: Who, sessionId: string): Promise<string> {
  const asLearner = await callApiBy(shared.url, who);
  const seat = booking.parse(await asLearner('POST', '/api/bookings', { sessionId }));
  if (!seat.roomCode) throw new Error('a confirmed seat has a room code');
  return seat.roomCode;
}

/**
 * Runs in a page before its scripts: a small moving picture, so that two cores hold six people, and a voice that goes on.
 * The browser's own microphone beeps too shortly to be speech, and its own camera is as small for everybody as for the
 * first who opens it.
 */
export function useSmallCameraAndVoice(): void {
  navigator.mediaDevices.getUserMedia = async (wish) => {
    if (wish?.video) {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
      const brush = canvas.getContext('2d');
      let at = 0;
      setInterval(() => {
        at = (at + 8) % canvas.width;
        brush?.clearRect(0, 0, canvas.width, canvas.height);
        brush?.fillRect(at, 40, 60, 60);
      }, 100);
      return canvas.captureStream(10);
    }
    const context = new AudioContext();
    const out = context.createMediaStreamDestination();
    const voice = new OscillatorNode(context, { frequency: 220 });
    voice.connect(out);
    voice.start();
    // On a busy machine sound begins late; a track without any sends nothing.
    await context.resume();
    return out.stream;
  };
}
