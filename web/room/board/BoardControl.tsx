import { t } from '../../text/board.ts';
import { Control } from '../Control.tsx';

/** Opens the whiteboard for everybody's eyes, and closes it for one's own. */
export function BoardControl(props: { open: boolean; onToggle: () => void }) {
  return (
    <Control
      icon="paint-brush"
      word={t('board.word')}
      label={t(props.open ? 'board.close' : 'board.open')}
      shortcut="W"
      pressed={props.open}
      look={props.open ? 'on' : 'plain'}
      onPress={() => props.onToggle()}
    />
  );
}
