import encodeQR from 'qr';

/** Light modules around the code, without which apps do not find it (ISO/IEC 18004, 9.1). */
const quietModules = 4;

/** A QR code as one path of unit squares. @returns also the width and height of its ground, in modules */
export function qrPath(text: string): { path: string; size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietModules });
  const squares = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')));
  return { path: squares.join(''), size: rows.length };
}
