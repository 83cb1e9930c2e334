import type { ComponentChildren, JSX } from "preact";
import { safeUrl } from "./safe-url.ts";

interface Props {
  readonly url: unknown;
  readonly class?: string;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A link where the address is safe; else its text alone. */
export function SafeLink({ url, class: className, onClick, children }: Props): JSX.Element {
  const href = safeUrl(url);
  if (href === undefined) return <>{children}</>;
  return (
    <a class={className} href={href} rel="noopener noreferrer" target="_blank" onClick={onClick}>
      {children}
    </a>
  );
}
