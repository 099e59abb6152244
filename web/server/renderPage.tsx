import { Router } from '@solidjs/router';
import { QueryClient } from '@tanstack/solid-query';
import type { PageBundle, PageData, PageRequest, RenderedPage } from '../../api/contracts/pages.ts';
import { setLocale } from '../lib/locale.ts';
import { ApiError } from '../lib/problem.ts';
import { routes } from '../routes.tsx';
import { drawTree } from './drawTree.ts';
import { Frame } from './Frame.tsx';
import { heads, type KnownPage } from './heads/index.ts';
import { asking } from './standIns/lib/api.ts';
import { takeWanted } from './standIns/solid-query.ts';

/** Data of which only the answer to others tells that they are needed come in a further round. */
const mostRounds = 4;

/**
 * Makes a public page of the components that the browser uses. Each round draws the page synchronously, in the
 * visitor's language (a global of the bundle), and then fetches what it lacked; the last one lacks nothing.
 */
export const renderPage: PageBundle['renderPage'] = (request, ask) => {
  const page = { ask, answers: new Map<string, unknown>(), missing: false };
  return asking.run(page, async (): Promise<RenderedPage | null> => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false, retryOnMount: false } } });
    for (let round = 0; round < mostRounds; round++) {
      const { html, pattern, wanted } = draw(request, client);
      if (!pattern) return null;
      if (wanted.length > 0) {
        await Promise.all(wanted.map((fetch) => fetch().catch(refuseOutage)));
        continue;
      }
      const isMissing = page.missing || pattern === '*';
      const known = isMissing ? heads['*'] : heads[pattern];
      // Drawing set the language; nothing has run in between.
      const head = known.head({ ...request, answers: page.answers });
      const { module } = heads[pattern];
      const status = isMissing ? 404 : 200;
      return { status, html, head, module, data: { page: pattern, queries: answersIn(client) } };
    }
    throw new Error(`${request.path} goes on asking`);
  });
};

function draw({ path, search, locale }: PageRequest, client: QueryClient) {
  let pattern: KnownPage | undefined;
  const onRoute = (found = '') => {
    if (found in heads) pattern = found as KnownPage;
    return pattern !== undefined;
  };
  setLocale(locale);
  takeWanted();
  const html = drawTree(() => (
    <Router url={path + search} root={(props) => <Frame client={client} onRoute={onRoute} {...props} />}>
      {routes()}
    </Router>
  ));
  return { html, pattern, wanted: takeWanted() };
}

/** What is not there is a page of its own; with anything else the browser shall try its luck. */
function refuseOutage(error: unknown): void {
  if (!(error instanceof ApiError) || error.status >= 500) throw error;
}

const answersIn = (client: QueryClient): PageData['queries'] =>
  client
    .getQueryCache()
    .getAll()
    .filter(({ state }) => state.status === 'success')
    .map(({ queryKey, state }) => [[...queryKey], state.data, state.dataUpdatedAt]);
