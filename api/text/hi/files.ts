import type { filesText as english } from '../en/files.ts';

export const filesText: typeof english = {
  wrong: {
    picture: 'JPG, PNG या WebP फ़ोटो दें, 5 MB तक।',
    boardImage: 'JPG, PNG या WebP फ़ोटो दें, 10 MB तक।',
    introVideo: 'MP4, WebM या MOV वीडियो दें, 100 MB तक।',
    sessionFile:
      'फ़ोटो, PDF, Office या OpenDocument फ़ाइल, टेक्स्ट, ZIP, ऑडियो या वीडियो दें, 25 MB तक। प्रोग्राम नहीं लिए जाते।',
  },
  tooManyInSession: 'इस सेशन में आप जितनी फ़ाइलें भेज सकते हैं, उतनी भेज चुके हैं।',
  tooManyUploads: 'एक साथ बहुत सारी फ़ाइलें भेजी जा रही हैं। एक पूरी होने तक रुकें।',
};
