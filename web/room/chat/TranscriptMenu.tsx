import { saveTranscript } from './saveTranscript.ts';
import { t } from '../../text/chat.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';

/** What was said so far as a file: as text or as a page (ROOM-8). */
export function TranscriptMenu(props: { sessionId: string }) {
  return (
    <Menu
      trigger={(given) => (
        <IconButton {...given} icon="arrow-down-tray" size="sm" label={t('chat.transcript')} />
      )}
    >
      <MenuItem icon="document-duplicate" onSelect={() => void saveTranscript(props.sessionId, 'text')}>
        {t('chat.kept.asText')}
      </MenuItem>
      <MenuItem icon="code-bracket" onSelect={() => void saveTranscript(props.sessionId, 'html')}>
        {t('chat.kept.asPage')}
      </MenuItem>
    </Menu>
  );
}
