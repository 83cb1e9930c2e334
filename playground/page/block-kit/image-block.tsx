import type { JSX } from "preact";
import { isObject, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { ImageTile } from "./image-tile.tsx";
import { plainString } from "./plain-text.ts";
import { PlainText } from "./text-object.tsx";

export function ImageBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  return (
    <figure class="bk-figure">
      {isObject(block["title"]) && (
        <figcaption>
          <PlainText object={block["title"]} kit={kit} />
        </figcaption>
      )}
      <ImageTile alt={plainString({ text: block["alt_text"], emoji: false })} size="large" />
    </figure>
  );
}
