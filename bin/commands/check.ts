import { runSteps } from '../checks/runSteps.ts';
import { quickTests, staticChecks } from '../checks/steps.ts';
import { runCommand } from '../terminal/runCommand.ts';

await runCommand(() => runSteps([...staticChecks, ...quickTests], process.argv.slice(2)));
