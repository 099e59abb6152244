import type { filesText as english } from '../en/files.ts';

export const filesText: typeof english = {
  wrong: {
    picture: 'JPG, PNG या WebP फ़ोटो दें, 5 MB तक।',
    boardImage: 'JPG, PNG या WebP फ़ोटो दें, 10 MB तक।',
    introVideo: 'MP4, WebM या MOV वीडियो दें, 100 MB तक।',
  },
  tooManyUploads: 'एक साथ बहुत सारी फ़ाइलें भेजी जा रही हैं। एक पूरी होने तक रुकें।',
};
