import { For, Show, createSignal } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';
import { t } from '../../text/board.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { OpenBoard } from './openBoard.ts';

type PagesProps = { board: OpenBoard; isMentor: boolean; onPage: () => void };

/** Which page is shown; a new one, another name, and for the mentor one less. */
export function BoardPages(props: PagesProps) {
  const [renaming, setRenaming] = createSignal<BoardPage>();
  const current = () => props.board.pages().find(({ id }) => id === props.board.pageId());
  const nameOf = (page: BoardPage) =>
    page.name || t('board.page', { number: props.board.pages().indexOf(page) + 1 });
  return (
    <Show
      when={renaming()}
      fallback={
        <div class="board__pages">
          <select
            class="input board__select"
            aria-label={t('board.pages')}
            onChange={(event) => {
              props.onPage();
              props.board.showPage(event.currentTarget.value);
            }}
          >
            <For each={props.board.pages()}>
              {(page) => (
                <option value={page.id} selected={page.id === props.board.pageId()}>
                  {nameOf(page)}
                </option>
              )}
            </For>
          </select>
          <Show when={!props.board.readOnly()}>
            <IconButton
              icon="plus"
              size="sm"
              label={t('board.addPage')}
              onClick={() => {
                props.onPage();
                props.board.addPage();
              }}
            />
            <IconButton
              icon="pencil-square"
              size="sm"
              label={t('board.renamePage')}
              onClick={() => setRenaming(current())}
            />
          </Show>
          <Show when={props.isMentor && props.board.pages().length > 1}>
            <IconButton
              icon="trash"
              size="sm"
              label={t('board.removePage')}
              onClick={() => {
                const page = current();
                if (page) props.board.removePage(page);
              }}
            />
          </Show>
        </div>
      }
    >
      {(page) => (
        <form
          class="board__pages"
          onSubmit={(event) => {
            event.preventDefault();
            const name = new FormData(event.currentTarget).get('name');
            props.board.renamePage(page(), typeof name === 'string' ? name.trim() : '');
            setRenaming(undefined);
          }}
        >
          <input
            class="input board__select"
            name="name"
            maxlength="80"
            value={nameOf(page())}
            aria-label={t('board.pageName')}
            ref={(input) => queueMicrotask(() => input.select())}
            onKeyDown={(event) => event.key === 'Escape' && setRenaming(undefined)}
          />
          <Button size="sm" type="submit">
            {t('board.save')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setRenaming(undefined)}>
            {t('board.cancel')}
          </Button>
        </form>
      )}
    </Show>
  );
}
