// Run as `node checkWorker.ts <binary>` by verifyWorker.ts: what a bad binary does cannot reach the caller.
import { callThroughWorker } from './loopbackCall.ts';

try {
  await callThroughWorker(process.argv[2] ?? '');
  process.exit(0);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
