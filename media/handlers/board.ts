import * as board from '../board/roomBoard.ts';
import { keepPace } from '../pace.ts';
import type { Handler } from './index.ts';

export const boardSince: Handler<'boardSince'> = async ({ peer }, { position }) => {
  await keepPace('board', peer.room.code, peer.claims.sub);
  return board.readBoard(peer, position);
};

export const boardWrite: Handler<'boardWrite'> = async ({ peer }, items) => {
  await keepPace('draw', peer.room.code, peer.claims.sub);
  await keepPace('drawn', peer.room.code, peer.claims.sub, JSON.stringify(items).length);
  return board.writeBoard(peer, items);
};

export const boardMoment: Handler<'boardMoment'> = async ({ peer }, moment) => {
  await keepPace('moment', peer.room.code, peer.claims.sub);
  board.tellMoment(peer, moment);
  return {};
};

export const setBoardRules: Handler<'setBoardRules'> = async ({ peer }, rules) => {
  await board.setBoardRules(peer, rules);
  return {};
};

export const showBoard: Handler<'showBoard'> = async ({ peer }, { shown }) => {
  if (!shown) {
    board.hideBoard(peer);
    return {};
  }
  await keepPace('gesture', peer.room.code, peer.claims.sub);
  board.showBoard(peer);
  return {};
};
