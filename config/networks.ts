import { isIP } from 'node:net';

/** An address that media is listened for on, and the one that browsers are told instead of it. */
export interface RtcAddress {
  ip: string;
  announcedAddress: string | undefined;
}

interface NetworkValues {
  MEDIA_RTC_IP: string;
  MEDIA_ANNOUNCED_ADDRESS: string;
  TURN_URLS: string;
  TURN_SECRET?: string | undefined;
}

/** `turn:host:port?transport=udp|tcp` and `turns:…` (RFC 7065). */
const turnUrl = /^turns?:(?:[\w.-]+|\[[\da-fA-F:.]+\])(?::\d{1,5})?(?:\?transport=(?:udp|tcp))?$/;

/** The names in a list that is written with commas. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** @returns what is wrong with these settings, each as "NAME: …" */
export function wrongNetworks(env: NetworkValues): string[] {
  const [ips, announced, urls] = [env.MEDIA_RTC_IP, env.MEDIA_ANNOUNCED_ADDRESS, env.TURN_URLS].map(
    listOf,
  ) as [string[], string[], string[]];
  const wrong = [
    ...ips.filter((ip) => isIP(ip) === 0).map((ip) => `MEDIA_RTC_IP: ${ip} is not an address`),
    ...urls
      .filter((url) => !turnUrl.test(url))
      .map((url) => `TURN_URLS: ${url} is not like turn:turn.example.com:3478?transport=udp`),
  ];
  if (ips.length === 0) wrong.push('MEDIA_RTC_IP: must name at least one address');
  if (announced.length > 0 && announced.length !== ips.length) {
    wrong.push('MEDIA_ANNOUNCED_ADDRESS: must name as many addresses as MEDIA_RTC_IP, in the same order');
  }
  if (urls.length > 0 !== (env.TURN_SECRET !== undefined)) {
    wrong.push('TURN_URLS and TURN_SECRET: must be given together');
  }
  return wrong;
}

/** What the SFU listens on; each announced address belongs to the address at the same place. */
export function rtcAddresses(
  env: Pick<NetworkValues, 'MEDIA_RTC_IP' | 'MEDIA_ANNOUNCED_ADDRESS'>,
): RtcAddress[] {
  const announced = listOf(env.MEDIA_ANNOUNCED_ADDRESS);
  return listOf(env.MEDIA_RTC_IP).map((ip, index) => ({ ip, announcedAddress: announced[index] }));
}
