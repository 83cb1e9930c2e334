import type { JSX } from "preact";

/** Drawn on a grid of 20 by 20. What they mean stands in words beside them. */
const shapes = {
  hash: "M7.5 3.5 6 16.5M13.5 3.5 12 16.5M3.5 7.5h13.5M3 12.5h13.5",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  shared: "M7.5 5 12 10l-4.5 5L3 10zM12.5 5 17 10l-4.5 5",
  reply: "M3.5 4h13v9.5H9L5.5 16.5v-3h-2z",
  more: "M10 4.5v.01M10 10v.01M10 15.5v.01",
  close: "m5 5 10 10M15 5 5 15",
  plus: "M10 4v12M4 10h12",
  send: "m3.5 16.5 13-6.5-13-6.5 2 6.5zM5.5 10h6",
  menu: "M3.5 5.5h13M3.5 10h13M3.5 14.5h13",
  sun: "M10 6.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4M10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1",
  moon: "M15.8 12.2A6.6 6.6 0 0 1 7.8 4.2a6.6 6.6 0 1 0 8 8",
  screen: "M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3",
  eye: "M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5M10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4",
  bell: "M5 13.5h10l-1-2V8.5a4 4 0 0 0-8 0v3zM8.5 16h3",
  choose: "m6 8 4 4 4-4",
  down: "M10 4v12M5 11.5 10 16l5-4.5",
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg
      class="slack-icon"
      viewBox="0 0 20 20"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      stroke-width={name === "more" ? "2.6" : "1.6"}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
