import { Show } from 'solid-js';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/iconNames.ts';
import { Menu, MenuChoice, MenuItem } from '../../ui/Menu.tsx';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { self, tileKey, type Place, type TileKey } from '../arrangeStage.ts';
import type { RoomLayout } from './createLayout.ts';
import { corners } from './placeTiles.ts';
import type { PictureWindow } from './createPictureWindow.ts';
import { t } from '../../text/layout.ts';

type ToolsProps = {
  tile: TileKey;
  name: string;
  place: Place;
  layout: RoomLayout;
  pictureWindow: PictureWindow;
};

/** What can be done with one picture: two buttons on the main one, a menu on the others. */
export function TileTools(props: ToolsProps) {
  const pinned = () => props.layout.pinned() === props.tile;
  return (
    <Show when={props.place === 'main'} fallback={<SmallMenu {...props} pinned={pinned()} />}>
      <div class="tile__tools">
        <Show when={props.layout.arrangement().layout !== 'one'}>
          <Tool
            icon={pinned() ? 'bookmark-slash' : 'bookmark-square'}
            label={t(pinned() ? 'layout.unpin' : 'layout.pin', { name: props.name })}
            onPress={() => props.layout.togglePin(props.tile)}
          />
        </Show>
        <Show when={props.pictureWindow.offered}>
          <Tool
            icon="window"
            label={t(props.pictureWindow.open() ? 'layout.closeWindow' : 'layout.window')}
            onPress={() => props.pictureWindow.toggle()}
          />
        </Show>
      </div>
    </Show>
  );
}

function Tool(props: { icon: IconName; label: string; onPress: () => void }) {
  return (
    <Tooltip
      label={props.label}
      placement="bottom"
      trigger={(given) => (
        <button
          {...given}
          type="button"
          class="tile__tool"
          aria-label={props.label}
          onClick={() => props.onPress()}
        >
          <Icon name={props.icon} size={20} />
        </button>
      )}
    />
  );
}

function SmallMenu(props: ToolsProps & { pinned: boolean }) {
  const own = () => props.tile === tileKey(self, 'camera');
  return (
    <div class="tile__tools">
      <Menu
        trigger={(given) => (
          <button
            {...given}
            type="button"
            class="tile__tool"
            aria-label={t('layout.options', { name: props.name })}
          >
            <Icon name="ellipsis-horizontal" size={20} />
          </button>
        )}
      >
        <MenuItem
          icon={props.pinned ? 'bookmark-slash' : 'bookmark-square'}
          onSelect={() => props.layout.togglePin(props.tile)}
        >
          {t(props.pinned ? 'layout.unpinShort' : 'layout.pinShort')}
        </MenuItem>
        <Show when={props.layout.canSwap()}>
          <MenuItem icon="arrows-right-left" onSelect={() => props.layout.swap()}>
            {t('layout.swap')}
          </MenuItem>
        </Show>
        <Show when={own()}>
          <MenuItem icon="eye-slash" onSelect={() => props.layout.toggleOwn()}>
            {t('layout.hideOwn')}
          </MenuItem>
        </Show>
        <Show when={props.place === 'over'}>
          <MenuChoice
            label={t('layout.corner')}
            value={props.layout.corner()}
            onValue={(corner) => props.layout.setCorner(corner)}
            choices={corners.map((corner) => ({ value: corner, label: t(`layout.corners.${corner}`) }))}
          />
        </Show>
      </Menu>
    </div>
  );
}
