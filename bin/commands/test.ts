import { runSteps } from '../checks/runSteps.ts';
import { quickTests, staticChecks, thoroughTests } from '../checks/steps.ts';
import { runCommand } from '../terminal/runCommand.ts';

await runCommand(() => runSteps([...staticChecks, ...quickTests, ...thoroughTests], process.argv.slice(2)));
