import './session-files.css';
import { Show, createSignal } from 'solid-js';
import type { AttachedFile } from '../../media/contracts/attachment.ts';
import { formatBytes } from '../files/formatBytes.ts';
import { describeError } from '../lib/describeError.ts';
import { useQuery } from '../lib/query.ts';
import { t } from '../text/sessionFiles.ts';
import { Icon } from '../ui/Icon.tsx';
import { showToast } from '../ui/showToast.ts';
import { linkTo } from './sessionFileCalls.ts';

type CardProps = { sessionId: string; file: AttachedFile };

/** Links are good for ten minutes; one that is shown is asked for anew before that. */
const linkGoodMs = 8 * 60_000;

/** A file of a session, to be downloaded; pictures show themselves. */
export function FileCard(props: CardProps) {
  const isPicture = () => props.file.type.startsWith('image/');
  return (
    <div class="file-card">
      <Show when={isPicture()}>
        <Picture {...props} />
      </Show>
      <DownloadLine {...props} />
    </div>
  );
}

function Picture(props: CardProps) {
  const link = useQuery(() => ({
    queryKey: ['session', props.sessionId, 'file', props.file.id],
    queryFn: () => linkTo(props.sessionId, props.file.id),
    staleTime: linkGoodMs,
  }));
  return (
    <Show when={link.isSuccess && link.data}>
      {(url) => (
        <img
          class="file-card__picture"
          src={url()}
          alt={t('sessionFiles.picture', { name: props.file.name })}
          loading="lazy"
        />
      )}
    </Show>
  );
}

function DownloadLine(props: CardProps) {
  const [busy, setBusy] = createSignal(false);
  async function download(): Promise<void> {
    setBusy(true);
    try {
      const link = document.createElement('a');
      link.href = await linkTo(props.sessionId, props.file.id);
      link.download = props.file.name;
      link.click();
    } catch (error) {
      showToast({ tone: 'danger', title: t('sessionFiles.notOpened'), text: describeError(error) });
    } finally {
      setBusy(false);
    }
  }
  return (
    <button type="button" class="file-card__line" disabled={busy()} onClick={() => void download()}>
      <Icon name="document-text" />
      <span class="file-card__words">
        <span class="sr-only">{t('sessionFiles.download')} </span>
        <b class="wrap-anywhere">{props.file.name}</b>
        <span class="caption num">{formatBytes(props.file.bytes)}</span>
      </span>
      <Icon name="arrow-down-tray" size={20} />
    </button>
  );
}
