import { Show } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import { Menu, MenuChoice, MenuItem, MenuRule } from '../../ui/Menu.tsx';
import { layoutModes } from '../arrangeStage.ts';
import type { RoomLayout } from './createLayout.ts';
import type { PictureWindow } from './createPictureWindow.ts';
import { shownKey } from '../shortcuts.ts';
import { t } from '../../text/layout.ts';

/** How the pictures are laid out; kept on this device (ROOM-6). */
export function LayoutMenu(props: { layout: RoomLayout; pictureWindow: PictureWindow }) {
  return (
    <Menu
      trigger={(given) => (
        <button
          {...given}
          type="button"
          class="btn btn--ghost btn--icon btn--sm"
          aria-label={t('layout.menu')}
          aria-keyshortcuts={shownKey('Y')}
        >
          <Icon name="squares-2x2" />
        </button>
      )}
    >
      <MenuChoice
        label={t('layout.menu')}
        value={props.layout.mode()}
        onValue={(mode) => props.layout.setMode(mode)}
        choices={layoutModes.map((mode) => ({ value: mode, label: t(`layout.modes.${mode}`) }))}
      />
      <MenuRule />
      <Show when={props.layout.canSwap()}>
        <MenuItem icon="arrows-right-left" onSelect={() => props.layout.swap()}>
          {t('layout.swap')}
        </MenuItem>
      </Show>
      <MenuItem
        icon={props.layout.ownHidden() ? 'eye' : 'eye-slash'}
        onSelect={() => props.layout.toggleOwn()}
      >
        {t(props.layout.ownHidden() ? 'layout.showOwn' : 'layout.hideOwn')}
      </MenuItem>
      <Show when={props.pictureWindow.offered}>
        <MenuItem icon="window" onSelect={() => props.pictureWindow.toggle()}>
          {t(props.pictureWindow.open() ? 'layout.closeWindow' : 'layout.window')}
        </MenuItem>
      </Show>
    </Menu>
  );
}
