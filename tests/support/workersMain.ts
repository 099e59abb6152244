import { runProcess } from '../../config/runProcess.ts';
import { startWorkers } from '../../workers/server.ts';

/** workers/main.ts with times that a test can wait for, and that a busy machine does not take for a worker's death. */
const timings = { lockMs: 5_000, stalledCheckMs: 500, finishMs: 1_000 };

await runProcess('workers', (settings, logger) => startWorkers(settings, logger, timings));
