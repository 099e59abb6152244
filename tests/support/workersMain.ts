import { runProcess } from '../../config/runProcess.ts';
import { startWorkers } from '../../workers/server.ts';

/** workers/main.ts with times that a test can wait for. */
const timings = { lockMs: 1_500, stalledCheckMs: 500, finishMs: 1_000 };

await runProcess('workers', (settings, logger) => startWorkers(settings, logger, timings));
