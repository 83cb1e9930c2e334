import type { Check } from "../blocks/checks.ts";
import { bool, list, shape, text } from "../blocks/checks.ts";
import { modalBlock } from "../blocks/block-types.ts";
import { plainText } from "../blocks/text-objects.ts";
import { describeProblem } from "../blocks/validate.ts";
import { makeId } from "../ids.ts";
import { isObject, parseJson, stringOf } from "../json.ts";
import type { Method } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/views/modal-views
const modal: Check = shape(
  { type: text(1, 255), title: plainText(24), blocks: list(modalBlock, 0, 100) },
  {
    submit: plainText(24),
    close: plainText(24),
    private_metadata: text(0, 3000),
    callback_id: text(0, 255),
    external_id: text(0, 255),
    clear_on_close: bool,
    notify_on_close: bool,
    submit_disabled: bool,
  },
);

// https://docs.slack.dev/reference/methods/views.open
export const viewsOpen: Method = {
  token: "bot",
  run(args, { workspace, triggers }) {
    const { view: given } = args;
    const view = typeof given === "string" ? parseJson(given) : given;
    if (!isObject(view) || view["type"] !== "modal") return fail("invalid_arguments");
    const problems = modal(view, "/view");
    if (problems.length > 0) return fail("invalid_arguments", problems.map(describeProblem));
    const pulled = triggers.redeem(stringOf(args["trigger_id"]) ?? "");
    if ("error" in pulled) return fail(pulled.error);
    const opened = { id: makeId("V"), user: pulled.user, content: view };
    workspace.views.push(opened);
    workspace.changed();
    const { team, appId, botId } = workspace;
    return succeed({
      view: { ...view, id: opened.id, team_id: team.id, app_id: appId, bot_id: botId, hash: "1" },
    });
  },
};
