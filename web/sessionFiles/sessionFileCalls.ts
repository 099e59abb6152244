import { z } from 'zod';
import {
  chatAttachment,
  fileLink,
  resource,
  resources,
  type AttachToChat,
  type ChatAttachment,
  type Resource,
} from '../../api/contracts/sessionFiles.ts';
import { api } from '../lib/api.ts';

/** @throws ApiError */
export async function linkTo(sessionId: string, fileId: string): Promise<string> {
  return (await api.get(`/api/sessions/${sessionId}/files/${fileId}`, fileLink)).url;
}

/** @throws ApiError */
export const attachToChat = (sessionId: string, wish: AttachToChat): Promise<ChatAttachment> =>
  api.post(`/api/sessions/${sessionId}/chat/files`, chatAttachment, wish);

/** @throws ApiError */
export const listResources = (sessionId: string, signal: AbortSignal) =>
  api.get(`/api/sessions/${sessionId}/resources`, resources, { signal });

/** @throws ApiError */
export const addResource = (sessionId: string, wish: { uploadId: string; name: string }): Promise<Resource> =>
  api.post(`/api/sessions/${sessionId}/resources`, resource, wish);

/** @throws ApiError */
export const removeResource = (sessionId: string, fileId: string): Promise<void> =>
  api.post(`/api/sessions/${sessionId}/resources/${fileId}/remove`, z.void());
