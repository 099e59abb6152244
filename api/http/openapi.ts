import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problem } from '../contracts/errors.ts';
import type { Route } from './route.ts';

export type OpenApiDocument = ReturnType<typeof createDocument>;

const accessWords: Record<Route['access'], string> = {
  anyone: 'Anyone.',
  signedIn: 'Anyone logged in.',
  learner: 'Learners.',
  mentor: 'Mentors.',
  admin: 'Admins.',
};

/** The OpenAPI 3.1 document of the routes, from the same schemas that parse the calls. */
export function describeRoutes(routes: Route[], publicUrl: string): OpenApiDocument {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: describe(route) };
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'PeerLearn',
      version: '1',
      description: 'Refusals are problem documents (RFC 9457) with a code that does not change.',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
}

function describe(route: Route): ZodOpenApiOperationObject {
  const { params, query, body, answer, answerTypes, status } = route;
  return {
    tags: [route.tag],
    summary: route.summary,
    description: `For: ${accessWords[route.access]}`,
    ...(route.access !== 'anyone' && { security: [{ bearer: [] }] }),
    requestParams: { ...(params && { path: params }), ...(query && { query }) },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [status]: {
        description: 'Done',
        ...(!(answer instanceof z.ZodVoid) && {
          content: Object.fromEntries(answerTypes.map((type) => [type, { schema: answer }])),
        }),
      },
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problem } } },
    },
  };
}
