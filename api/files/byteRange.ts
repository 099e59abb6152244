export interface ByteRange {
  start: number;
  /** The last byte that belongs to it. */
  end: number;
}

/**
 * The one range that is asked for (RFC 9110, 14.2); `none` to answer with the whole, which is right for whatever is
 * written wrongly and for several ranges at once.
 */
export function readRange(header: string, size: number): ByteRange | 'none' | 'unsatisfiable' {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header.trim()) ?? [];
  if (first === '' && last === '') return 'none';
  if (first === '') {
    const bytes = Math.min(Number(last), size);
    return bytes === 0 ? 'unsatisfiable' : { start: size - bytes, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'none';
  return start >= size ? 'unsatisfiable' : { start, end };
}
