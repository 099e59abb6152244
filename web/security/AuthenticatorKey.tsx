import type { TotpSecret } from '../../api/contracts/twoFactor.ts';
import { t } from '../text/security.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { copyText } from './copyText.ts';
import { qrPath } from './qrPath.ts';
import './security.css';

/** The secret for an authenticator app: to scan, to open on a phone, or to type. It is drawn in the page and nowhere sent. */
export function AuthenticatorKey(props: { secret: TotpSecret }) {
  const qr = () => qrPath(props.secret.uri);
  const groups = () => props.secret.secret.match(/.{1,4}/gu)?.join(' ') ?? '';
  let shown: HTMLElement | undefined;
  return (
    <div class="app-key">
      <p>{t('security.scan')}</p>
      <svg
        class="app-key__qr"
        viewBox={`0 0 ${qr().size} ${qr().size}`}
        role="img"
        aria-label={t('security.qrLabel')}
        shape-rendering="crispEdges"
      >
        {/* Black on white in both themes: apps expect it. */}
        <rect width="100%" height="100%" fill="white" />
        <path d={qr().path} fill="black" />
      </svg>
      <a class="link app-key__open" href={props.secret.uri} link={false} target="_self">
        <Icon name="device-phone-mobile" size={20} />
        {t('security.openInApp')}
      </a>
      <p class="caption">{t('security.cannotScan')}</p>
      <div class="app-key__text">
        <code ref={(element) => (shown = element)}>{groups()}</code>
        <IconButton
          icon="document-duplicate"
          size="sm"
          label={t('security.copyKey')}
          onClick={() => void copyText(props.secret.secret, shown)}
        />
      </div>
    </div>
  );
}
