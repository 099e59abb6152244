/** Words of a lesson's chat as a file. */
export const chatText = {
  title: (about: { session: string }) => `Chat of “${about.session}”`,
  zone: (about: { zone: string }) => `Times: ${about.zone}`,
  /** Above what only two people could read. */
  privately: (about: { by: string; to: string }) => `${about.by} to ${about.to} only`,
  file: (about: { name: string }) => `[File: ${about.name}]`,
  nothing: 'Nothing was written.',
  private: 'What was written to one person is only in the files of those two.',
};
