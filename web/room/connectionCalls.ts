import { connectionCheck, type ConnectionCheck } from '../../api/contracts/sessions.ts';
import { api } from '../lib/api.ts';

/** @throws ApiError `unavailable` while no media node lives */
export const startConnectionCheck = (): Promise<ConnectionCheck> =>
  api.post('/api/connection-checks', connectionCheck);
