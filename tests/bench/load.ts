import autocannon from 'autocannon';

/**
 * Loads an address from a process of its own, so that the generator's work is not counted as waiting.
 * Arguments: connections, seconds, and addresses, asked in turn. Writes one line of JSON.
 */
const [connections, duration, ...addresses] = process.argv.slice(2);
const [first = ''] = addresses;
const times: number[] = [];
const { promise: done, resolve, reject } = Promise.withResolvers<autocannon.Result>();
const run = autocannon(
  {
    url: new URL(first).origin,
    connections: Number(connections),
    duration: Number(duration),
    headers: { 'accept-encoding': 'br' },
    requests: addresses.map((address) => ({
      method: 'GET',
      path: address.slice(new URL(address).origin.length),
    })),
  },
  (error: unknown, result) => (error ? reject(error) : resolve(result)),
);
run.on('response', (_client, _status, _bytes, ms) => times.push(ms));
const result = await done;
times.sort((one, other) => one - other);
const percentile = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
console.log(
  JSON.stringify({
    perSecond: result.requests.average,
    failed: result.errors + result.timeouts + result.non2xx,
    ...{ p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99) },
  }),
);
