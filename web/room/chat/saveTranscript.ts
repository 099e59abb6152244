import { api } from '../../lib/api.ts';
import { describeError } from '../../lib/describeError.ts';
import { saveFile } from '../../lib/saveFile.ts';
import { t } from '../../text/chat.ts';
import { showToast } from '../../ui/showToast.ts';

const endings = { text: 'txt', html: 'html' } as const;

/** Downloads a lesson's chat, as far as this person may read it; says so when that fails. */
export async function saveTranscript(sessionId: string, format: 'text' | 'html'): Promise<void> {
  try {
    const file = await api.download(`/api/sessions/${sessionId}/chat/transcript`, { query: { format } });
    saveFile(file, `peerlearn-chat-${new Date().toISOString().slice(0, 10)}.${endings[format]}`);
  } catch (error) {
    showToast({ tone: 'danger', title: t('chat.kept.notDownloaded'), text: describeError(error) });
  }
}
