/**
 * Takes secrets out of a text: the values we know, and whatever has the form of one. Of an address
 * only the origin stays, since a response_url is a right to post and a query holds a signature.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const known = secrets.filter((secret) => secret.length >= 4);
  return (text) => {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, "[secret]");
    return clean
      .replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, "[token]")
      .replace(/\busersig=[^&\s"'\\]+/gi, "usersig=[signature]")
      .replace(/\beJ[\w*-]{40,}/g, "[signature]")
      .replace(/\b(https?|wss?):\/\/([^/\s"'\\<>?#]+)[^\s"'\\<>]*/g, "$1://$2/…");
  };
}
