import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { checkPortsAreFree } from '../../bin/launcher/ports.ts';
import { loadSettings } from '../../config/settings.ts';
import { freePorts } from '../support/freePorts.ts';

const secret = 'a secret that is long enough for all';

async function settingsOnFreePorts(apiPort?: number) {
  const [api, media, workers, smtp, rtc] = await freePorts(5);
  return loadSettings({
    JWT_SECRET: secret,
    TICKET_SECRET: secret,
    DATA_SECRET: secret,
    MEDIA_WORKERS: '1',
    API_PORT: String(apiPort ?? api),
    MEDIA_PORT: String(media),
    WORKERS_PORT: String(workers),
    DEV_SMTP_PORT: String(smtp),
    MEDIA_RTC_PORT: String(rtc),
  });
}

test('free ports are accepted, and free afterwards', async () => {
  const settings = await settingsOnFreePorts();
  await checkPortsAreFree(settings);
  await checkPortsAreFree(settings);
});

test('a port in use is named with the setting to change', async () => {
  const taker = createServer();
  await once(taker.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void taker.close());
  const { port } = taker.address() as AddressInfo;
  await expect(checkPortsAreFree(await settingsOnFreePorts(port))).rejects.toThrow(
    `Port ${port} (tcp) is in use: stop what uses it, or set API_PORT.`,
  );
});
