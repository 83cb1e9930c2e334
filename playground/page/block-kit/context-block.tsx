import type { JSX } from "preact";
import { objectsOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { ImageTile } from "./image-tile.tsx";
import { plainString } from "./plain-text.ts";
import { TextObject } from "./text-object.tsx";

export function ContextBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  return (
    <div class="bk-context">
      {objectsOf(block["elements"]).map((element) =>
        element["type"] === "image" ? (
          <ImageTile alt={plainString({ text: element["alt_text"], emoji: false })} size="tiny" />
        ) : (
          <TextObject object={element} kit={kit} />
        ),
      )}
    </div>
  );
}
