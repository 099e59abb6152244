import { plural } from '../plural.ts';

/** Texts of the lobby before a lesson (ROOM-3) and of the lesson's clock (ROOM-11). */
export const lobby = {
  lobby: {
    here: 'Who is here',
    nobody: 'Nobody else is here yet. You see everyone who comes, at once.',
    ready: 'Ready',
    preparing: 'Getting ready',
    mentor: 'Mentor',
    admin: 'PeerLearn team',
    away: 'Not here yet',
    waiting: 'Waiting for the mentor to start',
    waitingText: (about: { mentor: string }) => `You come in by yourself as soon as ${about.mentor} starts.`,
    mentorHere: (about: { mentor: string }) =>
      `${about.mentor} is here. You come in by yourself at the start.`,
    waitingForOne: (about: { name: string }) => `Waiting for ${about.name} to be ready`,
    waitingForLearner: 'Waiting for your learner',
    waitingForLearners: 'Waiting for your learners',
    startsItself: 'The lesson starts by itself as soon as both of you are ready.',
    startsByYou: 'You decide when to start. Who is ready comes in by themselves.',
    opensIn: (about: { left: string }) => `You can start in ${about.left}`,
    starting: 'Starting…',
    startingIn: (about: { seconds: number }) => `Starting in ${about.seconds}…`,
    readyToJoin: 'Ready to join',
    notReady: 'I need a moment',
    notYet: 'Not yet',
    join: 'Join now',
    joining: 'Joining…',
    start: 'Start the lesson',
    startWith: (about: { count: number }) =>
      plural(about.count, { one: `Start with 1 person`, other: `Start with ${about.count} people` }),
    startAlone: 'Start without waiting',
    promise: 'You can turn camera and microphone off at any time.',
    outside: (about: { names: string }) => `In the lobby: ${about.names}`,
    outsideCount: (about: { count: number }) =>
      plural(about.count, { one: '1 in the lobby', other: `${about.count} in the lobby` }),
    leave: 'Leave',
    leaveQuestion: 'Leave the lobby?',
    leaveText: 'When you just leave for now, everything stays as planned and you can come back.',
    leaveForNow: 'Just leave for now',
    cancel: 'Cancel this session',
    cancelQuestion: 'Cancel this session?',
    cancelTextLearner: (about: { mentor: string }) =>
      `Your seat is given up and ${about.mentor} is told. This cannot be undone.`,
    cancelTextMentor: 'The session is taken off and whoever booked it is told. This cannot be undone.',
    keep: 'Keep it',
    cancelling: 'Cancelling…',
    cancelRefused: {
      too_late: 'A session can be cancelled until 5 minutes before its start. You can still leave.',
      wrong_state: 'The session has begun or is over, so it cannot be cancelled any more.',
    },
    cancelled: 'Session cancelled',
    cancelledBy: (about: { name: string }) => `${about.name} cancelled.`,
    cancelledByLearner: (about: { name: string }) => `${about.name} cancelled. The seat is free again.`,
    cancelledByYou: 'You cancelled. The others have been told.',
    backIn: (about: { seconds: number }) =>
      plural(about.seconds, {
        one: 'To your dashboard in 1 second',
        other: `To your dashboard in ${about.seconds} seconds`,
      }),
    backNow: 'To your dashboard',
    stayHere: 'Stay here',
  },
  clock: {
    elapsed: (about: { elapsed: string; minutes: number }) => `${about.elapsed} of ${about.minutes} minutes`,
    of: (about: { minutes: number }) => `of ${about.minutes} min`,
    startsIn: (about: { left: string }) => `Starts in ${about.left}`,
    pausedFor: (about: { name: string }) => `Paused: waiting for ${about.name}`,
    pausedForLearner: 'Paused: waiting for the learner',
    pausedForLearners: 'Paused: waiting for the learners',
    pausedForYou: 'Paused until you are back',
    over: (about: { length: string }) => `+${about.length} over time`,
    left: (about: { minutes: number }) =>
      plural(about.minutes, { one: '1 minute left', other: `${about.minutes} minutes left` }),
    leftText: (about: { time: string }) => `The planned end is ${about.time}.`,
    ended: 'The planned time is over',
    endedText: 'Nothing is cut off: the lesson goes on until it is ended.',
    extended: (about: { time: string }) => `Extended to ${about.time}`,
    open: 'More time',
    title: 'More time?',
    plan: (about: { time: string }) => `The lesson is planned until ${about.time}.`,
    addLong: (about: { minutes: number }) =>
      plural(about.minutes, { one: 'Add 1 minute', other: `Add ${about.minutes} minutes` }),
    lost: (about: { minutes: number }) =>
      plural(about.minutes, {
        one: 'Add the minute that was lost?',
        other: `Add the ${about.minutes} minutes that were lost?`,
      }),
    lostText: 'Dropped connections took that much of the lesson.',
    noThanks: 'No, thanks',
    adding: 'Adding…',
    close: 'Close',
    refused: {
      nextSession: (about: { title: string }) =>
        `Not possible: your next session “${about.title}” begins then.`,
      busyLearner: (about: { name: string }) => `Not possible: ${about.name} has another session then.`,
      too_late: 'A lesson can be extended by an hour at most.',
      conflict: 'The end has changed meanwhile. Look again.',
    },
  },
};
