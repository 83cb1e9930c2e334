import type { JSX } from "preact";

/** A small cloud with rain. */
export function NotFairMark(): JSX.Element {
  return (
    <>
      <svg class="not-fair" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4.5 10a2.9 2.9 0 0 1-.2-5.8 4 4 0 0 1 7.6.9A2.5 2.5 0 0 1 11.8 10z" />
        <path class="rain" d="M5.5 11.5l-1 2.5M8.5 11.5l-1 2.5M11.5 11.5l-1 2.5" />
      </svg>
      <span class="unseen">, not fair</span>
    </>
  );
}
