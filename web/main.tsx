import { render } from 'solid-js/web';
import { pagePlaceId } from '../api/contracts/pages.ts';
import { credentials } from './lib/credentials.ts';
import { AppRouter } from './routes.tsx';
import { readSentPage, takeOver } from './takeOver.ts';

const place = document.getElementById(pagePlaceId);
if (!place) throw new Error(`index.html has no #${pagePlaceId}`);
void credentials.restore();
const start = () => render(() => <AppRouter />, place);
const sent = readSentPage();
if (sent) void takeOver(place, sent, start);
else start();
