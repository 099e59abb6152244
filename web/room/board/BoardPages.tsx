import { Show } from 'solid-js';
import type { BoardPage } from '../../../media/contracts/board.ts';
import { t } from '../../text/board.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { OpenBoard } from './openBoard.ts';
import { PageSelect, pageName } from './PageSelect.tsx';

type PagesProps = {
  board: OpenBoard;
  /** The page whose name is being written. */
  renaming: BoardPage | undefined;
  onRenamed: () => void;
  onPage: () => void;
};

/** Once the menu from which it was opened has given the focus back. */
function takeFocus(input: HTMLInputElement): void {
  setTimeout(() => {
    input.focus();
    input.select();
  });
}

/** Which page is shown, a new one, or another name for one. */
export function BoardPages(props: PagesProps) {
  return (
    <Show
      when={props.renaming}
      fallback={
        <div class="board__pages">
          <PageSelect
            pages={props.board.pages()}
            pageId={props.board.pageId()}
            onPage={(pageId) => {
              props.onPage();
              props.board.showPage(pageId);
            }}
          />
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
            props.onRenamed();
          }}
        >
          <input
            class="input board__select"
            name="name"
            maxlength="80"
            value={pageName(props.board.pages(), page())}
            aria-label={t('board.pageName')}
            ref={takeFocus}
            onKeyDown={(event) => event.key === 'Escape' && props.onRenamed()}
          />
          <Button size="sm" type="submit">
            {t('board.save')}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => props.onRenamed()}>
            {t('board.cancel')}
          </Button>
        </form>
      )}
    </Show>
  );
}
