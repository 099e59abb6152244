export { createLobby, type Lobby } from './createLobby.ts';
