import { createECDH } from 'node:crypto';

const curve = 'prime256v1';

/** The keys by which push services know us (VAPID, RFC 8292): P-256, base64url. */
export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

export function makeVapidKeys(): VapidKeys {
  const pair = createECDH(curve);
  return {
    publicKey: pair.generateKeys('base64url'),
    privateKey: padded(pair.getPrivateKey()).toString('base64url'),
  };
}

/** Whether they are keys, and of one pair. */
export function isVapidPair({ publicKey, privateKey }: VapidKeys): boolean {
  try {
    const pair = createECDH(curve);
    pair.setPrivateKey(privateKey, 'base64url');
    return Buffer.from(publicKey, 'base64url').equals(pair.getPublicKey());
  } catch {
    return false;
  }
}

/** Leading zeros are left out of a number, but not of a key. */
const padded = (key: Buffer) => Buffer.concat([Buffer.alloc(32 - key.length), key]);
