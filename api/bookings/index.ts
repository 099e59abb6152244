export { findBookingForMail } from './findBookingForMail.ts';
export { Booking } from './model.ts';
export { bookingRoutes } from './routes.ts';
export { seatBook } from './seatBook.ts';
