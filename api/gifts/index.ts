export { tellRoomOfGift } from './tellRoomOfGift.ts';
