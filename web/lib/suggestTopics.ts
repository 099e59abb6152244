import { topicSuggestions, type TopicSuggestion } from '../../api/contracts/topics.ts';
import { api } from './api.ts';

const longestQuestion = 40;

/** Topics of the platform for what was typed so far, misspelt ones too (AUTH-3). */
export async function suggestTopics(typed: string, signal: AbortSignal): Promise<TopicSuggestion[]> {
  const query = { q: typed.slice(0, longestQuestion) };
  return (await api.get('/api/topics', topicSuggestions, { query, signal })).items;
}
