import type { JSX } from "preact";

/** In place of an image: the page loads nothing from anybody's server. */
export function ImageTile(props: { alt: string; size: "tiny" | "small" | "large" }): JSX.Element {
  const alt = props.alt || "Image";
  return (
    <span class={`bk-image bk-image-${props.size}`} role="img" aria-label={alt} title={alt}>
      {props.size === "tiny" ? alt.slice(0, 1) : alt}
    </span>
  );
}
