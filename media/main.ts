import { runProcess } from '../config/runProcess.ts';
import { startMedia } from './server.ts';

await runProcess('media', startMedia);
