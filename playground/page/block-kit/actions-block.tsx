import type { JSX } from "preact";
import { objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { Element } from "./elements.tsx";

export function ActionsBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  const blockId = stringOf(block["block_id"]) ?? "";
  return (
    <div class="bk-actions">
      {objectsOf(block["elements"]).map((element) => (
        <Element
          key={stringOf(element["action_id"])}
          element={element}
          blockId={blockId}
          kit={kit}
        />
      ))}
    </div>
  );
}
