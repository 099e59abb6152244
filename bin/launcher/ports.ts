import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Settings } from '../../config/settings.ts';
import { OperatorError } from '../terminal/OperatorError.ts';

type WantedPort = { setting: string; port: number; host: string; protocols: ('tcp' | 'udp')[] };

/** @throws OperatorError naming every port that somebody else uses, and the setting to change */
export async function checkPortsAreFree(settings: Settings): Promise<void> {
  const taken: string[] = [];
  for (const { setting, port, host, protocols } of portsOf(settings)) {
    for (const protocol of protocols) {
      const fault = await faultOfPort(protocol, port, host);
      if (fault === 'EADDRINUSE')
        taken.push(`Port ${port} (${protocol}) is in use: stop what uses it, or set ${setting}.`);
      else if (fault)
        taken.push(`Port ${port} (${protocol}) of ${host} cannot be used (${fault}): set ${setting}.`);
    }
  }
  if (taken.length > 0) throw new OperatorError(taken.join('\n'));
}

function portsOf({ api, media, workers, mail }: Settings): WantedPort[] {
  const { firstPort, addresses } = media.rtc;
  return [
    { setting: 'API_PORT', port: api.port, host: api.host, protocols: ['tcp'] },
    { setting: 'MEDIA_PORT', port: media.port, host: media.host, protocols: ['tcp'] },
    { setting: 'WORKERS_PORT', port: workers.port, host: '127.0.0.1', protocols: ['tcp'] },
    ...(mail.devPort === undefined
      ? []
      : [{ setting: 'DEV_SMTP_PORT', port: mail.devPort, host: '127.0.0.1', protocols: ['tcp' as const] }]),
    ...addresses.flatMap(({ ip }) =>
      Array.from({ length: media.workers }, (_, index) => ({
        setting: 'MEDIA_RTC_PORT',
        port: firstPort + index,
        host: ip,
        protocols: ['udp' as const, 'tcp' as const],
      })),
    ),
  ];
}

async function faultOfPort(protocol: 'tcp' | 'udp', port: number, host: string): Promise<string | undefined> {
  const listener = protocol === 'tcp' ? createServer() : createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    if ('bind' in listener) listener.bind(port, host);
    else listener.listen(port, host);
    await once(listener, 'listening');
    await new Promise<void>((closed) => listener.close(() => closed()));
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}
