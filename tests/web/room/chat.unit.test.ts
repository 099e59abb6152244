import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../../media/contracts/chat.ts';
import { splitChat } from '../../../media/contracts/chatParts.ts';
import { ChatHistory } from '../../../web/room/chat/ChatHistory.ts';
import { splitLinks } from '../../../web/room/chat/splitLinks.ts';

const message = (position: number): ChatMessage => ({
  id: `id-${position}`,
  clientId: `client-${position}`,
  ...{ position, at: '2026-11-21T10:00:00.000Z', userId: 'u', name: 'Asha', to: null, text: `${position}` },
});

describe('links in a message (ROOM-8)', () => {
  const cases: [string, string[]][] = [
    ['see https://example.in/a?b=1.', ['https://example.in/a?b=1']],
    [
      '(https://example.in/x) and https://en.wikipedia.org/wiki/Go_(game)',
      ['https://example.in/x', 'https://en.wikipedia.org/wiki/Go_(game)'],
    ],
    ['यहाँ देखें: http://example.in।', ['http://example.in']],
    ['javascript:alert(1) data:text/html,x file:///etc HTTPS://EXAMPLE.IN', ['HTTPS://EXAMPLE.IN']],
    ['https:// alone, "https://a.in">', ['https://a.in']],
  ];
  it.each(cases)('%s', (text, links) => {
    const parts = splitLinks(text);
    expect(parts.filter(({ href }) => href).map((part) => part.text)).toEqual(links);
    // Nothing is lost or changed.
    expect(parts.map((part) => part.text).join('')).toBe(text);
    for (const { href } of parts) if (href) expect(href).toMatch(/^https?:\/\//u);
  });
});

describe('code in a message (ROOM-8)', () => {
  it('stands between fences, as it was typed', () => {
    expect(splitChat('Look:\n```py\n  a = 1\n\n  b\n```\nnice\n```\nx\n```')).toEqual([
      { kind: 'words', text: 'Look:' },
      { kind: 'code', text: '  a = 1\n\n  b' },
      { kind: 'words', text: 'nice' },
      { kind: 'code', text: 'x' },
    ]);
  });

  it('is words while its fence is open, or stands within a line', () => {
    for (const text of ['```\nnot closed', 'a ```b``` c', 'plain'])
      expect(splitChat(text)).toEqual([{ kind: 'words', text }]);
  });
});

describe('what a page knows of the chat (ROOM-8, ROOM-13)', () => {
  /** A room that answers from what was said in it. */
  function room(pageSize = 50) {
    const said: ChatMessage[] = [];
    const asked: object[] = [];
    let shown: number[] = [];
    const history = new ChatHistory(
      ({ since, before }) => {
        asked.push(since === undefined ? { before } : { since });
        const all = said.filter(({ position }) =>
          since === undefined ? position < (before ?? Infinity) : position > since,
        );
        const messages = since === undefined ? all.slice(-pageSize) : all.slice(0, pageSize);
        return Promise.resolve({ messages, more: all.length > pageSize });
      },
      (messages) => (shown = messages.map(({ position }) => position)),
    );
    const say = (position: number, isHeard = true) => {
      said.push(message(position));
      if (isHeard) history.add(message(position));
    };
    return { history, say, asked, shown: () => shown };
  }

  it('has what was missed although later messages came first', async () => {
    const { history, say, shown, asked } = room();
    await history.catchUp();
    say(1);
    history.dropped();
    say(2, false);
    // Over the new socket, before the answer.
    say(3);
    await history.catchUp();
    expect(shown()).toEqual([1, 2, 3]);
    expect(asked.at(-1)).toEqual({ since: 1 });
  });

  it('asks on while there is more, and shows nothing twice', async () => {
    const { history, say, shown } = room(2);
    await history.catchUp();
    history.dropped();
    for (let position = 1; position <= 5; position += 1) say(position, position > 4);
    await history.catchUp();
    history.add(message(5));
    expect(shown()).toEqual([1, 2, 3, 4, 5]);
  });

  it('loads what was said before when it is wanted', async () => {
    const { history, say, shown } = room(2);
    for (let position = 1; position <= 5; position += 1) say(position, false);
    await history.catchUp();
    expect([shown(), history.hasOlder]).toEqual([[4, 5], true]);
    await history.loadOlder();
    await history.loadOlder();
    expect([shown(), history.hasOlder]).toEqual([[1, 2, 3, 4, 5], false]);
  });

  it('does not take an answer from before a drop for the end of the gap', async () => {
    const { history, say, shown } = room();
    await history.catchUp();
    const stale = history.catchUp();
    history.dropped();
    await stale;
    say(1, false);
    say(2);
    await history.catchUp();
    expect(shown()).toEqual([1, 2]);
  });
});
