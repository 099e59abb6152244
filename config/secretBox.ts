import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Keeps and signs what must not be readable in, or made up without, our secret. Each purpose has a key of its own
 * (HKDF, RFC 5869), so that what was made for one is nothing for another.
 */
export interface SecretBox {
  /** Encrypts and authenticates (AES-256-GCM, NIST SP 800-38D); base64url. */
  seal(plain: string): string;
  /** @throws Error when it was not sealed with this secret for this purpose. */
  open(sealed: string): string;
  /** HMAC-SHA-256 (RFC 2104), base64url. */
  sign(text: string): string;
  isSignature(text: string, signature: string): boolean;
}

/**
 * @param secret setting DATA_SECRET
 * @param purpose what it is for, e.g. `totp`
 */
export function createSecretBox(secret: string, purpose: string): SecretBox {
  const keyOf = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `peerlearn:${purpose}:${use}`, 32));
  const sealing = keyOf('seal');
  const signing = keyOf('sign');
  const sign = (text: string) => createHmac('sha256', signing).update(text).digest('base64url');
  return {
    seal: (plain) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, sealing, nonce);
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, sealing, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const body = bytes.subarray(nonceBytes + tagBytes);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    sign,
    isSignature: (text, signature) => {
      const right = Buffer.from(sign(text));
      const given = Buffer.from(signature);
      return right.length === given.length && timingSafeEqual(right, given);
    },
  };
}
