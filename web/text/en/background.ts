/** Texts about what stands behind one's picture. They are fetched with the room. */
export const background = {
  background: {
    label: 'Background',
    none: 'None',
    blur: 'Blur',
    plain: 'Plain',
    always: 'Your system blurs the background. You can change it in the settings of the system.',
    preparing: 'Preparing the background…',
    failed:
      'The background could not be prepared. Check your connection and choose it again, or choose “None”.',
    struggling:
      'This device cannot keep the video smooth with this background. Your room stays hidden until you choose “None”.',
    turnOff: 'Show my room',
  },
};
