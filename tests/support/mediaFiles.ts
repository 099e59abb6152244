import sharp, { type Sharp } from 'sharp';

/** A picture of noise, which no codec can make small. */
export function pictureOf(width: number, height: number): Sharp {
  return sharp({
    create: {
      ...{ width, height, channels: 3, background: '#808080' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });
}

const box = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
};

/** The boxes of an MP4 of exactly so many bytes, without anything to play. */
export function mp4Of(bytes: number, brand = 'isom'): Buffer {
  const front = Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\x02\0${brand}mp41`, 'latin1')),
    box('moov', box('mvhd', Buffer.alloc(100))),
  ]);
  return Buffer.concat([front, box('mdat', Buffer.alloc(bytes - front.length - 8, 7))]);
}

const element = (id: string, body: Buffer): Buffer => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size[0] = 0x01;
  return Buffer.concat([Buffer.from(id, 'hex'), size, body]);
};
const openSize = Buffer.from('01ffffffffffffff', 'hex');

/** The elements of a WebM as a browser records it: segment and cluster of open size. */
export function webmOf(blockBytes: number): Buffer {
  const header = element('1a45dfa3', element('4282', Buffer.from('webm')));
  const cluster = Buffer.concat([
    Buffer.from('1f43b675', 'hex'),
    openSize,
    element('e7', Buffer.from([0])),
    element('a3', Buffer.alloc(blockBytes, 7)),
  ]);
  const segment = Buffer.concat([
    Buffer.from('18538067', 'hex'),
    openSize,
    element('1654ae6b', Buffer.alloc(20)),
  ]);
  return Buffer.concat([header, segment, cluster]);
}
