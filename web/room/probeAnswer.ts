import type { Probe } from '../../media/contracts/check.ts';

/** The node's side of a probe as SDP (RFC 8866, 8841): ICE-lite, one data channel, the page begins the handshake. */
export function probeAnswer({ iceParameters, iceCandidates, fingerprint }: Probe): string {
  const candidates = iceCandidates.map(({ foundation, priority, address, port, protocol }) => {
    const tcpType = protocol === 'tcp' ? ' tcptype passive' : '';
    return `a=candidate:${foundation} 1 ${protocol} ${priority} ${address} ${port} typ host${tcpType}`;
  });
  return [
    'v=0',
    'o=- 1 1 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=ice-lite',
    'a=group:BUNDLE 0',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 127.0.0.1',
    'a=mid:0',
    'a=setup:passive',
    `a=ice-ufrag:${iceParameters.usernameFragment}`,
    `a=ice-pwd:${iceParameters.password}`,
    `a=fingerprint:sha-256 ${fingerprint}`,
    'a=sctp-port:5000',
    'a=max-message-size:65536',
    ...candidates,
    'a=end-of-candidates',
    '',
  ].join('\r\n');
}

/** @throws Error when the description has no SHA-256 fingerprint (every browser's has). */
export function fingerprintOf(localSdp: string): string {
  const value = /^a=fingerprint:sha-256 (\S+)/im.exec(localSdp)?.[1];
  if (!value) throw new Error('the local description has no fingerprint');
  return value;
}
