import { demoAccounts } from '../../api/demo/accounts.ts';
import { configure } from '../launcher/environment.ts';
import { launch } from '../launcher/launch.ts';
import { ensureWebBuild } from '../setup/webBuild.ts';
import { runCommand } from '../terminal/runCommand.ts';

await runCommand(async () => {
  const configured = configure();
  await ensureWebBuild();
  const { publicUrl, demo } = configured.settings;
  return launch(configured, {
    nodeArgs: [],
    extra: [],
    onReady: () => {
      console.log(`\nPeerLearn is ready: ${publicUrl}   (Ctrl-C stops it)\n`);
      if (demo) showDemoAccounts();
    },
  });
});

function showDemoAccounts(): void {
  console.log('Demo accounts, whenever this database began empty:');
  for (const { role, email, password } of demoAccounts) {
    console.log(`  ${role.padEnd(8)} ${email.padEnd(28)} ${password}`);
  }
  console.log('');
}
