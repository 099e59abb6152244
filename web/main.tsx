import { render } from 'solid-js/web';
import { credentials } from './lib/credentials.ts';
import { AppRouter } from './routes.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
void credentials.restore();
render(() => <AppRouter />, place);
