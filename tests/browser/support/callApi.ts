import { appConfig } from '../../../api/contracts/config.ts';
import { signedIn, type Role } from '../../../api/contracts/accounts.ts';

export type CallApi = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

/** Who the installation lets one try out. */
export async function demoAccount(url: string, role: Role) {
  const response = await fetch(`${url}/api/config`);
  const account = appConfig.parse(await response.json()).demoAccounts.find((one) => one.role === role);
  if (!account) throw new Error(`there is no demo ${role}`);
  return account;
}

/** Calls the API as one of the demo accounts, beside any page. */
export async function callApiAs(url: string, role: Role): Promise<CallApi> {
  return callApiBy(url, await demoAccount(url, role));
}

/** Calls the API by someone's account. */
export async function callApiBy(
  url: string,
  { email, password }: { email: string; password: string },
): Promise<CallApi> {
  const answer = await send(url, 'POST', '/api/auth/login', { email, password });
  const { accessToken } = signedIn.parse(answer);
  return (method, path, body) => send(url, method, path, body, accessToken);
}

async function send(url: string, method: 'GET' | 'POST', path: string, body?: object, token?: string) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? undefined : ((await response.json()) as unknown);
}
