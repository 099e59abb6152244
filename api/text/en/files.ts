/** Words of refusals about files. */
export const filesText = {
  wrong: {
    picture: 'Use a JPG, PNG or WebP up to 5 MB.',
    boardImage: 'Use a JPG, PNG or WebP up to 10 MB.',
    introVideo: 'Use an MP4, WebM or MOV up to 100 MB.',
    sessionFile:
      'Use a picture, PDF, Office or OpenDocument file, text, ZIP, audio or video up to 25 MB. Programs are not taken.',
  },
  tooManyInSession: 'You have sent as many files to this session as it takes.',
  tooManyUploads: 'Too many files are being sent at once. Wait until one is done.',
};
