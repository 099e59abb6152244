/** Words of the demo mailbox. */
export const devMailText = {
  title: 'Demo mailbox',
  explain: 'Every mail that this demo sends ends here. Nothing leaves this machine.',
  empty: 'No mail yet. Book a lesson, and the confirmation appears here.',
  back: 'All mail',
  noSubject: '(no subject)',
  from: 'From',
  to: 'To',
  received: 'Received',
  attachments: 'Attachments',
  asHtml: 'Message',
  asText: 'Plain text',
  download: (name: string, bytes: number) => `${name} (${bytes} bytes)`,
};
