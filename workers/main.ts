import { runProcess } from '../config/runProcess.ts';
import { startWorkers } from './server.ts';

await runProcess('workers', startWorkers);
