import type { EventDelivery } from "./events.ts";
import type { Execution, StepDefinition } from "./executions.ts";
import { createExecution, functionExecuted } from "./executions.ts";
import type { JsonObject } from "./json.ts";
import type { NamedEvent } from "./message-events.ts";
import { waitFor } from "./waiting.ts";
import type { Workspace } from "./workspace.ts";

export interface StepRun {
  readonly execution: Execution;
  /** None where the app does not subscribe, or while events are held. */
  readonly events: readonly EventDelivery[];
  /** Waits until the app has completed or failed the step. */
  settled(timeoutMs?: number): Promise<Execution>;
}

export interface StepActions {
  /** A workflow comes to one of the app's steps. */
  runStep(callbackId: string, inputs: JsonObject): Promise<StepRun>;
}

interface Parts {
  readonly workspace: Workspace;
  readonly steps: readonly StepDefinition[];
  readonly emit: (events: readonly NamedEvent[]) => Promise<readonly EventDelivery[]>;
}

export function createStepActions({ workspace, steps, emit }: Parts): StepActions {
  async function runStep(callbackId: string, inputs: JsonObject): Promise<StepRun> {
    const step = steps.find((known) => known.callbackId === callbackId);
    if (step === undefined) throw new Error(`the app offers no step ${callbackId}`);
    for (const [name, { isRequired }] of Object.entries(step.inputs)) {
      // Slack ends the workflow itself before the app hears of it.
      if (isRequired && inputs[name] === undefined) throw new Error(`input ${name} is missing`);
    }
    const execution = createExecution(step, inputs);
    workspace.executions.set(execution.id, execution);
    const body = functionExecuted(execution, workspace.appId, workspace.stamp());
    const events = await emit([{ name: "function_executed", body }]);
    return {
      execution,
      events,
      settled: (timeoutMs = 5000) =>
        waitFor(
          workspace.watch,
          () => (execution.state === "running" ? undefined : execution),
          timeoutMs,
          () => `the step ${callbackId} is still running`,
        ),
    };
  }
  return { runStep };
}
