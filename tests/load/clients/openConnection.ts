import { randomInt } from 'node:crypto';
import { PeerConnection } from 'node-datachannel';

const ports = { first: 15_000, each: 4, slots: 10_000 } as const;
let slot = randomInt(ports.slots);

/**
 * A connection on the loopback, with UDP ports of its own. Left to itself, libjuice shares a port between sockets
 * (SO_REUSEADDR): a new connection now and then got that of one closed a moment ago, and never came up.
 */
export function openConnection(name: string): PeerConnection {
  slot = (slot + 1) % ports.slots;
  const portRangeBegin = ports.first + slot * ports.each;
  return new PeerConnection(name, {
    iceServers: [],
    bindAddress: '127.0.0.1',
    portRangeBegin,
    portRangeEnd: portRangeBegin + ports.each - 1,
  });
}
