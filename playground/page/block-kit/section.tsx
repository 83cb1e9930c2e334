import type { JSX } from "preact";
import { isObject, objectsOf, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { Element } from "./elements.tsx";
import { TextObject } from "./text-object.tsx";

export function SectionBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  const { accessory } = block;
  const fields = objectsOf(block["fields"]);
  return (
    <div class="bk-section">
      <div class="bk-section-body">
        <TextObject object={block["text"]} kit={kit} />
        {fields.length > 0 && (
          <div class="bk-fields">
            {fields.map((field) => (
              <TextObject object={field} kit={kit} />
            ))}
          </div>
        )}
      </div>
      {isObject(accessory) && (
        <div class="bk-accessory">
          <Element element={accessory} blockId={stringOf(block["block_id"]) ?? ""} kit={kit} />
        </div>
      )}
    </div>
  );
}
