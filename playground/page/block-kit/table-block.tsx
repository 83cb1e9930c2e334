import type { JSX } from "preact";
import { isObject, stringOf, type JsonObject } from "../../protocol/json.ts";
import type { BlockKit } from "./context.ts";
import { RichText } from "./rich-text.tsx";

export function TableBlock({ block, kit }: { block: JsonObject; kit: BlockKit }): JSX.Element {
  const [head = [], ...body] = listOf(block["rows"]).map(listOf);
  return (
    <div class="bk-table-frame">
      <table class="bk-table">
        <thead>
          <tr>
            {head.map((cell) => (
              <th scope="col">
                <Cell cell={cell} kit={kit} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>
                  <Cell cell={cell} kit={kit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, kit }: { cell: unknown; kit: BlockKit }): JSX.Element {
  if (!isObject(cell)) return <></>;
  if (cell["type"] === "rich_text") return <RichText block={cell} kit={kit} />;
  const number = cell["value"];
  return <>{stringOf(cell["text"]) ?? (typeof number === "number" ? String(number) : "")}</>;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
