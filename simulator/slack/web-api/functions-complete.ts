import type { Execution } from "../executions.ts";
import { outputProblems } from "../executions.ts";
import type { JsonObject } from "../json.ts";
import { isObject, parseJson, stringOf } from "../json.ts";
import type { Method, MethodContext } from "./method.ts";
import { fail, succeed } from "./method.ts";

// https://docs.slack.dev/reference/methods/functions.completeSuccess
export const functionsCompleteSuccess: Method = {
  token: "bot",
  run(args, context, token) {
    const found = findRunning(args, context, token);
    if (typeof found === "string") return fail(found);
    const given = args["outputs"];
    const outputs = typeof given === "string" ? parseJson(given) : given;
    if (!isObject(outputs)) return fail("invalid_arguments");
    const problems = outputProblems(found.step, outputs);
    if (problems.length > 0) return fail("parameter_validation_failed", problems);
    found.state = "completed";
    found.outputs = outputs;
    context.workspace.changed();
    return succeed();
  },
};

// https://docs.slack.dev/reference/methods/functions.completeError
export const functionsCompleteError: Method = {
  token: "bot",
  run(args, context, token) {
    const found = findRunning(args, context, token);
    if (typeof found === "string") return fail(found);
    const error = stringOf(args["error"]);
    if (!error) return fail("invalid_arguments");
    found.state = "failed";
    found.error = error;
    context.workspace.changed();
    return succeed();
  },
};

function findRunning(
  args: JsonObject,
  { workspace }: MethodContext,
  token: string,
): Execution | string {
  const execution = workspace.executions.get(stringOf(args["function_execution_id"]) ?? "");
  if (execution === undefined) return "function_execution_not_found";
  if (token.startsWith("xwfp-") && token !== execution.token) return "access_denied";
  return execution.state === "running" ? execution : "execution_not_in_running_state";
}
