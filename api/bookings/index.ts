export { bookSession } from './bookSession.ts';
export { findBookingForMail } from './findBookingForMail.ts';
export { giveUpSeats } from './giveUpSeats.ts';
export { Booking } from './model.ts';
export { bookingRoutes } from './routes.ts';
export { seatBook } from './seatBook.ts';
