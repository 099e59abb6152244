import type { Handler } from './index.ts';

export const knock: Handler<'knock'> = async (connection) => ({ admitted: await connection.knock() });
