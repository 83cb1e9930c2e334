/** Where each response_url of Slack's is. Slack's other hosts take no answers. */
const slackHosts: ReadonlySet<string> = new Set(["hooks.slack.com", "hooks.slack-gov.com"]);
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether an address that came with a request may be posted to: Slack's, or, where another Web API
 * is set, that one's. A stand-in on this machine may have several ports.
 */
export function slackUrlCheck(apiUrl: string): (text: string) => boolean {
  const api = new URL(apiUrl);
  const isLocal = loopback.test(api.hostname);
  return (text) => {
    if (!URL.canParse(text)) return false;
    const { protocol, hostname, host, origin, username, password } = new URL(text);
    if (username !== "" || password !== "") return false;
    // With `host`, a port of its own is another place.
    const isSlacks = protocol === "https:" && slackHosts.has(host);
    const isLocals = isLocal && /^https?:$/.test(protocol) && loopback.test(hostname);
    return isSlacks || isLocals || origin === api.origin;
  };
}
