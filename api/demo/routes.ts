import { appConfig } from '../contracts/config.ts';
import { defineRoute, type Route } from '../http/route.ts';
import type { Services } from '../Services.ts';
import { demoAccounts } from './accounts.ts';

export function configRoutes({ settings }: Pick<Services, 'settings'>): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/api/config',
      tag: 'config',
      summary: 'Whether this is a demo, and who may be tried out',
      access: 'anyone',
      answer: appConfig,
      handle: () => ({ demo: settings.demo, demoAccounts: settings.demo ? demoAccounts : [] }),
    }),
  ];
}
