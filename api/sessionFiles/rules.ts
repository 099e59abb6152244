/** So many files one person may send to one lesson. */
export const mostFiles = 60;
/** News of resources is told once in so long, however many files follow. */
export const newsAgainMs = 15 * 60_000;
/** A file that was sent and put to no use is removed after so long. */
export const unusedMs = 24 * 3_600_000;

/** Endings that systems run when somebody opens the file: no such name is given to anyone. */
const runnable = new Set(
  `app appx apk bat bin cmd com cpl deb dll dmg exe gadget hta iso jar jse lnk msc msi msix pif pkg ps1 psm1 reg rpm
  run scf scr sct sys vb vbe vbs wsf wsh xll`.split(/\s+/u),
);

const endings: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'application/zip': ['zip'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'audio/mpeg': ['mp3'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/wav': ['wav'],
  'video/mp4': ['mp4'],
  'video/webm': ['webm'],
};

const endingOf = (name: string) => /\.([^.\s]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The name under which a file is given out: what its sender called it, with an ending that fits its content, so that no
 * system takes it for something else. Null when it is one that would be run.
 */
export function safeName(name: string, type: string): string | null {
  // Right-to-left marks turn endings round: "gpj.exe" looks like "exe.jpg".
  const plain = name.replaceAll(/[\p{Bidi_Control}\p{Cc}/\\:*?"<>|]/gu, '').replace(/[.\s]+$/u, '');
  const ending = endingOf(plain);
  if (runnable.has(ending)) return null;
  const fitting = endings[type];
  const named = plain === '' || plain.startsWith('.') ? `file${plain}` : plain;
  if (!fitting) return type === 'text/plain' ? (ending === '' ? `${named}.txt` : named) : null;
  return fitting.includes(ending) ? named : `${named}.${fitting[0]}`;
}
