import type { Context, Next } from 'koa';
import helmet from 'koa-helmet';
import type { Settings } from '../../config/settings.ts';

/** What our pages may ask of the browser; pages framed inside them get nothing. */
const permissions =
  'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self), speaker-selection=(self), geolocation=(), payment=(), usb=()';

/** A strict content security policy: no inline script, nothing from elsewhere but the media node's signalling. */
export function securityHeaders(settings: Settings) {
  const sockets = [settings.publicUrl, settings.media.publicUrl].flatMap((url) => {
    const { origin } = new URL(url);
    return [origin, origin.replace(/^http/, 'ws')];
  });
  const protect = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Kobalte and the room place things by style attributes; style elements must come from us.
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'", ...sockets],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: settings.mode === 'production' && {
      maxAge: 63_072_000,
      includeSubDomains: true,
    },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  return async (context: Context, next: Next) => {
    context.set('Permissions-Policy', permissions);
    await protect(context, next);
  };
}
