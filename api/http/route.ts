import type { Context } from 'koa';
import { z } from 'zod';
import type { Caller } from '../accounts/index.ts';
import type { Role } from '../contracts/accounts.ts';
import { Refusal } from '../Refusal.ts';
import { describeIssue } from '../text/sentences.ts';
import { Download } from './Download.ts';
import { localeOf } from './localeOf.ts';
import { ReadyAnswer } from './ReadyAnswer.ts';

/** Who may call: anyone, anyone logged in, or those of one role. Ownership is for the use case to check. */
export type Access = 'anyone' | 'signedIn' | Role;

type Schema = z.ZodType;
type Out<S> = S extends Schema ? z.output<S> : undefined;
type Me<A extends Access> = A extends 'anyone' ? Caller | null : Caller;

interface RouteSpec<
  A extends Access,
  P extends z.ZodObject | undefined,
  Q extends z.ZodObject | undefined,
  B extends Schema | undefined,
  R extends Schema,
> {
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/sessions/{id}`. */
  path: string;
  tag: string;
  summary: string;
  access: A;
  params?: P;
  query?: Q;
  body?: B;
  /** `z.void()` answers 204. */
  answer: R;
  /** Media types of a good answer that is not JSON. */
  answerTypes?: string[];
  /** Status of a good answer; 200 (204 without a body) unless said otherwise. */
  status?: 201;
  handle(call: Call<A, P, Q, B>): Promise<Answer<R>> | Answer<R>;
}

type Answer<R extends Schema> = z.input<R> | ReadyAnswer | Download;

interface Call<A extends Access, P, Q, B> {
  me: Me<A>;
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  context: Context;
}

/** A route as the router and the OpenAPI document see it. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  tag: string;
  summary: string;
  access: Access;
  params: z.ZodObject | undefined;
  query: z.ZodObject | undefined;
  body: Schema | undefined;
  answer: Schema;
  answerTypes: string[];
  status: 200 | 201 | 204;
  /** Parses, authorises by role, calls the use case, and writes the answer. */
  respond(context: Context, me: Caller | null): Promise<void>;
}

/** Makes a route of its description: what comes in is parsed by its schemas before `handle` sees it. */
export function defineRoute<
  const A extends Access,
  R extends Schema,
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends Schema | undefined = undefined,
>(spec: RouteSpec<A, P, Q, B, R>): Route {
  const status = spec.answer instanceof z.ZodVoid ? 204 : (spec.status ?? 200);
  return {
    method: spec.method,
    path: spec.path,
    tag: spec.tag,
    summary: spec.summary,
    access: spec.access,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    answer: spec.answer,
    answerTypes: spec.answerTypes ?? ['application/json'],
    status,
    respond: async (context, me) => {
      const call = {
        me: admitted(spec.access, me),
        params: parse(spec.params, context.params, 'not_found', context),
        query: parse(spec.query, context.query, 'invalid', context),
        body: parse(spec.body, context.request.body, 'invalid', context),
        context,
      };
      const answer = await spec.handle(call as Call<A, P, Q, B>);
      context.status = status;
      if (answer instanceof ReadyAnswer) context.state.ready = answer;
      if (answer instanceof ReadyAnswer || answer instanceof Download) await answer.write(context);
      else if (status !== 204) context.body = answer;
    },
  };
}

/** @throws Refusal `not_signed_in`, `forbidden` */
function admitted(access: Access, me: Caller | null): Caller | null {
  if (access === 'anyone') return me;
  if (!me) throw new Refusal('not_signed_in');
  if (access !== 'signedIn' && access !== me.role) throw new Refusal('forbidden');
  return me;
}

function parse(
  schema: Schema | undefined,
  value: unknown,
  code: 'invalid' | 'not_found',
  context: Context,
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  if (code === 'not_found') throw new Refusal('not_found');
  const locale = localeOf(context);
  throw new Refusal('invalid', {
    fields: parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      message: describeIssue(issue, locale),
    })),
  });
}
