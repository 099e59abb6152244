import { z } from 'zod';
import type { Locale } from './accounts.ts';

/**
 * What the api and the server's bundle of the web (web/server, built to web/dist-server) say to each other, and what
 * a rendered page hands to its own script.
 */
export interface PageRequest {
  /** As in the address, still encoded. */
  path: string;
  /** With its question mark, or ''. */
  search: string;
  locale: Locale;
  /** Of the installation, for addresses that must be whole: "https://peerlearn.in". */
  origin: string;
}

/** Asks a reading call of the API as a visitor would. @param path with its query, e.g. "/api/sessions?scope=open" */
export type AskApi = (path: string) => Promise<{ status: number; body: unknown }>;

/** What search engines and share previews read. */
export interface PageHead {
  title: string;
  description: string;
  /** The address under which the page is known, without origin. */
  path: string;
  /** Whether search engines may keep it. */
  indexed: boolean;
  ogType: 'website' | 'article' | 'profile';
  /** Path of a picture of 1200 × 630. */
  image: { path: string; alt: string };
  /** schema.org, one object a block. */
  jsonLd: object[];
}

export interface RenderedPage {
  status: 200 | 404;
  /** Content of the page's place. */
  html: string;
  head: PageHead;
  /** The page's own source file under web/: Vite's manifest knows what it needs. */
  module: string;
  data: PageData;
}

export interface PageBundle {
  /** @returns null for a page that is not rendered on the server. @throws whatever a call other than 404 failed with. */
  renderPage(request: PageRequest, ask: AskApi): Promise<RenderedPage | null>;
}

/** The block of data in a rendered page, so that its script needs no call before it takes over. */
export const pageData = z.object({
  /** The route's pattern: "/sessions/:id". */
  page: z.string(),
  /** Query key, answer, when it was asked (ms). */
  queries: z.array(z.tuple([z.array(z.unknown()), z.unknown(), z.number()])),
});
export type PageData = z.infer<typeof pageData>;
/** Ids of the elements that hold the page and its data. */
export const pagePlaceId = 'app';
export const pageDataId = 'page-data';
/** Names the language in an address, for search engines and for links that are shared. */
export const pageLocaleParam = 'lang';
