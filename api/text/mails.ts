import type { Locale } from '../contracts/accounts.ts';
import { mails as english } from './en/mails.ts';
import { mails as hindi } from './hi/mails.ts';
import { inLocale } from './inLocale.ts';

/** Words of our mails. Sentences as a person would say them; the layout decides how they look. */
export interface MailWords {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  greeting: string;
  intro: string;
  /** Digits to be typed elsewhere: large, and easy to copy. */
  code?: string;
  facts: { label: string; value: string }[];
  action?: { label: string; url: string };
  notes: string[];
  footer: string;
}

export interface BookingConfirmedFacts {
  learnerName: string;
  mentorName: string;
  title: string;
  topics: string[];
  startsAt: string;
  endsAt: string;
  /** IANA name of the reader's zone. */
  timeZone: string;
  durationMinutes: number;
  enterMinutesBefore: number;
  roomUrl: string;
}

export interface PasswordChangedFacts {
  name: string;
  changedAt: string;
  timeZone: string;
  logInUrl: string;
}

export interface EmailCodeFacts {
  kind: 'sign_up' | 'log_in' | 'reset';
  digits: string;
  minutes: number;
}

/** What a mail about a notification is made of: its blanks, filled, and where it leads. */
export interface NotificationFacts {
  name: string;
  subject: Record<string, string>;
  createdAt: string;
  timeZone: string;
  url: string;
  settingsUrl: string;
}

/** The words of all mails in a person's language. */
export const mailTexts = (locale: Locale) => inLocale(locale, { en: english, hi: hindi });
