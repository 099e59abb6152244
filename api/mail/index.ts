export { sendBookingConfirmed, type MailContext } from './sendBookingConfirmed.ts';
export { createMailTransport, type SendMail } from './transport.ts';
