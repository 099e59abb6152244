import { runProcess } from '../config/runProcess.ts';
import { startApi } from './server.ts';

await runProcess('api', startApi);
