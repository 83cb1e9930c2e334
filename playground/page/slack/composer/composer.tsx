import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { usePlayground } from "../../lib/playground.ts";
import { useSlackView } from "../parts/slack-view.ts";
import { completed, isTypedInFull, type Choice } from "../pure/completion.ts";
import { surplusWords, tooLongWords } from "../pure/text-limit.ts";
import { readTyped, refusalOf, usageOf } from "../pure/typed.ts";
import { Choices, choiceId } from "./choices.tsx";
import { ComposerFoot } from "./composer-foot.tsx";
import { useCompletion } from "./use-completion.ts";
import { useTyping } from "./use-typing.ts";
import "./composer.css";

interface ComposerProps {
  readonly label: string;
  readonly channel: string;
  readonly thread?: string;
  /** Where a reply may go as well, such as `#support`. */
  readonly broadcastTo?: string;
}

/** Where one types. Enter sends, Shift and Enter break the line. */
export function Composer({ label, channel, thread, broadcastTo }: ComposerProps): JSX.Element {
  const { scene, state, send } = usePlayground();
  const { drafts } = useSlackView();
  const field = useRef<HTMLTextAreaElement>(null);
  const draftKey = [scene.viewer, channel, thread ?? ""].join(" ");
  const { text, caret, type, lookAtCaret, leave } = useTyping(field, drafts, draftKey);
  const [notice, setNotice] = useState<string>();
  const [isBroadcast, setBroadcast] = useState(false);
  const listId = useId();
  const isInThread = thread !== undefined;
  const { open, takeKey } = useCompletion(text, caret, {
    commands: isInThread ? [] : scene.commands,
    users: [...state.user.values()],
    channels: [...state.channel.values()],
  });
  const typed = readTyped(text, scene.commands, isInThread);
  const surplus = "text" in typed ? surplusWords(typed.text) : undefined;
  const surplusId = `${listId}-surplus`;
  function choose(choice: Choice): void {
    if (open === undefined) return;
    const next = completed(text, open.completion, choice);
    type(next.text, next.caret);
  }

  async function sendTyped(): Promise<void> {
    setNotice(refusalOf(typed, scene.appName));
    if (typed.kind !== "message" && typed.kind !== "command") return;
    if (surplus !== undefined) return setNotice(tooLongWords(typed.text));
    // The answer to a command may take seconds; one types on meanwhile.
    type("", 0);
    const words = { channel, text: typed.text };
    const { ok } = await send(
      typed.kind === "command"
        ? { kind: "command", command: typed.command, ...words }
        : { kind: "say", ...words, ...(isInThread ? { thread, broadcast: isBroadcast } : {}) },
    );
    setBroadcast(false);
    if (ok) return;
    const since = drafts.get(draftKey);
    type(since === undefined ? text : `${text}\n${since}`);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLTextAreaElement>): void {
    if (event.isComposing) return;
    const { key, shiftKey } = event;
    const choice = open?.choice;
    if (takeKey(key)) {
      event.preventDefault();
    } else if (open !== undefined && choice !== undefined && isChoosing(key, shiftKey)) {
      const isDone = key === "Enter" && isTypedInFull(text, open.completion, choice);
      event.preventDefault();
      if (isDone) void sendTyped();
      else choose(choice);
    } else if (key === "Enter" && !shiftKey) {
      event.preventDefault();
      void sendTyped();
    }
  }

  return (
    <form
      class="slack-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void sendTyped();
        field.current?.focus();
      }}
    >
      {open !== undefined && <Choices id={listId} open={open} onChoose={choose} />}
      <p class="unseen" role="status">
        {open === undefined
          ? ""
          : `${open.completion.choices.length} in the list ${open.completion.title}`}
      </p>
      {notice !== undefined && (
        <p class="slack-composer-notice" role="alert">
          {notice}
        </p>
      )}
      <div class="slack-composer-box">
        <textarea
          ref={field}
          class="slack-composer-text"
          aria-label={label}
          placeholder={label}
          rows={Math.min(8, text.split("\n").length)}
          value={text}
          aria-autocomplete="list"
          {...(surplus === undefined
            ? {}
            : { "aria-invalid": true, "aria-describedby": surplusId })}
          {...(open === undefined
            ? {}
            : { "aria-controls": listId, "aria-activedescendant": choiceId(listId, open.at) })}
          onInput={({ currentTarget }) => {
            type(currentTarget.value);
            lookAtCaret();
            setNotice(undefined);
          }}
          onKeyDown={onKeyDown}
          onKeyUp={lookAtCaret}
          onClick={lookAtCaret}
          onBlur={leave}
        />
        <ComposerFoot
          isInThread={isInThread}
          usage={open === undefined ? usageOf(typed, scene.commands) : undefined}
          canSend={typed.kind !== "nothing" && surplus === undefined}
          surplus={surplus}
          surplusId={surplusId}
          broadcastTo={broadcastTo}
          isBroadcast={isBroadcast}
          onBroadcast={setBroadcast}
        />
      </div>
    </form>
  );
}

function isChoosing(key: string, shiftKey: boolean): boolean {
  return !shiftKey && (key === "Enter" || key === "Tab");
}
