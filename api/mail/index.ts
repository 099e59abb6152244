export { sendBookingConfirmed, type MailContext } from './sendBookingConfirmed.ts';
export { sendEmailCode } from './sendEmailCode.ts';
export { sendFarewell } from './sendFarewell.ts';
export { sendNotification } from './sendNotification.ts';
export { sendPasswordChanged } from './sendPasswordChanged.ts';
export { createMailTransport, type SendMail } from './transport.ts';
