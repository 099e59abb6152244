/** The architecture's rules (see ARCHITECTURE.md). Each name says what is forbidden. */
const only = (name, pkg, file) => ({
  name: `only-${file.replace(/\W+/g, '-')}-imports-${name}`,
  severity: 'error',
  from: { path: '^(api|media|workers|web|config)/', pathNot: `^${file}$` },
  to: { path: `^node_modules/${pkg}/`, dependencyTypesNot: ['type-only'] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'contracts-import-only-zod-and-contracts',
      severity: 'error',
      from: { path: '^(api|media)/contracts/' },
      to: { pathNot: ['^(api|media)/contracts/', '^node_modules/zod/'] },
    },
    {
      name: 'web-reaches-others-through-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(api|media|workers|config|migrations)/', pathNot: '^(api|media)/contracts/' },
    },
    {
      name: 'api-knows-media-by-contracts',
      severity: 'error',
      from: { path: '^api/' },
      to: { path: '^(media|web|workers)/', pathNot: '^media/contracts/' },
    },
    {
      name: 'media-knows-api-by-contracts',
      severity: 'error',
      from: { path: '^media/' },
      to: { path: '^(api|web|workers|migrations)/', pathNot: '^api/contracts/' },
    },
    {
      name: 'media-never-opens-the-database',
      severity: 'error',
      from: { path: '^media/' },
      to: { path: '^node_modules/(knex|objection|better-sqlite3|pg)/' },
    },
    {
      name: 'react-stays-with-the-canvas',
      severity: 'error',
      from: { path: '^(api|media|workers|web|config)/', pathNot: '^web/room/board/canvas/' },
      to: {
        path: '^node_modules/(react|react-dom|@excalidraw)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'board-engine-knows-no-page',
      severity: 'error',
      from: { path: '^web/room/board/engine/' },
      to: { pathNot: ['^web/room/board/engine/', '^(api|media)/contracts/', '^node_modules/zod/'] },
    },
    {
      name: 'domains-meet-at-their-doors',
      severity: 'error',
      from: { path: '^api/(?!contracts|http|realtime|outbox|text)([^/]+)/' },
      to: {
        path: '^api/(?!contracts|http|realtime|outbox|text)([^/]+)/',
        pathNot: ['^api/$1/', '^api/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'workers-enter-domains-by-their-doors',
      severity: 'error',
      from: { path: '^workers/' },
      to: { path: '^api/(?!contracts|http|realtime|outbox|text)[^/]+/', pathNot: '^api/[^/]+/index\\.ts$' },
    },
    {
      name: 'nothing-imports-workers',
      severity: 'error',
      from: { path: '^(api|media|web|config)/' },
      to: { path: '^workers/' },
    },
    {
      name: 'rules-and-policy-are-pure',
      severity: 'error',
      from: { path: '^api/[^/]+/(rules|policy)\\.ts$' },
      to: { pathNot: ['^(api|media)/contracts/', '^api/[^/]+/(rules|policy)\\.ts$', '^node_modules/zod/'] },
    },
    only('mediasoup', 'mediasoup', 'media/mediasoup.ts'),
    only('nodemailer', 'nodemailer', 'api/mail/transport.ts'),
    only('web-push', 'web-push', 'api/push/webPush.ts'),
    only('razorpay', 'razorpay', 'api/payments/razorpay.ts'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
    exclude: { path: ['^web/dist(-server)?/', '^\\.data/'] },
  },
};
