import type { CaptureFailure } from '../../room/capture.ts';
import type { AllowingBrowser } from '../../room/devices/howToAllow.ts';
import type { ShortcutName } from '../../room/shortcuts.ts';

/** Texts about one's own devices, keys and settings. They are fetched with the room. */
export const devices = {
  failure: {
    microphone: 'Microphone unavailable. You can join, see and hear.',
    camera: 'Video disabled, joining with audio.',
    both: 'Camera and microphone unavailable. You can join, see and hear.',
    why: {
      microphone: {
        denied: 'The microphone is blocked for this site.',
        missing: 'No microphone was found. Plug one in, or check that it is switched on.',
        busy: 'Another program uses the microphone. Close it there.',
        failed: 'The microphone did not start.',
      } satisfies Record<CaptureFailure, string>,
      camera: {
        denied: 'The camera is blocked for this site.',
        missing: 'No camera was found. Plug one in, or check that it is switched on.',
        busy: 'Another program uses the camera. Close it there.',
        failed: 'The camera did not start.',
      } satisfies Record<CaptureFailure, string>,
    },
    allow: {
      chromium: 'To allow it: click the icon left of the address, turn it on, then press “Try again”.',
      android: 'To allow it: tap the icon left of the address, then Permissions, then press “Try again”.',
      firefox:
        'To allow it: click the crossed-out sign left of the address, remove the block, then press “Try again”.',
      safari: 'To allow it: in the menu Safari choose Settings for this website, then press “Try again”.',
      ios: 'To allow it: tap the sign beside the address, then Website Settings, then load the page again.',
      other: 'To allow it: open your browser’s settings for this site, then press “Try again”.',
    } satisfies Record<AllowingBrowser, string>,
    again: 'Try again',
  },
  speaker: {
    test: 'Play a test sound',
    playing: 'Playing…',
    question: 'Do you hear it?',
    yes: 'Yes',
    no: 'No',
    heard: 'Good. You will hear the others here.',
    advice: 'Turn the volume up, check that your headset is connected, or choose another speaker.',
    refused: 'The browser did not play it. Press again, or check that this tab is not muted.',
    bySystem: 'Your device decides which speaker is used.',
  },
  settings: {
    title: 'Settings',
    habits: 'While you talk',
    pushToTalk: 'Push to talk',
    pushToTalkHelp: 'You are muted, and heard while you hold Space.',
    mutedHint: 'Tell me when I speak while muted',
    mutedHintHelp: 'Your device listens for this by itself. Nothing is sent.',
    keys: 'Keyboard shortcuts',
    keysHelp: 'Single keys control the lesson. Press ? to see them.',
  },
  keys: {
    title: 'Keyboard shortcuts',
    about: 'They work whenever you are not typing.',
    areOff: 'They are turned off in the settings.',
    talk: 'Speak while you hold it',
    space: 'Space',
    does: {
      microphone: 'Mute or unmute',
      camera: 'Camera on or off',
      screen: 'Share your screen',
      hand: 'Raise or lower your hand',
      reactions: 'Reactions',
      people: 'People',
      chat: 'Chat',
      topics: 'Topics',
      quality: 'Your connection and picture quality',
      layout: 'Next layout',
      swap: 'Swap the large and the small picture',
      pin: 'Pin the large picture, or unpin it',
      pictureInPicture: 'Picture in picture',
      fullScreen: 'Full screen',
      settings: 'Settings',
      help: 'This help',
      leave: 'Leave the lesson',
      end: 'End for all',
    } satisfies Record<ShortcutName, string>,
  },
  more: { title: 'More', word: 'More', label: 'More controls' },
  note: {
    list: 'Notes about your devices',
    dismiss: 'Dismiss',
    muted: 'You are muted.',
    mutedKeys: 'You are muted. Press M to unmute, or hold Space to speak.',
    unmute: 'Unmute',
    taken: {
      microphone: 'Your microphone was taken by your device, perhaps for a call. The others do not hear you.',
      camera: 'Your camera was taken by your device. The others do not see you.',
    },
    resume: { microphone: 'Resume microphone', camera: 'Resume camera' },
    replaced: {
      microphone: (about: { label: string }) => `Your microphone is gone. Now in use: ${about.label}`,
      camera: (about: { label: string }) => `Your camera is gone. Now in use: ${about.label}`,
    },
    plugged: (about: { label: string }) => `New device: ${about.label}`,
    use: 'Use it',
  },
};
