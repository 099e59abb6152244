/** Text of files that belong to a session: in its chat, and left with it by the mentor. */
export const sessionFiles = {
  sessionFiles: {
    attach: 'Attach files',
    attached: 'Attached files',
    remove: (about: { name: string }) => `Remove ${about.name}`,
    sent: (about: { percent: number }) => `${about.percent}% sent`,
    waiting: 'Waiting for the connection',
    checking: 'Looking it over…',
    ready: 'Ready to send',
    download: 'Download',
    notOpened: 'The file could not be opened',
    picture: (about: { name: string }) => `Picture ${about.name}`,
    resources: {
      title: 'Resources',
      text: 'Files that the mentor left for those who took part.',
      mentorText: 'Leave slides, notes or exercises here. Those who attended are told.',
      none: 'Nothing has been left here yet.',
      failed: 'The resources could not be loaded.',
      add: 'Add files',
      removed: (about: { name: string }) => `${about.name} is removed.`,
      notAdded: (about: { name: string }) => `${about.name} was not added`,
    },
  },
};
