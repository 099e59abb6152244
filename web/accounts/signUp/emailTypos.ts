/** Where Indians have their mail, besides what the library knows. */
const domains = [
  ...['gmail.com', 'yahoo.com', 'yahoo.co.in', 'yahoo.in', 'rediffmail.com', 'outlook.com', 'outlook.in'],
  ...['hotmail.com', 'live.com', 'live.in', 'icloud.com', 'zohomail.in'],
  ...['mail.com', 'email.com', 'gmx.com', 'gmx.de', 'fastmail.com', 'hey.com'],
];
const topLevelDomains = [
  ...[
    'in',
    'co.in',
    'ac.in',
    'edu.in',
    'gov.in',
    'nic.in',
    'res.in',
    'org.in',
    'net.in',
    'gen.in',
    'firm.in',
  ],
  ...['ind.in', 'email', 'school', 'academy', 'education', 'example', 'test'],
];
/** Without "mail", which the library has here: it would turn gmail.in into mail.in. */
const secondLevelDomains = ['yahoo', 'hotmail', 'live', 'outlook'];

/** The address that was probably meant ("asha@gmial.com": "asha@gmail.com"), if another than was typed (AUTH-3). */
export async function likelyEmail(typed: string): Promise<string | undefined> {
  const { default: spelling } = await import('@zootools/email-spell-checker');
  const email = typed.trim().toLowerCase();
  // Endings that nobody has, and a Gmail that is only at .com: what the library takes for right or for another.
  const mended = email
    .replace(/\.(?:con|cmo|ocm|cpm|vom|xom|comm)$/u, '.com')
    .replace(/@gmail\..*$/u, '@gmail.com');
  const offer = spelling.run({
    email: mended,
    domains: [...spelling.POPULAR_DOMAINS, ...domains],
    topLevelDomains: [...spelling.POPULAR_TLDS, ...topLevelDomains],
    secondLevelDomains,
    topLevelThreshold: 1,
  });
  const likely = offer?.full ?? mended;
  return likely === email ? undefined : likely;
}
