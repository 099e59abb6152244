// @vitest-environment happy-dom
import { cleanup, render, screen } from '@solidjs/testing-library';
import { createStore } from 'solid-js/store';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ListStates } from '../../web/shell/ListStates.tsx';

const idle = {
  isPending: false,
  isError: false,
  fetchStatus: 'idle' as 'fetching' | 'paused' | 'idle',
  hasNextPage: false,
  isFetchingNextPage: false,
};

function show(first: Partial<typeof idle>, filledAtFirst: boolean) {
  const calls = { refetch: vi.fn(), fetchNextPage: vi.fn() };
  const [state, setState] = createStore({ ...idle, ...first, filled: filledAtFirst, ...calls });
  render(() => (
    <ListStates
      query={state}
      filled={state.filled}
      failed="It failed."
      skeleton={<i>bones</i>}
      empty={<p>nothing</p>}
    >
      <p>the list</p>
    </ListStates>
  ));
  return { setState, ...calls };
}
const sees = (text: string | RegExp) => screen.queryByText(text) !== null;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a list in its states (ERR)', () => {
  it('is a skeleton, then full or empty', () => {
    const { setState } = show({ isPending: true, fetchStatus: 'fetching' }, false);
    expect([sees('bones'), sees('nothing')]).toEqual([true, false]);
    setState({ isPending: false, fetchStatus: 'idle' });
    expect([sees('bones'), sees('nothing')]).toEqual([false, true]);
    setState({ filled: true });
    expect([sees('the list'), sees('nothing')]).toEqual([true, false]);
  });

  it('after a failure shows what was known, says that it is old, and tries again', () => {
    const { refetch } = show({ isError: true }, true);
    expect([sees('the list'), sees(/It failed\. This is the last known list\./u)]).toEqual([true, true]);
    screen.getByRole('button', { name: 'Retry' }).click();
    expect(refetch).toHaveBeenCalledOnce();
  });

  it('after a failure with nothing known does not claim to be empty', () => {
    show({ isError: true }, false);
    expect([sees(/It failed\./u), sees('nothing')]).toEqual([true, false]);
  });

  it('says that it is slow after five seconds, and no more once it is there', () => {
    const { setState } = show({ fetchStatus: 'fetching' }, true);
    vi.advanceTimersByTime(4900);
    expect(sees(/longer than usual/u)).toBe(false);
    vi.advanceTimersByTime(200);
    expect(sees(/longer than usual/u)).toBe(true);
    setState({ fetchStatus: 'idle' });
    expect(sees(/longer than usual/u)).toBe(false);
  });

  it('waits for the network with a word', () => {
    show({ isPending: true, fetchStatus: 'paused' }, false);
    expect([sees(/You are offline/u), sees('bones')]).toEqual([true, true]);
  });

  it('loads more when asked', () => {
    const { fetchNextPage } = show({ hasNextPage: true }, true);
    screen.getByRole('button', { name: 'Load more' }).click();
    expect(fetchNextPage).toHaveBeenCalledOnce();
  });
});
