import { topicQuery, topicSuggestions } from '../../../api/contracts/topics.ts';
import { api } from '../../lib/api.ts';
import type { Suggest } from '../../ui/createSuggestions.ts';

/** From the topics that the platform knows (AUTH-3). */
export const suggestTopics: Suggest = async (typed, signal) => {
  const query = topicQuery.safeParse({ q: typed });
  if (!query.success) return [];
  return (await api.get('/api/topics', topicSuggestions, { query: query.data, signal })).items;
};
