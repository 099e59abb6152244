import { z } from 'zod';

/** TURN servers as RTCPeerConnection takes them; credentials expire (ROOM-19). */
export const iceServers = z.array(
  z.object({ urls: z.array(z.string()), username: z.string(), credential: z.string() }),
);
export type IceServers = z.infer<typeof iceServers>;
