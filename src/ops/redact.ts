/** The parts of an address, in plain text and as JSON may write them, with its slashes escaped. */
const address = /(https?|wss?):\\?\/\\?\/(?:[^\s"'\\<>/@]*@)?([^/\s"'\\<>?#@]+)[^\s"'<>]*/gi;

/**
 * Takes secrets out of a text: the values we know, and whatever has the form of one. Of an address
 * only the origin stays, since a response_url is a right to post and a query holds a signature.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .filter((secret) => secret.length >= 4)
    // As it is, and as JSON writes it.
    .flatMap((secret) => [...new Set([secret, JSON.stringify(secret).slice(1, -1)])])
    // The longer first: one secret may begin with another.
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, "[secret]");
    return clean
      .replace(/x(?:ox[a-z]|app|wf[a-z])-[\w-]+/g, "[token]")
      .replace(/usersig=[^&\s"'\\]+/gi, "usersig=[signature]")
      .replace(/\beJ[\w*-]{40,}/g, "[signature]")
      .replace(address, "$1://$2/…");
  };
}
