import { makeId, makeSecret } from "./ids.ts";
import type { JsonObject } from "./json.ts";

export interface Parameter {
  readonly type: string;
  readonly title?: string;
  readonly isRequired?: boolean;
}

/** A workflow step that the app offers, as its manifest has it. */
export interface StepDefinition {
  readonly callbackId: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, Parameter>>;
  readonly outputs: Readonly<Record<string, Parameter>>;
}

/** One run of a step; it changes in place. */
export interface Execution {
  readonly id: string;
  readonly step: StepDefinition;
  readonly inputs: JsonObject;
  /** Good for this run alone. */
  readonly token: string;
  state: "running" | "completed" | "failed";
  outputs: JsonObject | undefined;
  error: string | undefined;
}

export function createExecution(step: StepDefinition, inputs: JsonObject): Execution {
  const token = `xwfp-${makeSecret()}`;
  return {
    id: makeId("Fx"),
    step,
    inputs,
    token,
    state: "running",
    outputs: undefined,
    error: undefined,
  };
}

/** https://docs.slack.dev/reference/events/function_executed */
export function functionExecuted(execution: Execution, appId: string, ts: string): JsonObject {
  const { step } = execution;
  return {
    type: "function_executed",
    function: {
      id: makeId("Fn"),
      callback_id: step.callbackId,
      title: step.title,
      description: "",
      type: "app",
      input_parameters: parametersOf(step.inputs),
      output_parameters: parametersOf(step.outputs),
      app_id: appId,
      date_created: 0,
      date_updated: 0,
      date_deleted: 0,
    },
    inputs: execution.inputs,
    function_execution_id: execution.id,
    workflow_execution_id: makeId("Wx"),
    event_ts: ts,
    bot_access_token: execution.token,
  };
}

function parametersOf(parameters: StepDefinition["inputs"]): JsonObject[] {
  return Object.entries(parameters).map(([name, { type, title, isRequired }]) => ({
    type,
    name,
    description: "",
    title: title ?? name,
    is_required: isRequired ?? false,
  }));
}

const JS_TYPES: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "number",
  boolean: "boolean",
};

/** What Slack says against the outputs of a step. */
export function outputProblems({ outputs }: StepDefinition, given: JsonObject): string[] {
  const missing = Object.entries(outputs)
    .filter(([name, { isRequired }]) => isRequired && given[name] === undefined)
    .map(([name]) => `missing required output: ${name}`);
  const wrong = Object.entries(given).flatMap(([name, value]) => {
    const known = Object.hasOwn(outputs, name) ? outputs[name] : undefined;
    if (known === undefined) return [`unknown output: ${name}`];
    const wanted = JS_TYPES[known.type];
    const fits = wanted === undefined || typeof value === wanted;
    return fits ? [] : [`output ${name} must be a ${known.type}`];
  });
  return [...missing, ...wrong];
}
