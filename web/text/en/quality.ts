import type { QualityLevel } from '../../../media/contracts/quality.ts';

const minutes = (seconds: number) => {
  const whole = Math.round(seconds / 60);
  return whole === 0 ? 'under 1 min' : `${whole} min`;
};

/** English text about connections. */
export const quality = {
  quality: {
    level: { good: 'Good', fair: 'Fair', poor: 'Poor', lost: 'Lost' } satisfies Record<QualityLevel, string>,
    unknown: 'Measuring…',
    mark: {
      good: 'Connection: good',
      fair: 'Connection: fair',
      poor: 'Connection: poor',
      lost: 'Connection: lost',
    } satisfies Record<QualityLevel, string>,
    loss: (about: { percent: number }) => `${about.percent}% loss`,
    delay: (about: { ms: number }) => `${about.ms} ms`,
    open: (about: { word: string }) => `${about.word}. Open details`,
    audioOnly: 'Sound only',
    audioOnlyNote: 'Sound only: videos and shared screens are not received.',
    showVideos: 'Show videos',
    optimizing: 'Optimizing…',
    optimizingText: 'The picture adapts to the connection.',
    issue: 'Video connectivity issue',
    issueOf: (about: { name: string }) => `Video connectivity issue: ${about.name}. The sound goes on.`,
    issueOwn: 'Video connectivity issue: your picture does not get through. The sound goes on.',
    panel: {
      title: 'Connection',
      close: 'Close connection',
      copy: 'Copy report',
      copied: 'Report copied',
      notCopied: 'The report could not be copied',
      notCopiedText: 'The browser does not allow it here.',
      you: 'You',
      send: 'Sent',
      receive: 'Received',
      twoMinutes: 'the last two minutes',
      roundTrip: 'Round trip',
      loss: 'Lost',
      jitter: 'Jitter',
      way: 'Way',
      nothing: 'Nothing flows',
      measuring: 'Measuring…',
      rate: (about: { kilobits: number }) =>
        about.kilobits >= 1_000
          ? `${(about.kilobits / 1_000).toFixed(1)} Mbit/s`
          : `${about.kilobits} kbit/s`,
      size: (about: { width: number; height: number }) => `${about.width}×${about.height}`,
      frames: (about: { count: number }) => `${about.count} fps`,
      layer: (about: { active: number; all: number }) => `${about.active} of ${about.all} layers`,
      layerReceived: (about: { number: number }) => `layer ${about.number}`,
      source: {
        microphone: 'Microphone',
        camera: 'Camera',
        screen: 'Screen',
        screenAudio: 'Screen sound',
      },
      ways: { udp: 'Directly (UDP)', tcp: 'Directly (TCP)', turn: 'Through a relay (TURN)' },
    },
    choice: {
      title: 'Video quality',
      auto: 'Auto',
      autoText: 'Fits each picture to its size and your connection.',
      high: 'High',
      highText: 'Always asks for the best picture, small ones too. Uses most data.',
      saver: 'Data saver',
      saverText: 'Cameras at 360p at most. Shared screens stay sharp.',
      low: 'Low',
      lowText: 'Cameras at 180p. Shared screens stay sharp.',
      audio: 'Sound only',
      audioText:
        'No videos and no shared screens are received. Your camera stays on until you turn it off; others see you small.',
      remembered: 'Holds for what you receive and what you send, and is remembered on this device.',
    },
    record: {
      title: 'Connection',
      text: 'As it was measured during the session.',
      good: (about: { seconds: number }) => `${minutes(about.seconds)} good`,
      fair: (about: { seconds: number }) => `${minutes(about.seconds)} fair`,
      poor: (about: { seconds: number }) => `${minutes(about.seconds)} poor`,
      lost: (about: { seconds: number }) => `${minutes(about.seconds)} away`,
      you: (about: { name: string }) => `${about.name} (you)`,
      figures: (about: { percent: number; ms: number }) =>
        `${about.percent}% loss, ${about.ms} ms on average`,
      failed: 'How the connection was cannot be shown just now.',
    },
  },
};
