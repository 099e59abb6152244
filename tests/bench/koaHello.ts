import Koa from 'koa';

/** The floor that the API is compared with: Koa answering a constant, in a process of its own. */
const app = new Koa();
app.use((context) => {
  context.body = { hello: 'world' };
});
const server = app.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
  process.disconnect();
});
