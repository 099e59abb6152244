import { join } from 'node:path';
import Router from 'koa-router';
import { projectRoot } from '../../config/settings.ts';
import type { Route } from '../http/route.ts';
import { serveWeb } from '../http/serveWeb.ts';
import type { Services } from '../Services.ts';
import { answerPages } from './answerPage.ts';
import { askRoutes } from './askRoutes.ts';
import { shareRoutes } from './shareRoutes.ts';
import { siteRoutes } from './siteRoutes.ts';

const webFolders = { web: join(projectRoot, 'web/dist'), bundle: join(projectRoot, 'web/dist-server') };

/** The web as the api serves it: built files, pages (the public ones rendered), what search engines ask for. */
export async function openPages(services: Services, routes: Route[], folders = webFolders) {
  const { settings, logger } = services;
  const ask = askRoutes(routes);
  const { origin } = new URL(settings.publicUrl);
  const router = new Router();
  for (const own of [siteRoutes(services), shareRoutes(ask, settings, logger)]) router.use(own.routes());
  return {
    router,
    serve: serveWeb(folders.web, await answerPages({ folders, ask, origin, logger, ...settings.api.pages })),
  };
}
