import { describe, expect, it } from 'vitest';
import { safeName } from '../../api/sessionFiles/rules.ts';
import { disposition } from '../../api/http/disposition.ts';

describe('the name under which a file is given out (ROOM-8)', () => {
  const cases: [string, string, string | null][] = [
    ['notes.txt', 'text/plain', 'notes.txt'],
    ['main.py', 'text/plain', 'main.py'],
    ['README', 'text/plain', 'README.txt'],
    ['../../etc/passwd', 'text/plain', 'file....etcpasswd'],
    ['photo.JPEG', 'image/jpeg', 'photo.JPEG'],
    ['photo.png', 'image/jpeg', 'photo.png.jpg'],
    ['report.html', 'application/pdf', 'report.html.pdf'],
    ['run.bat', 'text/plain', null],
    ['run.EXE', 'application/pdf', null],
    ['run.exe. .', 'image/png', null],
    ['a\u202Etxt.vbs', 'text/plain', null],
    ['', 'image/png', 'file.png'],
    ['a.bin2', 'application/octet-stream', null],
  ];
  it.each(cases)('%j of %s is %j', (name, type, given) => expect(safeName(name, type)).toBe(given));
});

describe('a name in Content-Disposition (RFC 6266)', () => {
  it('is written plainly when it is plain, and in full beside a stand-in when it is not', () => {
    expect(disposition('attachment', 'a b.txt')).toBe('attachment; filename="a b.txt"');
    expect(disposition('attachment', 'नया"(1).txt')).toBe(
      `attachment; filename="____(1).txt"; filename*=UTF-8''${encodeURIComponent('नया"')}%281%29.txt`,
    );
  });
});
